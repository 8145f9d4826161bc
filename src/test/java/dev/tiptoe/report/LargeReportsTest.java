package dev.tiptoe.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.text.Span;
import dev.tiptoe.text.TextEdit;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports of more than their readers take. */
class LargeReportsTest {

  private static final int MANY = 20_000;

  @ParameterizedTest
  @EnumSource
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void noFormatLooksAtTheWholeFileForEachFinding(Format format) throws Exception {
    SampleFile file = new SampleFile("INSERT INTO t VALUES " + "(1, 'one value'), ".repeat(MANY));
    for (int i = 0; i < MANY; i++) {
      int at = 21 + 18 * i;
      file.finding(Severity.WARNING, new Span(at, at + 2), "message", TextEdit.insert(at, "/* */"));
    }
    assertThat(file.report(format)).isNotEmpty();
  }

  @Test
  void sarifKeepsTheWorstAndTellsHowManyAreLeftOut() throws Exception {
    StringBuilder out = new StringBuilder();
    JsonNode run =
        new ObjectMapper()
            .readTree(mixed(3).report(new SarifReport(out, SampleFile.CONTEXT, 4), out))
            .at("/runs/0");
    assertThat(run.get("results").findValuesAsText("level"))
        .containsExactly("error", "error", "error", "warning");
    assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText())
        .startsWith("5 more findings are left out");
  }

  @Test
  void aCommentHasRoomForTheWorstAndSaysWhatIsNotShown() throws Exception {
    String comment = mixed(2_000).report(Format.MARKDOWN);
    assertThat(comment.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(30_000, 65_536);
    long rows = comment.lines().filter(line -> line.matches("\\| (error|warning|note) .*")).count();
    long proposals = comment.lines().filter(line -> line.startsWith("<details>")).count();
    assertThat(comment)
        .doesNotContain("| note |")
        .contains("\n" + (6_000 - rows) + " more findings have no room here")
        .contains("\nThe SQL of " + (6_000 - proposals) + " fixes has no room here");
    assertThat(rows).isPositive();
    assertThat(proposals).isPositive();
  }

  @Test
  void githubGetsTenOfAKindTheWorstFirst() throws Exception {
    String[] lines = mixed(12).report(Format.GITHUB).split("\n");
    assertThat(lines).hasSize(31);
    assertThat(lines[0]).startsWith("::error ");
    assertThat(lines[10]).startsWith("::warning ");
    assertThat(lines[20]).startsWith("::notice ");
    assertThat(lines[30])
        .isEqualTo(
            "GitHub shows 10 annotations of a kind. Without one: 2 errors, 2 warnings, 2 notes.");
  }

  /** So many notes, warnings and errors, a line and a fix each. */
  private static SampleFile mixed(int ofEach) {
    SampleFile file = new SampleFile("SELECT 1;\n".repeat(3 * ofEach));
    for (int i = 0; i < 3 * ofEach; i++) {
      Severity severity = Severity.values()[i / ofEach];
      file.finding(
          severity, new Span(10 * i, 10 * i + 9), "m", TextEdit.insert(10 * i, "-- mended\n"));
    }
    return file;
  }
}
