package dev.tiptoe.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.proof.tools.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class BenchTest {

  private static final String TINY = "--scale=0.0002";

  @TempDir Path temporary;
  @TempDir Path kept;

  @Test
  void everyCommandHasARowForEveryInput() throws IOException {
    Finished run =
        bench("compare", TINY, "--pause=0.01", "--rounds=1", "tiptoe=cat {files}", "sizes=wc -c");
    assertThat(run.exit()).isZero();
    assertThat(run.output().lines().filter(line -> line.startsWith("| ")).skip(2))
        .hasSize(2 * 7)
        .allMatch(line -> line.matches("\\| [^|]+ \\| (tiptoe|sizes) \\| [\\d,]+ \\| .*"));
  }

  @Test
  void nothingIsLeftBehind() throws IOException {
    bench("compare", TINY, "--pause=0.01", "--rounds=1", "tiptoe=cat {files}");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  @Timeout(60)
  void nothingIsLeftBehindWhenItIsEnded() throws Exception {
    ProcessBuilder bench =
        new ProcessBuilder("bench/run", "compare", "--only=tokens", "tiptoe=tail -f {files}");
    bench.redirectErrorStream(true).environment().putAll(environment());
    Process process = bench.start();
    while (process.descendants().noneMatch(BenchTest::isTail)) {
      Thread.sleep(20);
    }
    List<ProcessHandle> children = process.descendants().toList();
    process.toHandle().destroy(); // The process itself would close its output.
    assertThat(new String(process.getInputStream().readAllBytes())).doesNotContain("| tiptoe |");
    assertThat(temporary).isEmptyDirectory();
    while (children.stream().anyMatch(BenchTest::isTail)) {
      Thread.sleep(20);
    }
  }

  @Test
  void aCommandThatFailsIsOutAndTheOthersGoOn() throws IOException {
    Finished run =
        bench(
            "compare",
            "--only=tokens",
            "--pause=0.01",
            "--rounds=2",
            "tiptoe=cat {files}",
            "broken=ls nowhere");
    assertThat(run.exit()).isZero();
    assertThat(run.output())
        .containsPattern("\\| tiptoe \\| \\d+ \\|")
        .containsPattern("\\| broken \\| exit 2: ls: .*nowhere.*\\| \\| \\| \\|");
  }

  @Test
  void aCommandThatTakesTooLongIsEnded() throws IOException {
    Finished run =
        bench(
            "compare",
            "--only=tokens",
            "--timeout=1",
            "--pause=0.01",
            "--rounds=1",
            "tiptoe=tail -f {files}");
    assertThat(run.output()).contains("| tiptoe | > 1 s |");
  }

  @Test
  void keptInputsAreTakenAgainAndHalfMadeOnesAreNot() throws IOException {
    List<String> command =
        List.of(
            "compare",
            "--only=tokens",
            "--inputs=" + kept,
            "--pause=0.01",
            "--rounds=1",
            "tiptoe=cat");
    Files.createDirectories(kept.resolve("statements-3.part/migration.sql"));
    bench(command.toArray(String[]::new));
    Path input = kept.resolve("statements-3/migration.sql");
    FileTime made = Files.getLastModifiedTime(input);
    bench(command.toArray(String[]::new));
    assertThat(Files.getLastModifiedTime(input)).isEqualTo(made);
    try (Stream<Path> all = Files.list(kept)) {
      assertThat(all).containsExactly(kept.resolve("statements-3"));
    }
  }

  @Test
  void growthIsDrawnWithALineForEachCommand() throws Exception {
    Path picture = temporary.resolve("growth.svg");
    Finished run =
        bench(
            "growth",
            TINY,
            "--pause=0.01",
            "--rounds=1",
            "--svg=" + picture,
            "tiptoe=ls {target}",
            "a<b=cat");
    assertThat(run.output()).contains("| 10 | a<b | ").contains("| 1 | tiptoe | ");
    Document svg =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(picture.toFile());
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < svg.getElementsByTagName("text").getLength(); i++) {
      texts.add(svg.getElementsByTagName("text").item(i).getTextContent());
    }
    assertThat(texts)
        .contains("tiptoe", "a<b", "in proportion to the size", "statements in one file");
  }

  @Test
  void wrongUseIsExplained() throws IOException {
    assertThat(bench("compare", "--round=3"))
        .isEqualTo(new Finished(2, "bench/run: unknown option --round; see bench/run --help\n"));
    assertThat(bench("compare", "--rounds=few").output())
        .isEqualTo("bench/run: --rounds takes a number above 0 and below 10000, not few\n");
    assertThat(bench("compare", "--only=small").output())
        .startsWith("bench/run: there is no input \"small\", only tokens, ");
    assertThat(bench("compare", "squawk").output())
        .isEqualTo("bench/run: \"squawk\" is not of the form NAME=COMMAND\n");
  }

  private Finished bench(String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of("bench/run"));
    line.addAll(List.of(arguments));
    return Finished.run(Path.of("."), environment(), line);
  }

  private Map<String, String> environment() {
    return Map.of("JAVA_HOME", System.getProperty("java.home"), "TMPDIR", temporary.toString());
  }

  private static boolean isTail(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("tail")).isPresent();
  }
}
