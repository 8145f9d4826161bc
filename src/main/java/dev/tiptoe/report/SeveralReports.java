package dev.tiptoe.report;

import java.io.IOException;
import java.util.List;

/** Tells several reports of the same run. */
public final class SeveralReports implements Report {

  private final List<Report> reports;

  public SeveralReports(List<Report> reports) {
    this.reports = List.copyOf(reports);
  }

  @Override
  public void file(CheckedFile checked) throws IOException {
    for (Report report : reports) {
      report.file(checked);
    }
  }

  @Override
  public void end(Summary summary) throws IOException {
    for (Report report : reports) {
      report.end(summary);
    }
  }
}
