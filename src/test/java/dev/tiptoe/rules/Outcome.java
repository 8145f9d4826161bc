package dev.tiptoe.rules;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.lint.Linter;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Script;
import dev.tiptoe.text.EditPlan;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the linter finds in a text and what the fixer makes of it, under the options of an example.
 */
record Outcome(LintResult found, FixResult fix) {

  static Outcome of(Example example, String sql) {
    SourceFile file = example.file(sql);
    Linter linter = example.linter();
    return new Outcome(
        linter.lint(Script.read(file, example.target()), example.circumstances(sql)),
        new Fixer(linter).fix(file, example.circumstances(sql)));
  }

  String fixed() {
    return fix.file().text();
  }

  /** The findings as a page shows them. */
  String text() {
    return text(found.findings());
  }

  static String text(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(finding.file().line(finding.span().start()))
          .append(':')
          .append(finding.file().column(finding.span().start()))
          .append(' ')
          .append(finding.severity().name().toLowerCase(Locale.ROOT))
          .append(' ')
          .append(finding.hazard().id())
          .append(' ')
          .append(finding.rule())
          .append(": ")
          .append(finding.message())
          .append('\n');
      if (!finding.advice().isEmpty()) {
        text.append("  ").append(finding.advice()).append('\n');
      }
    }
    return text.toString();
  }

  /**
   * What all rules report beside {@code except}, without places, which move when text is inserted.
   */
  List<String> wordsBeside(String except, List<Finding> findings) {
    List<String> words = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.severity() != Severity.NOTE && !finding.rule().equals(except)) {
        words.add(finding.rule() + ": " + finding.message());
      }
    }
    return words;
  }

  /** The edits of the first pass; a fix that collides with an earlier one waits for the next. */
  List<TextEdit> firstEdits() {
    EditPlan plan = new EditPlan();
    List<Fix> seen = new ArrayList<>();
    for (Finding finding : found.findings()) {
      finding
          .fix()
          .filter(f -> seen.stream().noneMatch(s -> s == f))
          .ifPresent(
              f -> {
                seen.add(f);
                plan.add(f.edits());
              });
    }
    return plan.edits();
  }
}
