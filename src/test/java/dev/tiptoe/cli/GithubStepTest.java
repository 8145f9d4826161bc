package dev.tiptoe.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run adds by itself in a job of GitHub's. */
class GithubStepTest {

  @TempDir Path folder;
  private Path summary;

  @BeforeEach
  void writeFile() throws IOException {
    summary = folder.resolve("summary.md");
    Session.write(folder.resolve("sub/a.sql"), Session.REQUIRED);
    Files.createDirectory(folder.resolve(".git"));
  }

  @Test
  void annotationsFollowTheTextWithPathsFromTheTopOfTheRepository() {
    Session session = job(folder.resolve("sub"));
    session.run("--dialect", "postgresql", "--all", "a.sql");
    assertThat(session.out())
        .startsWith("a.sql:1:33: error")
        .contains("\n::error file=sub/a.sql,line=1,endLine=1,col=33,");
  }

  @Test
  void theStepSummaryIsAddedToWhatIsThere() throws IOException {
    Files.writeString(summary, "## Mine\n");
    job(folder).run("--dialect", "postgresql", "--all", "sub");
    assertThat(summary)
        .content()
        .startsWith("## Mine\n<!-- tiptoe -->\n")
        .contains("| error | <code>sub/a.sql&#58;1</code> |");
  }

  @Test
  void thereIsNoMoreOfItThanGithubTakes() throws IOException {
    String drops =
        IntStream.range(0, 50).mapToObj(i -> "DROP TABLE t" + i + ";\n").collect(joining());
    Session.write(folder.resolve("sub/b.sql"), drops);
    Files.writeString(summary, "x".repeat((1 << 20) - 8_000));
    job(folder).run("--dialect", "postgresql", "--all", "sub");
    assertThat(summary).content().containsPattern("\\d+ more findings have no room here");
    assertThat(Files.size(summary)).isLessThanOrEqualTo(1 << 20);
  }

  @Test
  void nothingIsAddedToAFullSummary() throws IOException {
    Files.writeString(summary, "x".repeat((1 << 20) - 100));
    job(folder).run("--dialect", "postgresql", "--all", "sub");
    assertThat(summary).hasSize((1 << 20) - 100);
  }

  @Test
  void nothingIsMixedIntoWhatProgramsRead() throws IOException {
    Session session = job(folder);
    session.run("--dialect", "postgresql", "--all", "--format", "json", "sub");
    assertThat(new ObjectMapper().readTree(session.out()).at("/summary/errors").asInt()).isOne();
    assertThat(session.err()).isEmpty();
    assertThat(summary).isNotEmptyFile();
  }

  @Test
  void itCanBeTurnedOff() {
    Session session = job(folder).variable("TIPTOE_GITHUB", "off");
    session.run("--dialect", "postgresql", "--all", "sub");
    assertThat(session.out()).doesNotContain("::error");
    assertThat(summary).doesNotExist();
  }

  @Test
  void aPreviewAddsNothing() {
    Session session = job(folder);
    session.run("--dialect", "postgresql", "--all", "--diff", "sub");
    assertThat(session.out() + session.err()).doesNotContain("::");
    assertThat(summary).doesNotExist();
  }

  @Test
  void aSummaryThatCannotBeWrittenIsNoReasonToFail() throws IOException {
    Session session = job(folder).variable("GITHUB_STEP_SUMMARY", "sub");
    assertThat(session.run("--dialect", "postgresql", "--all", "sub")).isEqualTo(1);
    assertThat(session.err()).startsWith("tiptoe: the step summary was not written: ");
  }

  private Session job(Path from) {
    return new Session(from)
        .variable("GITHUB_ACTIONS", "true")
        .variable("GITHUB_STEP_SUMMARY", summary.toString());
  }
}
