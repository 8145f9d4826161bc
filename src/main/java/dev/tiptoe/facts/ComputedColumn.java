package dev.tiptoe.facts;

import dev.tiptoe.ddl.Clause.Kind;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Target;
import java.util.Locale;
import java.util.Optional;

/** What adding a column does whose values the server numbers or computes. */
public final class ComputedColumn {

  private ComputedColumn() {}

  /**
   * What the server does; empty if it lacks the syntax or the values are the client's.
   *
   * @param storage the word that says whether a generated column is stored; may be empty
   */
  public static Optional<Effect> effect(ColumnDef column, String storage, Target target) {
    return operation(column, storage.toUpperCase(Locale.ROOT), target)
        .flatMap(new Server(target, SqlMode.STRICT)::effect)
        .filter(e -> !e.fails());
  }

  private static Optional<String> operation(ColumnDef column, String storage, Target target) {
    boolean isKey = column.has(Kind.PRIMARY_KEY);
    boolean mySqlLike = target.dialect().isMySqlLike();
    if (column.type().family() == TypeFamily.SERIAL) {
      return Optional.of(
          isKey && !mySqlLike ? "add_column_inline_primary_key_serial" : "add_column_serial");
    }
    if (column.has(Kind.IDENTITY)) {
      return Optional.of(
          isKey ? "add_column_inline_primary_key_identity" : "add_column_identity_by_default");
    }
    if (column.has(Kind.AUTO_INCREMENT)) {
      return Optional.of("add_column_auto_increment_" + (isKey ? "primary_key" : "with_key"));
    }
    if (column.has(Kind.GENERATED)) {
      return Optional.of("add_column_generated_" + generated(column, storage, mySqlLike));
    }
    return Optional.empty();
  }

  private static String generated(ColumnDef column, String storage, boolean mySqlLike) {
    return switch (storage) {
      case "STORED", "PERSISTENT" -> "stored";
      case "VIRTUAL" -> column.has(Kind.NOT_NULL) ? "virtual_not_null" : "virtual";
      default -> mySqlLike ? "virtual" : "no_keyword";
    };
  }
}
