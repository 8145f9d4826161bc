package dev.tiptoe.report;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;

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
   * @param context asked for only by reports for programs
   * @param display what the place that it goes to can show, if it is for people
   */
  public Report open(Appendable out, Supplier<ReportContext> context, Display display)
      throws IOException {
    return switch (this) {
      case TEXT -> new TextReport(out, display);
      case CONCISE -> new ConciseReport(out, display);
      case JSON -> new JsonReport(out, context.get());
      case JSONL -> new JsonLinesReport(out, context.get());
      case SARIF -> new SarifReport(out, context.get());
      case GITHUB -> new GithubReport(out, context.get());
      case GITLAB -> new GitlabReport(out, context.get());
      case RDJSON -> new RdjsonReport(out, context.get());
      case CHECKSTYLE -> new CheckstyleReport(out, context.get());
      case JUNIT -> new JunitReport(out, context.get());
      case MARKDOWN -> MarkdownReport.comment(out, context.get());
    };
  }
}
