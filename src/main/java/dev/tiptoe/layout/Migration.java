package dev.tiptoe.layout;

import java.util.Comparator;

/**
 * What a tool takes a file for.
 *
 * @param path below the folder of migrations, with slashes
 * @param name by which the tool speaks of it
 */
public record Migration(String path, Kind kind, Order order, String name) {

  /** That in which the tool runs them. */
  public static final Comparator<Migration> IN_ORDER =
      (one, other) -> {
        int order = one.order.compareTo(other.order);
        return order == 0 ? one.path.compareTo(other.path) : order;
      };

  private static final int TIMESTAMP = 14;

  /** When a file runs. */
  public enum Kind {
    /** Once, forward. */
    VERSIONED,
    /** Again whenever it changes, after all others. */
    REPEATABLE,
    /** In the place of all migrations up to its version, where none has run. */
    BASELINE,
    /** To take another one back. */
    DOWN
  }

  /**
   * Whether it is another part of the same migration: where a file may hold only one statement, the
   * parts have one title, and numbers behind one date and time.
   */
  public boolean continues(Migration other) {
    VersionedName name = VersionedName.ofFile(path);
    VersionedName its = VersionedName.ofFile(other.path);
    return name.version().length() > TIMESTAMP
        && its.version().length() == name.version().length()
        && its.version().startsWith(name.version().substring(0, TIMESTAMP))
        && !name.title().isEmpty()
        && its.title().equals(name.title())
        && its.folder().equals(name.folder());
  }
}
