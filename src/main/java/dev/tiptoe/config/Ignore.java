package dev.tiptoe.config;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A rule that is held back for some files, by somebody who said why.
 *
 * @param files relative to the folder of the file this stands in; none means all
 * @param until the last day on which it holds
 */
public record Ignore(
    String rule,
    List<Glob> files,
    String reason,
    Optional<String> owner,
    Optional<LocalDate> until) {

  /** Whether a finding is held back; {@code file} is relative as the patterns are, with slashes. */
  public boolean covers(String foundRule, String file, Supplier<LocalDate> today) {
    return rule.equals(foundRule)
        && !isOver(today)
        && (files.isEmpty() || files.stream().anyMatch(glob -> glob.matches(file)));
  }

  /** Reading the clock takes a calendar and time zones, which few entries need. */
  public boolean isOver(Supplier<LocalDate> today) {
    return until.filter(day -> today.get().isAfter(day)).isPresent();
  }

  @Override
  public String toString() {
    String where = files.stream().map(Glob::toString).collect(Collectors.joining(", "));
    return rule
        + (where.isEmpty() ? "" : " in " + where)
        + until.map(day -> " until " + day).orElse("")
        + owner.map(name -> " (" + name + ")").orElse("")
        + ": "
        + reason;
  }
}
