package dev.tiptoe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be said of the container without building it. */
class ContainerfileTest {

  private List<String> instructions;

  @BeforeEach
  void read() throws IOException {
    instructions =
        Files.readString(Path.of("packaging/container/Containerfile"))
            .replaceAll("(?m)^#.*\\n", "")
            .replaceAll("\\\\\\n\\s*", "")
            .lines()
            .filter(line -> !line.isBlank())
            .toList();
  }

  @Test
  void everyInstructionIsOneThatThereIs() {
    assertThat(instructions)
        .isNotEmpty()
        .allMatch(line -> line.matches("(FROM|RUN|ARG|LABEL|ADD|USER|WORKDIR|ENTRYPOINT) .*"));
  }

  @Test
  void itRunsAsNobodySpecialAndByNumberSoThatAClusterCanTell() {
    assertThat(instructions.indexOf("USER 10001"))
        .isGreaterThan(last("RUN"))
        .isGreaterThan(last("ADD"));
    assertThat(instructions).filteredOn(line -> line.startsWith("USER")).hasSize(1);
  }

  @Test
  void gitTrustsTheRepositoryThatIsMounted() {
    assertThat(instructions).anyMatch(line -> line.contains("--system --add safe.directory '*'"));
    assertThat(instructions).contains("WORKDIR /work", "ENTRYPOINT [\"tiptoe\"]");
  }

  @Test
  void itsJavaIsAJreOfAKnownVersion() {
    assertThat(instructions.get(0)).matches("FROM eclipse-temurin:\\d+-jre-alpine");
  }

  @Test
  void whatItAddsIsTheArchiveThatTheReleaseBuilds() throws IOException {
    assertThat(Files.readString(Path.of("packaging/release")))
        .contains("archive=tiptoe-$version")
        .contains(">\"$folder/$archive.tar.gz\"");
    assertThat(instructions)
        .contains("ADD tiptoe-${VERSION}.tar.gz /opt/")
        .anyMatch(line -> line.contains("/opt/tiptoe-${VERSION}/bin/tiptoe"));
    assertThat(instructions.indexOf("ARG VERSION")).isLessThan(last("ADD"));
  }

  private int last(String instruction) {
    int last = -1;
    for (int i = 0; i < instructions.size(); i++) {
      last = instructions.get(i).startsWith(instruction + " ") ? i : last;
    }
    return last;
  }
}
