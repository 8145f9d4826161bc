package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Extent;
import dev.tiptoe.ddl.RowChange.DeleteRows;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;

/** A DELETE without a condition, or with one that every row meets, empties the table. */
public final class DeleteWithoutWhere extends Rule<DeleteRows> {

  public DeleteWithoutWhere() {
    super(DeleteRows.class, Severity.WARNING);
  }

  @Override
  protected void check(DeleteRows delete, Context ctx) {
    if (delete.extent() != Extent.ALL
        || ctx.schema().isWithoutRows(delete.table())
        || ctx.schema().isNew(delete.table())) {
      return;
    }
    ctx.report(
        Severity.WARNING,
        Hazard.LOSES,
        delete.span(),
        "Every row of " + delete.table().last() + " is deleted.",
        "If all are meant, say so: `-- tiptoe:ignore delete-without-where: <why>`. To be able to go back, copy the rows into a table of their own first.");
  }
}
