package dev.tiptoe.report;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.lint.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * One comment on a pull request: a table of findings, the worst first, then the SQL that is
 * proposed, as far as there is room. Its first line is hidden and always the same, so that whoever
 * posts it finds the comment again and updates it.
 */
public final class MarkdownReport implements Report {

  /**
   * The most that GitHub takes for a comment, counted in characters; bytes are at least as many.
   */
  private static final int COMMENT = 65_536;

  /** What the lines around the table and the proposals take at most. */
  private static final int FRAME = 2_000;

  private static final String MARKER = "<!-- tiptoe -->\n";

  private final Appendable out;
  private final ReportContext context;
  private final int room;
  private final Worst<String> rows;
  private final Worst<String> proposals;

  /** What several findings share is proposed once. */
  private final Set<Fix> proposed = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * A report of limited length.
   *
   * @param limit in bytes of UTF-8
   */
  public MarkdownReport(Appendable out, ReportContext context, int limit) {
    this.out = out;
    this.context = context;
    this.room = Math.max(0, limit - FRAME);
    this.rows = new Worst<>(room / 4L * 3);
    this.proposals = new Worst<>(room);
  }

  /** A report that GitHub takes as a comment. */
  static MarkdownReport comment(Appendable out, ReportContext context) {
    return new MarkdownReport(out, context, COMMENT);
  }

  @Override
  public void file(CheckedFile checked) {
    String path = context.path(checked.path());
    for (Finding finding : checked.result().findings()) {
      String row = row(path, finding);
      rows.add(finding.severity(), row, size(row));
      finding
          .fix()
          .filter(proposed::add)
          .flatMap(fix -> Suggestion.of(finding).map(s -> proposal(path, fix, s)))
          .ifPresent(text -> proposals.add(finding.severity(), text, size(text)));
    }
    proposed.clear();
  }

  @Override
  public void end(Summary summary) throws IOException {
    for (Summary.Unread unread : summary.unread()) {
      String row = row("error", context.path(unread.path()), "not judged", unread.reason());
      rows.add(Severity.ERROR, row, size(row));
    }
    out.append(MARKER).append("### Tiptoe\n\n").append(SummaryLine.of(summary)).append('\n');
    List<String> shown = rows.values();
    if (!shown.isEmpty()) {
      out.append("\n| | where | rule | what happens |\n| --- | --- | --- | --- |\n");
      for (String row : shown) {
        out.append(row);
      }
    }
    proposals(room - shown.stream().mapToInt(MarkdownReport::size).sum());
    if (summary.targets().stream().anyMatch(summary::isAssumed)) {
      out.append('\n').append(SummaryLine.targets(summary)).append('\n');
    }
  }

  /** What there is room for, and what there is not. */
  private void proposals(int left) throws IOException {
    int hidden = proposals.dropped();
    int free = left;
    for (String proposal : proposals.values()) {
      int size = size(proposal);
      if (size <= free) {
        out.append(proposal);
        free -= size;
      } else {
        hidden++;
      }
    }
    if (rows.dropped() > 0) {
      out.append('\n')
          .append(SummaryLine.count(rows.dropped(), "more finding"))
          .append(rows.dropped() == 1 ? " has" : " have")
          .append(
              " no room here, none of them worse than these; `tiptoe` in a terminal lists all.\n");
    }
    if (hidden > 0) {
      out.append("\nThe SQL of ")
          .append(SummaryLine.fixes(hidden))
          .append(" has no room here; `tiptoe --diff` shows it.\n");
    }
  }

  private String row(String path, Finding finding) {
    RuleText rule = context.rule(finding.rule());
    return row(
        finding.severity().id(),
        path + ":" + Lines.of(finding).first(),
        "[" + finding.rule() + "](" + rule.address() + ")",
        finding.message());
  }

  private static String row(String severity, String place, String rule, String message) {
    return "| "
        + severity
        + " | "
        + MarkdownText.code(place)
        + " | "
        + rule
        + " | "
        + MarkdownText.prose(message)
        + " |\n";
  }

  private static String proposal(String path, Fix fix, Suggestion suggestion) {
    Lines lines = suggestion.lines();
    return "\n<details><summary>"
        + MarkdownText.code(path)
        + (lines.first() == lines.last()
            ? ", line " + lines.first()
            : ", lines " + lines.first() + " to " + lines.last())
        + ": "
        + MarkdownText.prose(fix.title())
        + (fix.safety() == Fix.Safety.SAFE ? "" : " (needs review)")
        + "</summary>\n\n"
        + MarkdownText.block(suggestion.text())
        + "\n</details>\n";
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
