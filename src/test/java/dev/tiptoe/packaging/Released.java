package dev.tiptoe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.proof.tools.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code packaging/release} has built, and a folder in which somebody uses it. */
record Released(Path folder) {

  private static final Path BUILT = Path.of("target/release").toAbsolutePath();

  /** The file whose name is that of the program and its version, and then this. */
  static Path file(String ending) throws IOException {
    return find(ending)
        .orElseThrow(() -> new AssertionError("no tiptoe-VERSION" + ending + " in " + BUILT));
  }

  /** The same; empty if there is none. */
  static Optional<Path> find(String ending) throws IOException {
    assertThat(BUILT).as("packaging/release builds what this test looks at").isDirectory();
    String name = "tiptoe-[0-9.]+(-SNAPSHOT)?" + ending;
    try (Stream<Path> files = Files.list(BUILT)) {
      return files.filter(file -> file.getFileName().toString().matches(name)).findFirst();
    }
  }

  static String version() throws IOException {
    String name = file("\\.jar").getFileName().toString();
    return name.substring("tiptoe-".length(), name.length() - ".jar".length());
  }

  /** A copy of the small Prisma project with a migration that fails. */
  static Released inDemo(Path folder) throws IOException {
    Path demo = Path.of("testdata/demo");
    try (Stream<Path> files = Files.walk(demo)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(demo.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return new Released(folder);
  }

  Finished run(String... command) throws IOException {
    return run(Map.of(), command);
  }

  Finished run(Map<String, String> environment, String... command) throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("TIPTOE_CACHE", "off"); // Nothing goes on in the background of a test.
    all.put("npm_config_loglevel", "error"); // No warnings about the settings of this machine.
    return Finished.run(folder, all, List.of(command));
  }

  /** Runs a command that has to succeed, and returns what it said. */
  String succeed(String... command) throws IOException {
    Finished finished = run(command);
    assertThat(finished.exit()).as(finished.output()).isZero();
    return finished.output();
  }

  /** Demands that a way to run the program finds what is wrong with the demo. */
  void judgesTheDemo(String... program) throws IOException {
    Finished lint = run(program);
    assertThat(lint.output()).contains("error[add-not-null-column]", "Checked 2 files");
    assertThat(lint.exit()).isEqualTo(1);
    String[] version =
        Stream.concat(Stream.of(program), Stream.of("--version")).toArray(String[]::new);
    assertThat(succeed(version)).isEqualTo("tiptoe " + version() + "\n");
  }
}
