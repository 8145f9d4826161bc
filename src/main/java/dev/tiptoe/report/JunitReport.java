package dev.tiptoe.report;

import dev.tiptoe.lint.Finding;
import java.io.IOException;
import java.util.List;

/**
 * The XML of JUnit: each file is a test, which fails if the run fails for what is found in it. Each
 * has a suite of its own, because a suite begins with the count of its failures.
 */
final class JunitReport implements Report {

  private final ReportContext context;
  private final XmlOutput xml;

  JunitReport(Appendable out, ReportContext context) throws IOException {
    this.context = context;
    xml = new XmlOutput(out);
    xml.start("testsuites", "name", "tiptoe");
  }

  @Override
  public void file(CheckedFile checked) throws IOException {
    String path = context.path(checked.path());
    List<Finding> failures = checked.result().findings().stream().filter(checked::fails).toList();
    List<Finding> others =
        checked.result().findings().stream().filter(finding -> !checked.fails(finding)).toList();
    startSuite(path, failures.isEmpty() ? 0 : 1, 0);
    if (!failures.isEmpty()) {
      xml.element(
          "failure",
          lines(path, failures),
          "message",
          failures.get(0).message(),
          "type",
          failures.get(0).rule());
    }
    if (!others.isEmpty()) {
      xml.element("system-out", lines(path, others));
    }
    endSuite();
  }

  @Override
  public void end(Summary summary) throws IOException {
    for (Summary.Unread unread : summary.unread()) {
      startSuite(context.path(unread.path()), 0, 1);
      xml.element("error", "", "message", "Not judged: " + unread.reason(), "type", "unread");
      endSuite();
    }
    xml.end();
    xml.close();
  }

  private void startSuite(String path, int failures, int errors) throws IOException {
    xml.start(
        "testsuite",
        "name",
        path,
        "tests",
        "1",
        "failures",
        Integer.toString(failures),
        "errors",
        Integer.toString(errors));
    xml.start("testcase", "name", path, "classname", "tiptoe", "file", path);
  }

  private void endSuite() throws IOException {
    xml.end();
    xml.end();
  }

  private static String lines(String path, List<Finding> findings) {
    StringBuilder lines = new StringBuilder();
    for (Finding finding : findings) {
      int offset = finding.span().start();
      lines
          .append(path)
          .append(':')
          .append(finding.file().line(offset))
          .append(": ")
          .append(finding.severity().id())
          .append('[')
          .append(finding.rule())
          .append("]: ")
          .append(finding.message())
          .append(' ')
          .append(finding.advice())
          .append('\n');
    }
    return lines.toString();
  }
}
