package dev.tiptoe.cli;

import dev.tiptoe.report.Summary.Unread;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which files could not be dealt with; a reason that many of them share is said once. */
final class Problems {

  private static final int MOST_NAMED = 3;

  private Problems() {}

  static void print(List<Unread> unread, PrintStream err) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (Unread file : unread) {
      byReason.computeIfAbsent(file.reason(), reason -> new ArrayList<>()).add(file.path());
    }
    byReason.forEach((reason, paths) -> err.println("tiptoe: " + named(paths) + ": " + reason));
  }

  private static String named(List<String> paths) {
    return paths.size() <= MOST_NAMED + 1
        ? String.join(", ", paths)
        : String.join(", ", paths.subList(0, MOST_NAMED))
            + " and "
            + (paths.size() - MOST_NAMED)
            + " more files";
  }
}
