package dev.tiptoe.sql;

import dev.tiptoe.ddl.TableChange.Reorganize.Action;
import java.util.Locale;
import java.util.Optional;

/** Tells what an action of MySQL's ALTER TABLE does to the rows of the table as a whole. */
final class ReorganizeReader {

  private ReorganizeReader() {}

  /** What the words at the cursor do; nothing is taken. */
  static Optional<Action> read(Cursor in) {
    if (in.kind() != TokenKind.WORD) {
      return Optional.empty();
    }
    if (in.peekAt(1, "PARTITION") && !in.peek("PARTITION")) {
      return in.peekAt(2, "PARTITIONS")
          ? Optional.of(Action.ADD_HASH_PARTITIONS)
          : ofPartition(in.text().toUpperCase(Locale.ROOT));
    }
    return in.peek("FORCE")
        ? Optional.of(Action.FORCE)
        : in.peek("ORDER", "BY")
            ? Optional.of(Action.ORDER_BY)
            : in.peek("PARTITION", "BY")
                ? Optional.of(Action.PARTITION_BY)
                : in.peek("REMOVE", "PARTITIONING")
                    ? Optional.of(Action.REMOVE_PARTITIONING)
                    : in.peek("ADD", "SYSTEM") && in.peekAt(2, "VERSIONING")
                        ? Optional.of(Action.ADD_SYSTEM_VERSIONING)
                        : Optional.empty();
  }

  private static Optional<Action> ofPartition(String verb) {
    return switch (verb) {
      case "ADD" -> Optional.of(Action.ADD_PARTITION);
      case "DROP" -> Optional.of(Action.DROP_PARTITION);
      case "TRUNCATE" -> Optional.of(Action.TRUNCATE_PARTITION);
      case "COALESCE" -> Optional.of(Action.COALESCE_PARTITION);
      case "REORGANIZE" -> Optional.of(Action.REORGANIZE_PARTITION);
      case "EXCHANGE" -> Optional.of(Action.EXCHANGE_PARTITION);
      case "REBUILD" -> Optional.of(Action.REBUILD_PARTITION);
      default -> Optional.empty();
    };
  }

  /** Whether the words at the cursor begin a list whose commas separate no actions. */
  static boolean takesTheRest(Cursor in) {
    return in.peek("ORDER", "BY") || (in.peekAt(1, "PARTITION") && !in.peek("PARTITION"));
  }
}
