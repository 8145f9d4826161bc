package dev.tiptoe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.proof.tools.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** The launchers, installed in a folder with a space in its name, start a Java that tells how. */
class LauncherTest {

  private static final String SH = "bin/tiptoe";
  private static final String NODE = "packaging/npm/bin/tiptoe.js";
  private static final String TELL =
      """
      #!/bin/sh
      printf '%s\\n' "$@"
      exit 7
      """;

  /** Not in a build, where nothing is trained. */
  private static final Map<String, String> HERE = Map.of("CI", "");

  /** Also writes what it is asked to train, and then which file that was. */
  private static final String TRAIN =
      """
      #!/bin/sh
      printf '%s\\n' "$@"
      while [ $# -gt 0 ] && [ "$1" != train ]; do shift; done
      [ $# -gt 0 ] || exit 0
      mkdir -p "${2%/*}"
      echo >"$2"
      echo "$2" >"${0%/bin/java}/trained.new"
      mv "${0%/bin/java}/trained.new" "${0%/bin/java}/trained"
      """;

  @TempDir Path folder;

  private Path home;
  private Path java;

  @BeforeEach
  void install() throws IOException {
    home = Files.createDirectories(folder.resolve("an install"));
    for (String launcher : List.of(SH, NODE)) {
      script(installed(launcher), Files.readString(Path.of(launcher)));
    }
    Files.copy(Path.of("packaging/npm/package.json"), home.resolve("package.json"));
    Files.createFile(Files.createDirectories(home.resolve("lib")).resolve("tiptoe.jar"));
    java = java("17.0.15", TELL);
  }

  @ParameterizedTest
  @ValueSource(strings = {SH, NODE})
  void argumentsAndExitCodePassUnchanged(String launcher) throws IOException {
    List<String> arguments = List.of("--backfill", "t.c='a  b'", "", "*.sql", "$HOME \"x\"", "\\");
    Finished run = run(installed(launcher), Map.of(), arguments);
    assertThat(run.exit()).isEqualTo(7);
    assertThat(run.output().lines().dropWhile(line -> !line.equals("dev.tiptoe.cli.Main")).skip(1))
        .containsExactlyElementsOf(arguments);
  }

  @ParameterizedTest
  @ValueSource(strings = {SH, NODE})
  void theJarIsTheOneBesideIt(String launcher) throws IOException {
    assertThat(run(installed(launcher), Map.of(), List.of()).output())
        .contains("-cp\n" + home.resolve("lib/tiptoe.jar").toRealPath() + "\n")
        .contains("-Dtiptoe.launcher=" + installed(launcher) + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {SH, NODE})
  void aLinkIsFollowedToTheJarAndKeptForHooks(String launcher) throws IOException {
    Path linked = folder.resolve("linked");
    Files.createSymbolicLink(linked, installed(launcher));
    Path twice = Files.createSymbolicLink(folder.resolve("twice"), Path.of("linked"));
    assertThat(run(twice, Map.of(), List.of()).output())
        .contains("-cp\n" + home.resolve("lib/tiptoe.jar").toRealPath() + "\n")
        .contains("-Dtiptoe.launcher=" + twice + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {SH, NODE})
  void aJavaThatIsTooOldIsRefused(String launcher) throws IOException {
    for (String old : List.of("1.8.0_452", "11.0.27")) {
      java = java(old, TELL);
      Finished run = run(installed(launcher), Map.of(), List.of());
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.output())
          .startsWith(
              "tiptoe: Java 17 or newer is needed, but " + java.resolve("bin/java") + " is " + old)
          .contains("apt install openjdk-17-jre-headless", "JAVA_HOME");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SH, NODE})
  void aJavaWithoutAReleaseFileIsAsked(String launcher) throws IOException {
    java = java("21.0.7", "#!/bin/sh\necho 'openjdk version \"21.0.7\" 2025-04-15' >&2\n");
    Files.delete(java.resolve("release"));
    assertThat(run(installed(launcher), Map.of(), List.of()).exit()).isZero();
    script(java.resolve("bin/java"), "#!/bin/sh\necho 'java version \"1.8.0\"' >&2\n");
    assertThat(run(installed(launcher), Map.of(), List.of()).output()).contains("is 1.8.0");
    script(java.resolve("bin/java"), "#!/bin/sh\necho 'Unable to locate a Java Runtime.' >&2\n");
    assertThat(run(installed(launcher), Map.of(), List.of()).output())
        .contains("does not say its version");
  }

  @ParameterizedTest
  @ValueSource(strings = {SH, NODE})
  void aWrongJavaHomeIsNamed(String launcher) throws IOException {
    Finished run = run(installed(launcher), Map.of("JAVA_HOME", folder + "/nowhere"), List.of());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.output()).contains("JAVA_HOME", folder + "/nowhere");
  }

  @ParameterizedTest
  @ValueSource(strings = {SH, NODE})
  void withoutJavaHomeThePathIsSearched(String launcher) throws IOException {
    Path commands = Files.createDirectories(folder.resolve("commands"));
    for (Path command : List.of(node(), Path.of("/usr/bin/readlink"))) {
      script(commands.resolve(command.getFileName()), "#!/bin/sh\nexec '" + command + "' \"$@\"\n");
    }
    Map<String, String> environment = Map.of("JAVA_HOME", "", "PATH", commands.toString());
    Finished without = run(installed(launcher), environment, List.of());
    assertThat(without.exit()).isEqualTo(2);
    assertThat(without.output()).contains("there is no java on the PATH");
    Files.createSymbolicLink(commands.resolve("java"), java.resolve("bin/java"));
    assertThat(run(installed(launcher), environment, List.of()).exit()).isEqualTo(7);
  }

  @Test
  void allLaunchersStartJavaWithTheSameOptions() throws IOException {
    List<String> options =
        run(installed(SH), Map.of(), List.of())
            .output()
            .lines()
            .takeWhile(line -> line.startsWith("-X"))
            .toList();
    assertThat(options).isNotEmpty();
    assertThat(run(installed(NODE), Map.of(), List.of()).output().lines())
        .startsWith(options.toArray(String[]::new));
    assertThat(Files.readString(Path.of("bin/tiptoe.cmd"))).contains(String.join(" ", options));
  }

  @ParameterizedTest
  @ValueSource(strings = {SH, NODE})
  void theFirstRunTrainsAndLaterOnesStartFromTheArchive(String launcher) throws Exception {
    java = java("21.0.7", TRAIN);
    assertThat(run(installed(launcher), HERE, List.of()).output()).doesNotContain("-Xlog");
    String archive = trained();
    assertThat(archive).contains(home.toRealPath().toString(), java.toString()).endsWith("21.0.7");
    assertThat(run(installed(launcher), Map.of(), List.of()).output())
        .contains("-Xlog:disable\n-XX:SharedArchiveFile=" + archive + "\n");
    Files.setLastModifiedTime(home.resolve("lib/tiptoe.jar"), FileTime.from(later()));
    assertThat(run(installed(launcher), Map.of(), List.of()).output())
        .as("the archive is older than the jar")
        .doesNotContain(archive);
  }

  @ParameterizedTest
  @ValueSource(strings = {SH, NODE})
  void nothingIsTrainedWhereItCouldNotBeKeptOrIsNotWanted(String launcher) throws Exception {
    java = java("17", TRAIN);
    Path file = Files.createFile(folder.resolve("a file"));
    for (Map<String, String> environment :
        List.of(
            Map.of("CI", "true"),
            Map.of("CI", "", "TIPTOE_CACHE", "off"),
            Map.of("CI", "", "TIPTOE_CACHE", "", "XDG_CACHE_HOME", "", "HOME", ""),
            Map.of("CI", "", "TIPTOE_CACHE", file + "/below"))) {
      assertThat(run(installed(launcher), environment, List.of()).output())
          .as(environment.toString())
          .doesNotContain("-Xlog");
    }
    Thread.sleep(500);
    assertThat(java.resolve("trained")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {SH, NODE})
  void trainingThatFailedIsNotTriedAgainOnTheSameDay(String launcher) throws Exception {
    java = java("17", TRAIN);
    run(installed(launcher), HERE, List.of());
    Path archive = Path.of(trained());
    Files.delete(archive);
    Files.delete(java.resolve("trained"));
    Path failed = Files.createDirectory(Path.of(archive + ".new"));
    run(installed(launcher), HERE, List.of());
    Thread.sleep(500);
    assertThat(java.resolve("trained")).doesNotExist();
    Files.setLastModifiedTime(
        failed, FileTime.from(Instant.now().minus(Duration.ofDays(2).plusMinutes(1))));
    run(installed(launcher), HERE, List.of());
    assertThat(trained()).isEqualTo(archive.toString());
  }

  @Test
  void whatAPackagerTrainedIsTaken() throws IOException {
    String archive =
        run(installed(SH), Map.of(), List.of("train")).output().lines().reduce("", (a, b) -> b);
    assertThat(Path.of(archive)).startsWithRaw(home.toRealPath().resolve("archives"));
    Files.createDirectories(Path.of(archive).getParent());
    Files.createFile(Path.of(archive));
    assertThat(run(installed(SH), Map.of(), List.of()).output())
        .contains("-XX:SharedArchiveFile=" + archive + "\n");
    assertThat(run(installed(SH), Map.of("TIPTOE_CACHE", "off"), List.of()).output())
        .doesNotContain(archive);
  }

  @Test
  void aSignalThatStopsTheNodeLauncherStopsItsJavaFirst() throws IOException {
    java =
        java(
            "17",
            """
            #!/bin/sh
            trap 'echo stopped; exit 9' TERM
            kill -TERM $PPID
            while :; do sleep 0.05; done
            """);
    Finished run = run(installed(NODE), Map.of("TIPTOE_CACHE", "off"), List.of());
    assertThat(run.output()).isEqualTo("stopped\n");
    assertThat(run.exit()).isEqualTo(9);
  }

  private String trained() throws Exception {
    Path trained = java.resolve("trained");
    for (int tenths = 0; tenths < 600 && Files.notExists(trained); tenths++) {
      Thread.sleep(100);
    }
    return Files.readString(trained).strip();
  }

  private static Instant later() {
    return Instant.now().plusSeconds(60);
  }

  private Path installed(String launcher) {
    return home.resolve("bin").resolve(Path.of(launcher).getFileName());
  }

  private Finished run(Path launcher, Map<String, String> environment, List<String> arguments)
      throws IOException {
    if (launcher.toRealPath().toString().endsWith(".js")) {
      node();
    }
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "JAVA_HOME",
                java.toString(),
                "TIPTOE_CACHE",
                folder.resolve("cache").toString(),
                "CI",
                "true"));
    all.putAll(environment);
    return Finished.run(
        folder, all, Stream.concat(Stream.of(launcher.toString()), arguments.stream()).toList());
  }

  /** A folder like that of a JDK, whose java is a script. */
  private Path java(String version, String script) throws IOException {
    Path jdk = folder.resolve("jdk " + version);
    script(jdk.resolve("bin/java"), script);
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path node() throws IOException {
    try {
      List<String> ask = List.of("node", "-p", "process.execPath");
      return Path.of(Finished.run(folder, Map.of(), ask).output().strip());
    } catch (IOException e) {
      System.err.println("\n*** THE NPM LAUNCHER IS NOT TESTED: no node on this machine\n");
      throw new TestAbortedException("no node", e);
    }
  }
}
