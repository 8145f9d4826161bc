package dev.tiptoe.ddl;

import java.util.Optional;

/**
 * The options of a MySQL or MariaDB table that its columns or the cost of changing them depend on,
 * as far as they are written.
 */
public record TableOptions(
    Optional<String> engine,
    Optional<String> characterSet,
    Optional<String> collation,
    Optional<String> rowFormat) {

  public static final TableOptions NONE =
      new TableOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** These, with those of {@code other} instead where it has any. */
  public TableOptions with(TableOptions other) {
    return new TableOptions(
        other.engine.or(() -> engine),
        other.characterSet.or(() -> characterSet),
        other.collation.or(() -> collation),
        other.rowFormat.or(() -> rowFormat));
  }

  public boolean isEmpty() {
    return equals(NONE);
  }
}
