package dev.tiptoe.report;

import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Target;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences at the end of a report. */
final class SummaryLine {

  private SummaryLine() {}

  /** What was checked and what came of it; it never sounds like praise if nothing was checked. */
  static String of(Summary summary) {
    if (summary.files() == 0) {
      if (summary.leftOut() > 0 && summary.unread().isEmpty()) {
        return "Checked nothing: " + leftOut(summary);
      }
      String why = summary.limit().isEmpty() ? "." : ": no migration is " + summary.limit() + ".";
      return summary.unread().isEmpty()
          ? "Checked nothing" + why
          : "Checked nothing: " + count(summary.unread().size(), "path") + " could not be judged.";
    }
    StringBuilder line = new StringBuilder("Checked ");
    line.append(count(summary.files(), "file"));
    if (!summary.limit().isEmpty()) {
      line.append(' ').append(summary.limit());
    }
    line.append(", ").append(count(summary.statements(), "statement"));
    if (summary.notUnderstood() > 0) {
      line.append(", ").append(summary.notUnderstood()).append(" not understood");
    }
    line.append(": ").append(count(summary.count(Severity.ERROR), "error"));
    line.append(", ").append(count(summary.count(Severity.WARNING), "warning"));
    line.append(", ").append(count(summary.count(Severity.NOTE), "note"));
    line.append(
        switch (summary.purpose()) {
          case LINT -> ".";
          case REWRITE -> " left. Rewrote " + rewritten(summary);
          case PREVIEW -> " would be left. Would rewrite " + rewritten(summary);
        });
    if (summary.leftOut() > 0) {
      line.append(' ').append(leftOut(summary));
    }
    if (!summary.unread().isEmpty()) {
      line.append(' ')
          .append(count(summary.unread().size(), "path"))
          .append(" could not be judged.");
    }
    if (summary.unwritten() > 0) {
      line.append(' ').append(count(summary.unwritten(), "file")).append(" could not be written.");
    }
    return line.toString();
  }

  /** For which servers it was judged of which nobody said the version. */
  static String targets(Summary summary) {
    List<Target> assumed = summary.targets().stream().filter(summary::isAssumed).toList();
    return "Judged for "
        + assumed.stream().map(Target::toString).collect(Collectors.joining(" and "))
        + (assumed.size() == 1
            ? ", the oldest version its vendor supports"
            : ", the oldest versions their vendors support")
        + "; --server-version changes that.";
  }

  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String leftOut(Summary summary) {
    return summary.leftOut() == 1
        ? "1 file for another database was left out."
        : summary.leftOut() + " files for other databases were left out.";
  }

  private static String rewritten(Summary summary) {
    return summary.rewritten() == 0
        ? "no file."
        : count(summary.rewritten(), "file")
            + " ("
            + fixes(summary.fixes())
            + (summary.newFiles() == 0 ? "" : ", " + count(summary.newFiles(), "new file"))
            + ").";
  }

  static String fixes(int number) {
    return number + (number == 1 ? " fix" : " fixes");
  }
}
