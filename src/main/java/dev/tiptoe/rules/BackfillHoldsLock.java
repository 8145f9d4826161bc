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
        && !ThreeSteps.areExplained(ctx)
        && ctx.isFirst("backfill-holds-lock " + rows.table().name())) {
      String statement = change instanceof UpdateRows ? "UPDATE" : "DELETE";
      Fills.locking(rows.table(), ctx)
          .ifPresent(
              alter ->
                  ctx.report(
                      Severity.WARNING,
                      Hazard.BLOCKS,
                      change.span(),
                      "Line "
                          + ctx.file().line(alter.span().start())
                          + " locks "
                          + rows.table().last()
                          + " (ACCESS EXCLUSIVE) until the transaction ends"
                          + SharedTransaction.condition(ctx)
                          + ", so that all reads and writes of it wait for this "
                          + statement
                          + " too: 33 seconds were measured with a million rows.",
                      advice(statement, ctx)));
    }
  }

  private static String advice(String statement, Context ctx) {
    return ctx.wrapping() == Wrapping.ALL_PENDING
        ? "Deploy this "
            + statement
            + " in a release after the one with the statements above: "
            + ctx.runner()
            + " runs all pending migrations in one transaction."
        : "Put this "
            + statement
            + " into a migration of its own, and the statements after it that need its result into another.";
  }
}
