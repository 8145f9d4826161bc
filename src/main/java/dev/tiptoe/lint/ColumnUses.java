package dev.tiptoe.lint;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a script does to columns anywhere in it: the keys and constraints it adds over them, and
 * where it fills them last.
 */
final class ColumnUses {

  private final Map<String, EnumSet<Demand>> demands = new HashMap<>();
  private final Map<String, Integer> lastFill = new HashMap<>();

  ColumnUses(Script script) {
    for (Statement statement : script.statements()) {
      for (Change change : statement.changes()) {
        if (change instanceof Change.AddConstraint constraint) {
          constraint.columns().forEach(c -> add(constraint.table(), c, constraint.demand()));
        } else if (change instanceof Change.AddIndex index && index.kind() == IndexKind.UNIQUE) {
          index.columns().forEach(c -> add(index.table(), c, Demand.UNIQUE));
        } else if (change instanceof Change.UpdateRows update) {
          int start = update.span().start();
          update.columns().forEach(c -> lastFill.put(key(update.table(), c), start));
        }
      }
    }
  }

  Set<Demand> of(Name table, Name column) {
    return demands.getOrDefault(key(table, column), EnumSet.noneOf(Demand.class));
  }

  /** Whether an UPDATE that starts after {@code offset} sets the column. */
  boolean isFilledAfter(int offset, Name table, Name column) {
    return lastFill.getOrDefault(key(table, column), -1) > offset;
  }

  private void add(Name table, Name column, Demand demand) {
    demands.computeIfAbsent(key(table, column), k -> EnumSet.noneOf(Demand.class)).add(demand);
  }

  private static String key(Name table, Name column) {
    return (table.name() + "." + column.name()).toLowerCase(Locale.ROOT);
  }
}
