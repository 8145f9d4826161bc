package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.ObjectChange;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.ddl.TypeChange;
import java.util.Optional;

/**
 * Tells of changes that make something whether it is there already, or of drops that it is gone.
 */
final class Done {

  private final Definitions now;

  Done(Definitions now) {
    this.now = now;
  }

  boolean holds(Change change) {
    if (change instanceof TableChange.CreateTable create) {
      return now.table(create.table()).isPresent();
    }
    if (change instanceof TypeChange.CreateEnum create) {
      return now.type(create.type()).isPresent();
    }
    if (change instanceof ObjectChange.CreateView create) {
      return now.table(create.view()).isPresent();
    }
    return change instanceof Change.OfTable ofTable
        && now.table(ofTable.table()).filter(table -> holds(ofTable, table)).isPresent();
  }

  private static boolean holds(Change.OfTable change, Table table) {
    if (change instanceof ColumnChange.AddColumn add) {
      return table.column(add.column().name()).isPresent();
    }
    if (change instanceof IndexChange.AddIndex add) {
      return isPresent(add.name(), table);
    }
    if (change instanceof ConstraintChange.AddConstraint add) {
      return add.name().flatMap(table::constraint).isPresent();
    }
    return change instanceof ColumnChange.DropColumn drop
        && table.isComplete()
        && table.column(drop.column()).isEmpty();
  }

  private static boolean isPresent(Optional<Name> index, Table table) {
    return index.flatMap(table::index).isPresent();
  }
}
