package dev.tiptoe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.proof.tools.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** What can be said of the container without building it. */
class ContainerfileTest {

  private static final String LINTER = "dockerfilelint@1.8.0";

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
        .contains("pack \"$archive\"", ">\"$folder/$1.tar.gz\"");
    assertThat(instructions)
        .contains("ADD tiptoe-${VERSION}.tar.gz /opt/")
        .anyMatch(line -> line.contains("/opt/tiptoe-${VERSION}/bin/tiptoe"));
    assertThat(instructions.indexOf("ARG VERSION")).isLessThan(last("ADD"));
  }

  @Test
  @Tag("release")
  void aLinterFindsNothingToSay() throws IOException {
    Finished lint;
    try {
      lint =
          new Released(Path.of("packaging/container"))
              .run("npm", "exec", "--yes", "--ignore-scripts", "--", LINTER, "Containerfile");
    } catch (IOException e) {
      throw new TestAbortedException("THE CONTAINERFILE IS NOT LINTED: no npm", e);
    }
    if (lint.output().contains("npm error network") && System.getenv("CI") == null) {
      throw new TestAbortedException("THE CONTAINERFILE IS NOT LINTED: " + lint.output());
    }
    assertThat(lint.output()).contains("Issues: None found");
  }

  private int last(String instruction) {
    int last = -1;
    for (int i = 0; i < instructions.size(); i++) {
      last = instructions.get(i).startsWith(instruction + " ") ? i : last;
    }
    return last;
  }
}
