package dev.tiptoe.report;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Severity;
import java.io.IOException;

/** The XML of Checkstyle, which most build servers read. */
final class CheckstyleReport implements Report {

  /** The version of Checkstyle whose XML this is; readers demand one and look no closer. */
  private static final String VERSION = "10.0";

  private final ReportContext context;
  private final XmlOutput xml;

  CheckstyleReport(Appendable out, ReportContext context) throws IOException {
    this.context = context;
    xml = new XmlOutput(out);
    xml.start("checkstyle", "version", VERSION);
  }

  @Override
  public void file(CheckedFile checked) throws IOException {
    if (checked.result().findings().isEmpty()) {
      return;
    }
    xml.start("file", "name", context.path(checked.path()));
    for (Finding finding : checked.result().findings()) {
      int offset = finding.span().start();
      xml.element(
          "error",
          "",
          "line",
          Integer.toString(finding.file().line(offset)),
          "column",
          Integer.toString(Places.column(finding.file(), offset)),
          "severity",
          finding.severity() == Severity.NOTE ? "info" : finding.severity().id(),
          "message",
          (finding.message() + " " + finding.advice()).strip(),
          "source",
          "tiptoe." + finding.rule());
    }
    xml.end();
  }

  @Override
  public void end(Summary summary) throws IOException {
    for (Summary.Unread unread : summary.unread()) {
      xml.start("file", "name", context.path(unread.path()));
      xml.element(
          "error",
          "",
          "severity",
          "error",
          "message",
          "Not judged: " + unread.reason(),
          "source",
          "tiptoe.unread");
      xml.end();
    }
    xml.end();
    xml.close();
  }
}
