package dev.tiptoe.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What of a baseline one run has come across. */
public final class BaselineUse {

  private final Baseline baseline;
  private final Set<Accepted> used = new HashSet<>();

  public BaselineUse(Baseline baseline) {
    this.baseline = baseline;
  }

  /** Whether the project lives with this finding. */
  public boolean covers(Accepted finding) {
    boolean covered = baseline.findings().contains(finding);
    if (covered) {
      used.add(finding);
    }
    return covered;
  }

  /**
   * The entries that covered nothing although they could have.
   *
   * @param settled whether a file was looked at in this run or does not exist any more
   */
  public List<Accepted> stale(Predicate<String> settled) {
    return baseline.findings().stream()
        .filter(entry -> !used.contains(entry))
        .filter(entry -> settled.test(entry.file()))
        .toList();
  }
}
