package dev.tiptoe.measure;

import dev.tiptoe.facts.Lock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** What is said of an operation in one line of the table. */
final class Clauses {

  private final String table;
  private final StringJoiner clauses = new StringJoiner("; ");

  /** The table of the operation comes first in every list. */
  Clauses(String table) {
    this.table = table;
  }

  void say(String clause) {
    clauses.add(clause);
  }

  void list(String word, List<String> names) {
    if (!names.isEmpty()) {
      say(word + " " + String.join(", ", names.stream().sorted(measuredFirst()).toList()));
    }
  }

  void locks(Map<String, Lock> locks) {
    list("locks", locks.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
  }

  private Comparator<String> measuredFirst() {
    return Comparator.comparing(
            (String name) -> !name.equals(table) && !name.startsWith(table + " "))
        .thenComparing(Comparator.naturalOrder());
  }

  @Override
  public String toString() {
    return clauses.toString();
  }
}
