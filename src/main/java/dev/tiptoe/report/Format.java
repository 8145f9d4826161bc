package dev.tiptoe.report;

import java.io.IOException;
import java.util.Locale;

/** How findings are written; what a format needs is loaded when it is opened. */
public enum Format {
  TEXT,
  CONCISE,
  JSON,
  JSONL,
  SARIF,
  GITHUB,
  GITLAB,
  RDJSON,
  CHECKSTYLE,
  JUNIT,
  MARKDOWN;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether people read it in a terminal or a log, rather than programs. */
  public boolean isForPeople() {
    return this == TEXT || this == CONCISE;
  }

  /**
   * Begins a report.
   *
   * @param display what the place that it goes to can show, if it is for people
   */
  public Report open(Appendable out, ReportContext context, Display display) throws IOException {
    return switch (this) {
      case TEXT -> new TextReport(out, display);
      case CONCISE -> new ConciseReport(out, display);
      case JSON -> new JsonReport(out, context);
      case JSONL -> new JsonLinesReport(out, context);
      case SARIF -> new SarifReport(out, context);
      case GITHUB -> new GithubReport(out, context);
      case GITLAB -> new GitlabReport(out, context);
      case RDJSON -> new RdjsonReport(out, context);
      case CHECKSTYLE -> new CheckstyleReport(out, context);
      case JUNIT -> new JunitReport(out, context);
      case MARKDOWN -> MarkdownReport.comment(out, context);
    };
  }
}
