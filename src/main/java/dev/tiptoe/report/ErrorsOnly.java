package dev.tiptoe.report;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.lint.Severity;
import java.io.IOException;
import java.util.List;

/** What is an error of what another report would tell, and nothing if all is well. */
public final class ErrorsOnly implements Report {

  private final Report report;

  public ErrorsOnly(Report report) {
    this.report = report;
  }

  @Override
  public void file(CheckedFile checked) throws IOException {
    LintResult all = checked.result();
    List<Finding> errors =
        all.findings().stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    LintResult result = new LintResult(all.script(), errors, all.crashes(), all.schema());
    report.file(new CheckedFile(result, 0, checked.problem(), List.of(), checked.failOn()));
  }

  @Override
  public void end(Summary summary) {
    // A summary is no error.
  }
}
