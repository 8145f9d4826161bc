package dev.tiptoe.report;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.lint.Severity;
import java.io.IOException;
import java.util.List;

/**
 * The errors, and what else makes the run fail, of what another report would tell; nothing if all
 * is well.
 */
public final class FailuresOnly implements Report {

  private final Report report;

  public FailuresOnly(Report report) {
    this.report = report;
  }

  @Override
  public void file(CheckedFile checked) throws IOException {
    LintResult all = checked.result();
    List<Finding> failures =
        all.findings().stream()
            .filter(f -> f.severity() == Severity.ERROR || checked.fails(f))
            .toList();
    LintResult result = new LintResult(all.script(), failures, all.crashes(), all.schema());
    report.file(new CheckedFile(result, 0, checked.problem(), List.of(), checked.failOn()));
  }

  @Override
  public void end(Summary summary) {
    // A summary is no error.
  }
}
