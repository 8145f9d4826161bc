package dev.tiptoe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.text.EditPlan;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import dev.tiptoe.text.TextEdit;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SuggestionTest {

  @Test
  void editsBecomeTheLinesAroundThem() {
    String text = "-- one\nALTER two;\n-- three\n";
    Suggestion suggestion =
        of(text, TextEdit.insert(7, "-- step\n"), TextEdit.replace(new Span(13, 16), "TWO"));
    assertThat(suggestion).isEqualTo(new Suggestion(new Lines(2, 2), "-- step\nALTER TWO;"));
  }

  @Test
  void whatIsAddedBehindTheLastLineIsAReplacementOfThatLine() {
    assertThat(of("a\nb\n", TextEdit.insert(4, "c\n")))
        .isEqualTo(new Suggestion(new Lines(2, 2), "b\nc"));
    assertThat(of("a\nb", TextEdit.insert(3, "\nc")))
        .isEqualTo(new Suggestion(new Lines(2, 2), "b\nc"));
  }

  @Test
  void noCommentHoldsALineWithoutEnd() {
    String line = "x".repeat(1 << 17);
    Finding finding = finding(line + "\n", TextEdit.insert(0, "-- "));
    assertThat(Suggestion.of(finding)).isEmpty();
    assertThat(Suggestion.of(finding("SELECT 1;"))).isEmpty();
  }

  @Property
  void acceptingItIsTheSameAsMakingTheEdits(
      @ForAll @StringLength(max = 30) @Chars({'a', 'b', '\n'}) String text,
      @ForAll @IntRange(max = 30) int first,
      @ForAll @IntRange(max = 30) int second,
      @ForAll @StringLength(max = 4) @Chars({'x', '\n'}) String added) {
    int start = Math.min(Math.min(first, second), text.length());
    int end = Math.min(Math.max(first, second), text.length());
    TextEdit edit = TextEdit.replace(new Span(start, end), added);
    Optional<Suggestion> suggestion = Suggestion.of(finding(text, edit));
    // Nothing in place of lines is no line rather than an empty one.
    Assume.that(!suggestion.orElseThrow().text().isEmpty());
    EditPlan plan = new EditPlan();
    plan.add(List.of(edit));
    assertThat(accepted(text, suggestion.orElseThrow())).isEqualTo(lines(plan.applyTo(text)));
  }

  /** Its lines, in which a line end at the end begins no further one. */
  private static String lines(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static String accepted(String text, Suggestion suggestion) {
    SourceFile file = new SourceFile("a.sql", text);
    int start = file.lineStart(suggestion.lines().first());
    int end = file.lineSpan(file.lineStart(suggestion.lines().last())).end();
    return lines(text.substring(0, start) + suggestion.text() + text.substring(end));
  }

  private static Suggestion of(String text, TextEdit... edits) {
    return Suggestion.of(finding(text, edits)).orElseThrow();
  }

  private static Finding finding(String text, TextEdit... edits) {
    return new SampleFile(text).finding(Severity.ERROR, Span.at(0), "m", edits).only();
  }
}
