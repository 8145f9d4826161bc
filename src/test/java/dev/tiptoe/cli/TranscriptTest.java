package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every session in testdata/cli goes as it is written there; {@code -Dupdate} writes down how it
 * goes instead.
 */
class TranscriptTest {

  private static final Path TRANSCRIPTS = Path.of("testdata", "cli");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> every_session_goes_as_written() throws IOException {
    List<Path> transcripts;
    try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
      transcripts = files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    return transcripts.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> replay(file)));
  }

  private void replay(Path file) throws IOException {
    String written = Files.readString(file);
    String real = new Transcript(Files.createTempDirectory(folder, "session")).replay(written);
    if (System.getProperty("update") != null && !real.equals(written)) {
      assertThat(System.getenv("CI")).as("CI must not rewrite what it checks").isNull();
      Files.writeString(file, real);
    } else {
      assertThat(real).isEqualTo(written);
    }
  }
}
