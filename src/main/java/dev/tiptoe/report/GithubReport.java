package dev.tiptoe.report;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Workflow commands that GitHub shows as annotations. Of each kind it takes ten from a step and
 * drops the others without a word, so the worst come first and the others are counted.
 */
final class GithubReport implements Report {

  private static final int MOST_OF_A_KIND = 10;

  private final Appendable out;
  private final ReportContext context;
  private final Map<Severity, List<String>> commands = new EnumMap<>(Severity.class);

  GithubReport(Appendable out, ReportContext context) {
    this.out = out;
    this.context = context;
    for (Severity severity : Severity.values()) {
      commands.put(severity, new ArrayList<>());
    }
  }

  @Override
  public void file(CheckedFile checked) {
    String path = context.path(checked.path());
    for (Finding finding : checked.result().findings()) {
      List<String> alike = commands.getOrDefault(finding.severity(), List.of());
      if (alike.size() < MOST_OF_A_KIND) {
        alike.add(command(path, finding));
      }
    }
  }

  @Override
  public void end(Summary summary) throws IOException {
    StringJoiner left = new StringJoiner(", ");
    write(Severity.ERROR, unread(summary), summary, left);
    write(Severity.WARNING, List.of(), summary, left);
    write(Severity.NOTE, List.of(), summary, left);
    if (left.length() > 0) {
      out.append("GitHub shows ")
          .append(Integer.toString(MOST_OF_A_KIND))
          .append(" annotations of a kind. Without one: ")
          .append(left.toString())
          .append(".\n");
    }
  }

  private void write(Severity severity, List<String> first, Summary summary, StringJoiner left)
      throws IOException {
    List<String> all = new ArrayList<>(first);
    all.addAll(commands.getOrDefault(severity, List.of()));
    for (String command : all.subList(0, Math.min(all.size(), MOST_OF_A_KIND))) {
      out.append(command).append('\n');
    }
    int more = first.size() + summary.count(severity) - MOST_OF_A_KIND;
    if (more > 0) {
      left.add(SummaryLine.count(more, severity.id()));
    }
  }

  private List<String> unread(Summary summary) {
    List<String> unread = new ArrayList<>();
    for (Summary.Unread file : summary.unread()) {
      unread.add(
          "::error file="
              + property(context.path(file.path()))
              + ",title=not judged::"
              + data(file.reason()));
    }
    return unread;
  }

  private static String command(String path, Finding finding) {
    Lines lines = Lines.of(finding);
    StringBuilder command = new StringBuilder("::").append(word(finding.severity()));
    command.append(" file=").append(property(path));
    command.append(",line=").append(lines.first()).append(",endLine=").append(lines.last());
    if (lines.first() == lines.last()) {
      int column = Places.column(finding.file(), finding.span().start());
      int length = Math.max(1, finding.span().end() - finding.span().start());
      command.append(",col=").append(column).append(",endColumn=").append(column + length - 1);
    }
    command.append(",title=").append(property(finding.rule()));
    return command
        .append("::")
        .append(data((finding.message() + "\n" + finding.advice()).strip()))
        .toString();
  }

  private static String word(Severity severity) {
    return severity == Severity.NOTE ? "notice" : severity.id();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
