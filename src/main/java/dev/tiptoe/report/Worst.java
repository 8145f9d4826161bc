package dev.tiptoe.report;

import dev.tiptoe.lint.Severity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Keeps the worst of what comes, as much as there is room for; of what is as bad, the first. */
final class Worst<T> {

  private record Kept<T>(T value, long size) {}

  private final long room;
  private final Map<Severity, Deque<Kept<T>>> kept = new EnumMap<>(Severity.class);
  private long taken;
  private int dropped;

  Worst(long room) {
    this.room = room;
  }

  void add(Severity severity, T value, long size) {
    if (size > room) {
      dropped++;
      return;
    }
    kept.computeIfAbsent(severity, s -> new ArrayDeque<>()).addLast(new Kept<>(value, size));
    taken += size;
    while (taken > room) {
      dropLeast();
    }
  }

  /** How many did not find room, or lost it to what is worse. */
  int dropped() {
    return dropped;
  }

  /** The worst first, else as they came. */
  List<T> values() {
    List<T> values = new ArrayList<>();
    Severity[] severities = Severity.values();
    for (int i = severities.length - 1; i >= 0; i--) {
      kept.getOrDefault(severities[i], new ArrayDeque<>()).forEach(one -> values.add(one.value()));
    }
    return values;
  }

  private void dropLeast() {
    for (Deque<Kept<T>> alike : kept.values()) {
      if (!alike.isEmpty()) {
        taken -= alike.removeLast().size();
        dropped++;
        return;
      }
    }
  }
}
