package dev.tiptoe.facts;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.IndexPart;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.ddl.TableChange.Reorganize;
import dev.tiptoe.schema.Constraint;
import dev.tiptoe.schema.Table;
import java.util.List;
import java.util.Optional;

/** Which measured operation of MySQL and MariaDB an action on a table amounts to. */
final class MeasuredAction {

  private final List<Change> beside;
  private final Optional<Table> table;
  private final boolean withIndex;

  /**
   * @param beside the actions of the same statement
   */
  MeasuredAction(List<Change> beside, Optional<Table> table) {
    this.beside = beside;
    this.table = table;
    this.withIndex = beside.stream().anyMatch(MeasuredAction::buildsIndex);
  }

  /** The operation's id; empty if none was measured that is sure to cost the same. */
  Optional<String> operation(Change change) {
    if (change instanceof ColumnChange.AddColumn add) {
      return added(add.column());
    } else if (change instanceof ColumnChange.DropColumn drop) {
      return isUsed(drop.column()) ? Optional.empty() : rows("drop_column");
    } else if (change instanceof ColumnChange.RenameColumn) {
      return Optional.of("rename_column");
    } else if (change instanceof ColumnChange.SetDefault) {
      return Optional.of("set_default_const");
    } else if (change instanceof ColumnChange.DropDefault) {
      return Optional.of("drop_default");
    } else if (change instanceof IndexChange.AddIndex add) {
      return index(add);
    } else if (change instanceof IndexChange.DropIndex) {
      return Optional.of("drop_index_alter");
    } else if (change instanceof IndexChange.RenameIndex) {
      return Optional.of("rename_index");
    } else if (change instanceof Reorganize reorganize) {
      return Optional.of(reorganized(reorganize.action()));
    } else if (change instanceof TableChange.RenameTable) {
      return Optional.of("rename_table_alter");
    }
    return constraint(change);
  }

  private Optional<String> constraint(Change change) {
    if (change instanceof ConstraintChange.AddConstraint add) {
      return switch (add.demand()) {
        case CHECK -> Optional.of(add.isValidated() ? "add_check" : "add_check_not_enforced");
        case UNIQUE -> Optional.of("add_unique");
        case PRIMARY_KEY -> Optional.of(swapsPrimaryKey() ? SWAP : "add_primary_key");
        case FOREIGN_KEY, NOT_NULL, EXCLUDE -> Optional.empty();
      };
    } else if (change instanceof ConstraintChange.ValidateConstraint) {
      return Optional.of("alter_check_enforced");
    } else if (change instanceof ConstraintChange.DropConstraint drop) {
      return table
          .flatMap(t -> t.constraint(drop.constraint()))
          .map(Constraint::demand)
          .flatMap(MeasuredAction::dropped);
    }
    return change instanceof ConstraintChange.DropPrimaryKey
        ? Optional.of(swapsPrimaryKey() ? SWAP : "drop_primary_key")
        : Optional.empty();
  }

  private static final String SWAP = "swap_primary_key";

  private static Optional<String> dropped(Demand demand) {
    return switch (demand) {
      case FOREIGN_KEY -> Optional.of("drop_fk");
      case CHECK -> Optional.of("drop_constraint_check");
      case PRIMARY_KEY, UNIQUE, NOT_NULL, EXCLUDE -> Optional.empty();
    };
  }

  private static String reorganized(Reorganize.Action action) {
    return switch (action) {
      case FORCE -> "force";
      case ORDER_BY -> "order_by";
      case PARTITION_BY -> "partition_by";
      case REMOVE_PARTITIONING -> "remove_partitioning";
      case ADD_PARTITION -> "add_partition_range";
      case ADD_HASH_PARTITIONS -> "add_partition_hash";
      case DROP_PARTITION -> "drop_partition";
      case TRUNCATE_PARTITION -> "truncate_partition";
      case COALESCE_PARTITION -> "coalesce_partition";
      case REORGANIZE_PARTITION -> "reorganize_partition";
      case EXCHANGE_PARTITION -> "exchange_partition";
      case REBUILD_PARTITION -> "rebuild_partition";
      case ADD_SYSTEM_VERSIONING -> "system_versioning";
    };
  }

  private Optional<String> added(ColumnDef column) {
    boolean plain =
        column.clauses().stream()
            .allMatch(
                c ->
                    switch (c.kind()) {
                      case NOT_NULL, NULL, COMMENT, COLLATE, CHARACTER_SET, FIRST, AFTER -> true;
                      default -> false;
                    });
    if (!plain || column.computed()) {
      return Optional.empty();
    }
    if (withIndex) {
      return rows("add_column_and_index");
    }
    boolean placed = column.has(Clause.Kind.FIRST) || column.has(Clause.Kind.AFTER);
    return rows(placed ? "add_column_nullable_after" : "add_column_nullable");
  }

  private static boolean buildsIndex(Change change) {
    return (change instanceof IndexChange.AddIndex index
            && (index.kind() == IndexKind.PLAIN || index.kind() == IndexKind.UNIQUE))
        || (change instanceof ConstraintChange.AddConstraint key && key.demand() == Demand.UNIQUE);
  }

  /** What changes the layout of rows depends on how the table keeps them. */
  private Optional<String> rows(String operation) {
    if (table.isEmpty()) {
      return Optional.of(operation);
    }
    Table known = table.get();
    if (known.indexes().stream().anyMatch(i -> i.kind() == IndexKind.FULLTEXT)) {
      return Optional.of("add_column_table_with_fulltext");
    }
    if (known.options().rowFormat().filter("COMPRESSED"::equalsIgnoreCase).isPresent()) {
      return Optional.of("add_column_table_compressed");
    }
    boolean foreign = known.options().engine().filter(e -> !isInnoDb(e)).isPresent();
    return Optional.of(foreign ? "add_column_table_myisam" : operation);
  }

  private static boolean isInnoDb(String engine) {
    return engine.equalsIgnoreCase("InnoDB");
  }

  private static Optional<String> index(IndexChange.AddIndex add) {
    boolean computed = add.parts().stream().anyMatch(p -> p.form() == IndexPart.Form.EXPRESSION);
    return switch (add.kind()) {
      case PLAIN -> Optional.of(computed ? "create_index_functional" : "create_index");
      case UNIQUE -> computed ? Optional.empty() : Optional.of("create_unique_index");
      case FULLTEXT, SPATIAL -> Optional.empty();
    };
  }

  private boolean isUsed(Name column) {
    return table
        .filter(
            t ->
                t.indexes().stream().anyMatch(i -> i.uses(column))
                    || t.constraints().stream().anyMatch(c -> c.uses(column)))
        .isPresent();
  }

  private boolean swapsPrimaryKey() {
    return beside.stream().anyMatch(ConstraintChange.DropPrimaryKey.class::isInstance)
        && beside.stream()
            .anyMatch(
                c ->
                    c instanceof ConstraintChange.AddConstraint add
                        && add.demand() == Demand.PRIMARY_KEY);
  }
}
