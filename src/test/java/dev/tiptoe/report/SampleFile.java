package dev.tiptoe.report;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import dev.tiptoe.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file with findings made up for a test. */
final class SampleFile {

  static final ReportContext CONTEXT =
      new ReportContext(
          "1",
          "https://example.org",
          id -> new RuleText("A title.", "Some help.", Severity.ERROR, "https://example.org/" + id),
          path -> path);

  private final SourceFile file;
  private final List<Finding> findings = new ArrayList<>();

  SampleFile(String text) {
    this("a.sql", text);
  }

  SampleFile(String path, String text) {
    file = new SourceFile(path, text);
  }

  SampleFile finding(Severity severity, Span span, String message, TextEdit... edits) {
    Optional<Fix> fix =
        edits.length == 0
            ? Optional.empty()
            : Optional.of(new Fix("mend it", Fix.Safety.SAFE, List.of(edits)));
    findings.add(new Finding("a-rule", severity, Hazard.FAILS, file, span, message, "", fix));
    return this;
  }

  Finding only() {
    return findings.get(0);
  }

  CheckedFile checked() {
    Target target = new Target(Dialect.POSTGRESQL, Version.of("16").orElseThrow());
    return CheckedFile.linted(
        new LintResult(Script.read(file, target), findings, List.of(), new Catalog(target)),
        Optional.of(Severity.ERROR));
  }

  /** What a format writes of it. */
  String report(Format format) throws Exception {
    StringBuilder out = new StringBuilder();
    return report(format.open(out, () -> CONTEXT, Display.PLAIN), out);
  }

  /** What a report writes of it. */
  String report(Report report, StringBuilder out) throws Exception {
    CheckedFile checked = checked();
    Summary summary = new Summary(Summary.Purpose.LINT);
    summary.add(checked, Summary.Versions.GIVEN);
    report.file(checked);
    report.end(summary);
    return out.toString();
  }
}
