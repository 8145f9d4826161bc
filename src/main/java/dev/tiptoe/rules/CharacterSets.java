package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.OfColumn;
import dev.tiptoe.ddl.Clause.Kind;
import dev.tiptoe.ddl.TableOptions;
import dev.tiptoe.lint.Context;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Table;
import java.util.Locale;
import java.util.Optional;

/** How many bytes the longest character of a MySQL or MariaDB column takes. */
final class CharacterSets {

  private CharacterSets() {}

  /** By the column's character set, else the table's, else utf8mb4, the default of MySQL 8. */
  static int longestCharacter(OfColumn change, Context ctx) {
    Optional<Column> column = ctx.schema().column(change.table(), change.column());
    Optional<TableOptions> table = ctx.schema().table(change.table()).map(Table::options);
    return column
        .flatMap(c -> c.attribute(Kind.CHARACTER_SET).or(() -> c.attribute(Kind.COLLATE)))
        .or(() -> table.flatMap(TableOptions::characterSet))
        .or(() -> table.flatMap(TableOptions::collation))
        .map(CharacterSets::bytes)
        .orElse(4);
  }

  private static int bytes(String words) {
    String set = words.toLowerCase(Locale.ROOT);
    if (set.contains("utf8mb4")) {
      return 4;
    }
    if (set.contains("utf8")) {
      return 3;
    }
    return set.contains("latin1") || set.contains("ascii") || set.contains("binary") ? 1 : 4;
  }
}
