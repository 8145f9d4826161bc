package dev.tiptoe.config;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What of a baseline one run has come across. */
public final class BaselineUse {

  private final SortedMap<Accepted, Integer> counts;
  private final SortedMap<Accepted, Integer> left;

  public BaselineUse(Baseline baseline) {
    counts = baseline.counts();
    left = new TreeMap<>(counts);
  }

  /** Whether the project lives with this finding; each entry covers as many as it counts. */
  public boolean covers(Accepted finding) {
    int before = left.getOrDefault(finding, 0);
    if (before > 0) {
      left.put(finding, before - 1);
    }
    return before > 0;
  }

  /**
   * The entries that covered nothing although they could have.
   *
   * @param settled whether a file was looked at in this run or does not exist any more
   */
  public List<Accepted> stale(Predicate<String> settled) {
    return counts.keySet().stream()
        .filter(entry -> Objects.equals(counts.get(entry), left.get(entry)))
        .filter(entry -> settled.test(entry.file()))
        .toList();
  }
}
