package dev.tiptoe.facts;

import dev.tiptoe.ddl.Access;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.MaintenanceChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.Reference;
import dev.tiptoe.ddl.RowChange;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.ddl.TableChange.CreateTable;
import dev.tiptoe.ddl.TriggerChange;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The locks that PostgreSQL was measured to take for a change and to hold until the transaction
 * ends, on the tables that the change names.
 */
public final class TableLocks {

  /** A lock on one table. */
  public record TableLock(Name table, Lock lock) {}

  private final Target target;
  private final List<TableLock> locks = new ArrayList<>();

  private TableLocks(Target target) {
    this.target = target;
  }

  /** Those of one change; tables it makes are among them, indexes are not. */
  public static List<TableLock> of(Change change, Target target) {
    TableLocks taken = new TableLocks(target);
    taken.take(change);
    return List.copyOf(taken.locks);
  }

  private void take(Change change) {
    if (change instanceof MaintenanceChange.LockTable lock) {
      Lock.named(lock.mode()).ifPresent(mode -> locks.add(new TableLock(lock.table(), mode)));
    } else if (change instanceof CreateTable create) {
      create.partitionOf().ifPresent(parent -> take("create_partition_of", parent));
      create.constraints().forEach(c -> takeReferenced("create_table_with_fk", c));
    } else if (change instanceof TableChange.AttachPartition attach) {
      take("attach_partition_with_check", attach.table());
      takeOf("attach_partition_with_check", "np", attach.partition());
    } else if (change instanceof Change.OfTable ofTable) {
      operation(ofTable).ifPresent(operation -> take(operation, ofTable.table()));
      if (change instanceof AddConstraint constraint) {
        takeReferenced("add_fk", constraint);
      }
    }
  }

  private void takeReferenced(String operation, AddConstraint constraint) {
    constraint.reference().map(Reference::table).ifPresent(t -> takeOf(operation, "p", t));
  }

  private void take(String operation, Name table) {
    effect(operation).ifPresent(e -> locks.add(new TableLock(table, e.lock())));
  }

  /** The lock that an operation took on another table than the one it is about. */
  private void takeOf(String operation, String measured, Name table) {
    effect(operation)
        .flatMap(e -> Optional.ofNullable(e.locks().get(measured)))
        .ifPresent(lock -> locks.add(new TableLock(table, lock)));
  }

  private Optional<Effect> effect(String operation) {
    return Facts.of(target.dialect()).effect(operation, target, SqlMode.STRICT);
  }

  /** The cheapest operation of the kind: what makes it slow makes its lock no other. */
  private static Optional<String> operation(Change.OfTable change) {
    if (change instanceof ColumnChange) {
      return Optional.of("add_column_nullable");
    }
    if (change instanceof AddConstraint constraint) {
      return Optional.of(
          constraint.demand() == Demand.FOREIGN_KEY ? "add_fk_not_valid" : "add_check_not_valid");
    }
    if (change instanceof ConstraintChange) {
      return Optional.of(
          change instanceof ConstraintChange.ValidateConstraint ? "validate_check" : "drop_check");
    }
    if (change instanceof IndexChange.AddIndex index) {
      return index.access() == Access.BLOCKING ? Optional.of("create_index") : Optional.empty();
    }
    if (change instanceof TriggerChange) {
      return Optional.of(
          change instanceof TriggerChange.DropTrigger ? "drop_trigger" : "create_trigger");
    }
    if (change instanceof TableChange.DetachPartition detach) {
      return detach.access() == Access.BLOCKING
          ? Optional.of("detach_partition")
          : Optional.empty();
    }
    return change instanceof RowChange ? ofRows(change) : ofTable(change);
  }

  private static Optional<String> ofRows(Change.OfTable change) {
    return Optional.of(change instanceof RowChange.Truncate ? "truncate" : "update_all_rows");
  }

  private static Optional<String> ofTable(Change.OfTable change) {
    if (change instanceof TableChange.DropTable) {
      return Optional.of("drop_table");
    }
    if (change instanceof TableChange.RenameTable || change instanceof TableChange.MoveTable) {
      return Optional.of("rename_table");
    }
    return change instanceof TableChange.SetPersistence
        ? Optional.of("set_logged")
        : Optional.empty();
  }
}
