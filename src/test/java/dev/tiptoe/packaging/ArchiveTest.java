package dev.tiptoe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.proof.tools.Finished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that the launcher lets Java start from, made and read by a real Java. */
class ArchiveTest {

  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  @TempDir Path folder;

  private Installed tiptoe;
  private Path cache;

  @BeforeEach
  void install() throws IOException {
    tiptoe = Installed.in(folder.resolve("install"));
    cache = folder.resolve("a cache");
    Files.writeString(folder.resolve("a.sql"), "ALTER TABLE \"t\" ADD COLUMN \"a\" int;\n");
  }

  @Test
  void eightFirstRunsAtOnceMakeOneArchiveAndSayWhatLaterOnesSay() throws Exception {
    List<CompletableFuture<Finished>> first = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      first.add(CompletableFuture.supplyAsync(this::run));
    }
    Set<String> said = new HashSet<>();
    for (CompletableFuture<Finished> run : first) {
      said.add(run.join().exit() + run.join().output());
    }
    Path archive = trained();
    said.add(run().exit() + run().output());
    assertThat(said).hasSize(1);
    assertThat(said.iterator().next()).startsWith("0").contains("Checked 1 file");
    try (Stream<Path> files = Files.list(archive.getParent())) {
      assertThat(files).containsExactly(archive);
    }
    assertThat(loaded(archive)).contains("dev.tiptoe.cli.Main source: shared objects file");
  }

  @Test
  void whatIsNoArchiveDoesNoHarm() throws IOException {
    Path archive = packagers();
    byte[] whole = Files.readAllBytes(archive);
    String usual = run().output();
    for (int size : List.of(0, 10, 5_000, whole.length / 2, whole.length - 10_000)) {
      Files.delete(archive);
      Files.write(archive, Arrays.copyOf(whole, size));
      Finished run = run();
      assertThat(run.output()).as("cut off after %d bytes", size).isEqualTo(usual);
      assertThat(run.exit()).isZero();
    }
    Files.writeString(archive, "no archive\n".repeat(1000));
    assertThat(run().output()).isEqualTo(usual);
  }

  @Test
  void thePackagersArchiveIsMadeBesideTheProgramAndTakenFirst() throws IOException {
    Path archive = packagers();
    assertThat(archive).startsWith(tiptoe.home().resolve("archives"));
    run();
    assertThat(cache).doesNotExist();
    assertThat(loaded(archive)).contains("dev.tiptoe.cli.Main source: shared objects file");
  }

  @Test
  void theArchiveOfAJarThatWasReplacedIsNotUsed() throws IOException {
    Path archive = packagers();
    Files.delete(tiptoe.jar());
    Files.copy(Installed.in(folder.resolve("another")).jar(), tiptoe.jar());
    assertThat(run().output()).contains("Checked 1 file");
    assertThat(loaded(archive)).doesNotContain("dev.tiptoe.cli.Main source: shared objects file");
  }

  private Path packagers() throws IOException {
    Finished train = tiptoe("train");
    assertThat(train.output()).isEmpty();
    assertThat(train.exit()).isZero();
    try (Stream<Path> files = Files.walk(tiptoe.home().resolve("archives"))) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  /** The archive that a run makes in the background. */
  private Path trained() throws Exception {
    for (int tenths = 0; tenths < 1200; tenths++) {
      try (Stream<Path> files = Files.walk(cache)) {
        List<Path> all = files.filter(Files::isRegularFile).toList();
        if (all.size() == 1 && !all.get(0).toString().contains(".new")) {
          return all.get(0);
        }
      } catch (IOException | UncheckedIOException changing) {
        // What is walked through comes and goes meanwhile.
      }
      Thread.sleep(100);
    }
    throw new AssertionError("nothing was trained in two minutes");
  }

  /** Where Java loads the program's first class from. */
  private String loaded(Path archive) throws IOException {
    return Finished.run(
            folder,
            Map.of(),
            List.of(
                JAVA_HOME.resolve("bin/java").toString(),
                "-XX:+UseSerialGC",
                "-Xss16m",
                "-XX:SharedArchiveFile=" + archive,
                "-Xlog:class+load",
                "-cp",
                tiptoe.jar().toString(),
                "dev.tiptoe.cli.Main",
                "--version"))
        .output();
  }

  private Finished run() {
    try {
      return tiptoe("a.sql");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Finished tiptoe(String... arguments) throws IOException {
    return Finished.run(
        folder,
        Map.of("JAVA_HOME", JAVA_HOME.toString(), "TIPTOE_CACHE", cache.toString(), "CI", ""),
        Stream.concat(Stream.of(tiptoe.launcher().toString()), Stream.of(arguments)).toList());
  }
}
