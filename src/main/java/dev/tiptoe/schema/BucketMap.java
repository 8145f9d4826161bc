package dev.tiptoe.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A map of very many entries in the order of their first insertions. A copy costs nothing, and the
 * first write to one copies a bucket of it rather than the whole.
 */
final class BucketMap<V> {

  private static final int BUCKETS = 256;

  private record Entry<V>(String key, V value, int place) {}

  private record Bucket<V>(Object owner, Map<String, Entry<V>> entries) {}

  private List<@Nullable Bucket<V>> buckets;

  /** Who may write to the buckets in place. Copying gives both sides a new one. */
  private Object owner = new Object();

  private boolean shared;
  private int places;

  BucketMap() {
    this.buckets = new ArrayList<>(Collections.nCopies(BUCKETS, null));
  }

  private BucketMap(BucketMap<V> other) {
    this.buckets = other.buckets;
    this.shared = true;
    this.places = other.places;
  }

  BucketMap<V> copy() {
    owner = new Object();
    shared = true;
    return new BucketMap<>(this);
  }

  Optional<V> get(String key) {
    return entry(key).map(Entry::value);
  }

  private Optional<Entry<V>> entry(String key) {
    Bucket<V> bucket = buckets.get(index(key));
    return bucket == null ? Optional.empty() : Optional.ofNullable(bucket.entries.get(key));
  }

  List<V> find(Predicate<V> condition) {
    return inOrder(entries(condition));
  }

  /** The values of those keys that are there. */
  List<V> of(Collection<String> keys) {
    List<Entry<V>> found = new ArrayList<>(keys.size());
    for (String key : keys) {
      entry(key).ifPresent(found::add);
    }
    return inOrder(found);
  }

  void put(String key, V value) {
    Map<String, Entry<V>> entries = own(key);
    Entry<V> old = entries.get(key);
    entries.put(key, new Entry<>(key, value, old == null ? places++ : old.place));
  }

  void remove(String key) {
    if (get(key).isPresent()) {
      own(key).remove(key);
    }
  }

  void removeIf(Predicate<V> condition) {
    entries(condition).forEach(entry -> remove(entry.key));
  }

  private List<Entry<V>> entries(Predicate<V> condition) {
    List<Entry<V>> found = new ArrayList<>();
    for (Bucket<V> bucket : buckets) {
      if (bucket != null) {
        for (Entry<V> entry : bucket.entries.values()) {
          if (condition.test(entry.value)) {
            found.add(entry);
          }
        }
      }
    }
    return found;
  }

  private static <V> List<V> inOrder(List<Entry<V>> entries) {
    entries.sort((one, other) -> Integer.compare(one.place(), other.place()));
    return entries.stream().map(Entry::value).toList();
  }

  private Map<String, Entry<V>> own(String key) {
    if (shared) {
      buckets = new ArrayList<>(buckets);
      shared = false;
    }
    int index = index(key);
    Bucket<V> bucket = buckets.get(index);
    if (bucket == null || bucket.owner != owner) {
      bucket =
          new Bucket<>(owner, bucket == null ? new HashMap<>() : new HashMap<>(bucket.entries));
      buckets.set(index, bucket);
    }
    return bucket.entries;
  }

  private static int index(String key) {
    int hash = key.hashCode();
    // Names that differ in their last digits only would crowd neighbouring buckets.
    return (hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & (BUCKETS - 1);
  }
}
