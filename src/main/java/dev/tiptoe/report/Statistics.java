package dev.tiptoe.report;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Severity;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Another report, and behind it how often each rule has found something. */
public final class Statistics implements Report {

  private record Kind(String rule, Severity severity) {}

  private record Count(int findings, int fixes) {
    Count plus(Count other) {
      return new Count(findings + other.findings, fixes + other.fixes);
    }
  }

  private final Report report;
  private final Appendable out;
  private final Map<Kind, Count> counts = new HashMap<>();

  public Statistics(Report report, Appendable out) {
    this.report = report;
    this.out = out;
  }

  @Override
  public void file(CheckedFile checked) throws IOException {
    for (Finding finding : checked.result().findings()) {
      counts.merge(
          new Kind(finding.rule(), finding.severity()),
          new Count(1, finding.fix().isPresent() ? 1 : 0),
          Count::plus);
    }
    report.file(checked);
  }

  /** The most frequent first. */
  @Override
  public void end(Summary summary) throws IOException {
    report.end(summary);
    if (counts.isEmpty()) {
      return;
    }
    List<Map.Entry<Kind, Count>> rows =
        counts.entrySet().stream()
            .sorted(
                Comparator.comparing(
                        (Map.Entry<Kind, Count> row) -> row.getValue().findings(),
                        Comparator.reverseOrder())
                    .thenComparing(row -> row.getKey().severity(), Comparator.reverseOrder())
                    .thenComparing(row -> row.getKey().rule()))
            .toList();
    int widest = Integer.toString(rows.get(0).getValue().findings()).length();
    int longest = rows.stream().mapToInt(row -> row.getKey().rule().length()).max().orElse(0);
    out.append('\n');
    for (Map.Entry<Kind, Count> row : rows) {
      out.append("  ")
          .append(row(row.getKey(), row.getValue(), widest, longest).stripTrailing())
          .append('\n');
    }
  }

  private static String row(Kind kind, Count count, int widest, int longest) {
    String number = Integer.toString(count.findings());
    return " ".repeat(widest - number.length())
        + number
        + "  "
        + padded(kind.severity().id(), Severity.WARNING.id().length())
        + "  "
        + padded(kind.rule(), longest)
        + "  "
        + (count.fixes() == 0 ? "" : count.fixes() + " with a fix");
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
