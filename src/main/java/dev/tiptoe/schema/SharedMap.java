package dev.tiptoe.schema;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A map in the order of its first insertions, whose copies cost nothing until one is written to.
 */
final class SharedMap<V> {

  private Map<String, V> entries;
  private boolean shared;

  SharedMap() {
    this(new LinkedHashMap<>(), false);
  }

  private SharedMap(Map<String, V> entries, boolean shared) {
    this.entries = entries;
    this.shared = shared;
  }

  SharedMap<V> copy() {
    shared = true;
    return new SharedMap<>(entries, true);
  }

  Optional<V> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  Set<String> keys() {
    return entries.keySet();
  }

  Collection<V> values() {
    return entries.values();
  }

  void put(String key, V value) {
    own().put(key, value);
  }

  void remove(String key) {
    if (entries.containsKey(key)) {
      own().remove(key);
    }
  }

  void replaceAll(UnaryOperator<V> change) {
    for (Map.Entry<String, V> entry : entries.entrySet()) {
      V changed = change.apply(entry.getValue());
      if (!changed.equals(entry.getValue())) {
        own().put(entry.getKey(), changed);
      }
    }
  }

  void removeIf(Predicate<V> condition) {
    if (entries.values().stream().anyMatch(condition)) {
      own().values().removeIf(condition);
    }
  }

  /** Moves an entry to the place behind another; to the front if that is empty. */
  void moveBehind(Optional<String> before, String key) {
    V value = entries.get(key);
    if (value == null || before.filter(b -> !entries.containsKey(b)).isPresent()) {
      return;
    }
    Map<String, V> moved = new LinkedHashMap<>();
    if (before.isEmpty()) {
      moved.put(key, value);
    }
    entries.forEach(
        (other, old) -> {
          if (!other.equals(key)) {
            moved.put(other, old);
          }
          if (before.filter(other::equals).isPresent()) {
            moved.put(key, value);
          }
        });
    entries = moved;
    shared = false;
  }

  /** Puts {@code value} where {@code oldKey} stood, under another key. */
  void rename(String oldKey, String newKey, V value) {
    if (oldKey.equals(newKey)) {
      put(newKey, value);
      return;
    }
    Map<String, V> renamed = new LinkedHashMap<>();
    entries.forEach(
        (key, old) -> {
          boolean here = key.equals(oldKey);
          renamed.put(here ? newKey : key, here ? value : old);
        });
    entries = renamed;
    shared = false;
  }

  private Map<String, V> own() {
    if (shared) {
      entries = new LinkedHashMap<>(entries);
      shared = false;
    }
    return entries;
  }
}
