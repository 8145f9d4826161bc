package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Extent;
import dev.tiptoe.ddl.Change.OfTable;
import dev.tiptoe.ddl.RowChange;
import dev.tiptoe.ddl.RowChange.DeleteRows;
import dev.tiptoe.ddl.RowChange.UpdateRows;
import dev.tiptoe.layout.Wrapping;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rewrite.ThreeSteps;
import dev.tiptoe.sql.Dialect;

/**
 * Rows that are written in the transaction of an ALTER TABLE keep everybody from the table for as
 * long as that takes.
 */
public final class BackfillHoldsLock extends Rule<RowChange> {

  public BackfillHoldsLock() {
    super(RowChange.class, Severity.WARNING, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(RowChange change, Context ctx) {
    boolean many =
        (change instanceof UpdateRows update && Fills.isOfManyRows(update))
            || (change instanceof DeleteRows delete
                && (delete.extent() == Extent.ALL || !delete.nullColumns().isEmpty()));
    if (many
        && change instanceof OfTable rows
        && !ctx.nobodyWaitsFor(rows.table())
        && !ThreeSteps.areExplained(ctx)) {
      Fills.locking(rows.table(), ctx)
          .ifPresent(
              alter ->
                  ctx.report(
                      Severity.WARNING,
                      Hazard.BLOCKS,
                      change.span(),
                      rows.table().last()
                          + " is locked since line "
                          + ctx.file().line(alter.span().start())
                          + " (ACCESS EXCLUSIVE) and stays so until this transaction ends: all reads and writes of it wait for these rows too. With a million rows that was measured at 33 seconds.",
                      advice(ctx)));
    }
  }

  private static String advice(Context ctx) {
    return ctx.wrapping() == Wrapping.ALL_PENDING
        ? "Deploy the statement above first, and these rows later: "
            + ctx.runner()
            + " runs all pending migrations in one transaction."
        : "Put these rows into a migration of their own, so that the statement above has committed before, and what needs them into another.";
  }
}
