package dev.tiptoe.lint;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.RowChange;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.sql.Statement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What statements do to columns: which they add, with which keys and constraints over them, and
 * where they fill and change them last.
 */
final class ColumnUses {

  private final Map<String, EnumSet<Demand>> demands = new HashMap<>();
  private final Map<String, ColumnDef> added = new HashMap<>();
  private final Map<String, Integer> lastFill = new HashMap<>();

  /** Where the shape of a column, or of a whole table, is changed last. */
  private final Map<String, Integer> lastChange = new HashMap<>();

  ColumnUses(List<Statement> statements) {
    for (Statement statement : statements) {
      for (Change change : statement.changes()) {
        noteChange(change);
        if (change instanceof ColumnChange.AddColumn add) {
          added.putIfAbsent(key(add.table(), add.column().name()), add.column());
        } else if (change instanceof ConstraintChange.AddConstraint constraint) {
          constraint.columns().forEach(c -> add(constraint.table(), c, constraint.demand()));
        } else if (change instanceof IndexChange.AddIndex index
            && index.kind() == IndexKind.UNIQUE) {
          index.columns().forEach(c -> add(index.table(), c, Demand.UNIQUE));
        } else if (change instanceof RowChange.UpdateRows update) {
          int start = update.span().start();
          update.columns().forEach(c -> lastFill.put(key(update.table(), c), start));
        }
      }
    }
  }

  Set<Demand> of(Name table, Name column) {
    return demands.getOrDefault(key(table, column), EnumSet.noneOf(Demand.class));
  }

  /** The definition with which the column is added first; empty if it is not. */
  Optional<ColumnDef> added(Name table, Name column) {
    return Optional.ofNullable(added.get(key(table, column)));
  }

  /** Whether an UPDATE that starts after {@code offset} sets the column. */
  boolean isFilledAfter(int offset, Name table, Name column) {
    return lastFill.getOrDefault(key(table, column), -1) > offset;
  }

  /** Whether something that starts after {@code offset} changes the column or its table. */
  boolean isChangedAfter(int offset, Name table, Name column) {
    return lastChange.getOrDefault(key(table, column), -1) > offset
        || lastChange.getOrDefault(key(table), -1) > offset;
  }

  private void noteChange(Change change) {
    int start = change.span().start();
    if (change instanceof Change.OfColumn ofColumn) {
      lastChange.put(key(ofColumn.table(), ofColumn.column()), start);
    } else if (change instanceof ColumnChange.DropColumn drop) {
      lastChange.put(key(drop.table(), drop.column()), start);
    } else if (change instanceof ConstraintChange.AddConstraint constraint
        && constraint.demand() == Demand.PRIMARY_KEY) {
      constraint.columns().forEach(c -> lastChange.put(key(constraint.table(), c), start));
    } else if (change instanceof TableChange.RenameTable
        || change instanceof TableChange.DropTable) {
      lastChange.put(key(((Change.OfTable) change).table()), start);
    }
  }

  private void add(Name table, Name column, Demand demand) {
    demands.computeIfAbsent(key(table, column), k -> EnumSet.noneOf(Demand.class)).add(demand);
  }

  private static String key(Name table) {
    return table.name().toLowerCase(Locale.ROOT);
  }

  private static String key(Name table, Name column) {
    return (table.name() + "." + column.name()).toLowerCase(Locale.ROOT);
  }
}
