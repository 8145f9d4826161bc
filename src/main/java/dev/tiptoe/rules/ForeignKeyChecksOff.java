package dev.tiptoe.rules;

import static dev.tiptoe.sql.Dialect.MARIADB;
import static dev.tiptoe.sql.Dialect.MYSQL;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.OfTable;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.RowChange.DeleteRows;
import dev.tiptoe.ddl.RowChange.InsertRows;
import dev.tiptoe.ddl.RowChange.UpdateRows;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;

/** While foreign_key_checks is off, rows and keys are taken that no check would pass. */
public final class ForeignKeyChecksOff extends Rule<OfTable> {

  public ForeignKeyChecksOff() {
    super(OfTable.class, Severity.WARNING, MYSQL, MARIADB);
  }

  @Override
  protected void check(OfTable change, Context ctx) {
    boolean isKey = change instanceof AddConstraint add && add.demand() == Demand.FOREIGN_KEY;
    boolean isRows =
        change instanceof InsertRows
            || change instanceof UpdateRows
            || change instanceof DeleteRows;
    if (ctx.schema().checksForeignKeys()
        || !(isKey || isRows)
        || ctx.schema().isNew(change.table())
        || (isKey && ctx.schema().isWithoutRows(change.table()))
        || !ctx.isFirst(id() + isKey)) {
      return;
    }
    ctx.report(
        Severity.WARNING,
        Hazard.CORRUPTS,
        change.span(),
        isKey
            ? "foreign_key_checks is off: the key is added whatever the rows hold, and those that point nowhere stay."
            : "foreign_key_checks is off: nobody looks whether the rows of "
                + change.table().last()
                + " and of the tables that point to it fit together afterwards.",
        "Turning the checks on again looks at no row that is there. "
            + (isKey
                ? "Look for rows that point nowhere first, or leave the checks on."
                : "Order the statements so that the checks can stay on."));
  }
}
