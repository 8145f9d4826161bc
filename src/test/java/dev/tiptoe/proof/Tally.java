package dev.tiptoe.proof;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what came of trials, server by server. */
final class Tally {

  private static final String ROW = "%-16s %8s %8s %12s %10s %9s %8s %11s%n";

  private final Map<String, int[]> counts = new TreeMap<>();

  void add(List<Verdict> verdicts) {
    for (Verdict verdict : verdicts) {
      int[] row = counts.computeIfAbsent(verdict.server(), s -> new int[7]);
      row[0]++;
      row[1] += verdict.isFound() ? 1 : 0;
      row[2] += verdict.isFound() && verdict.isAsClaimed() ? 1 : 0;
      row[3] += verdict.isRewritten() ? 1 : 0;
      row[4] += verdict.isAccepted() ? 1 : 0;
      row[5] += verdict.isRefused() ? 1 : 0;
      row[6] += verdict.isFound() && !verdict.isRewritten() && !verdict.isRefused() ? 1 : 0;
    }
  }

  /** A table for people. */
  String table(String title) {
    StringBuilder text = new StringBuilder(title).append(System.lineSeparator());
    text.append(
        ROW.formatted(
            "server",
            "trials",
            "found",
            "as claimed",
            "rewritten",
            "accepted",
            "refused",
            "left alone"));
    counts.forEach(
        (server, row) ->
            text.append(
                ROW.formatted(server, row[0], row[1], row[2], row[3], row[4], row[5], row[6])));
    return text.toString();
  }
}
