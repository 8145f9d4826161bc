package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Extent;
import dev.tiptoe.ddl.RowChange.UpdateRows;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rewrite.ThreeSteps;
import dev.tiptoe.sql.Dialect;

/** A column that is filled in one UPDATE keeps every row locked until the last is done. */
public final class UnbatchedBackfill extends Rule<UpdateRows> {

  public UnbatchedBackfill() {
    super(UpdateRows.class, Severity.WARNING);
  }

  @Override
  protected void check(UpdateRows update, Context ctx) {
    if (!Fills.isOfManyRows(update)
        || !Fills.isFill(update, ctx)
        || ctx.nobodyWaitsFor(update.table())
        || ThreeSteps.areExplained(ctx)
        || Fills.locking(update.table(), ctx).isPresent()
        || !ctx.isFirst("unbatched-backfill " + update.table().name())) {
      return;
    }
    boolean all = update.extent() == Extent.ALL;
    ctx.report(
        all ? Severity.WARNING : Severity.NOTE,
        Hazard.BLOCKS,
        update.span(),
        (all ? "Every row of " : "Every row without a value in ")
            + update.table().last()
            + " is written by one UPDATE, and each stays locked until the last is done: who wants to change one waits. With a million rows that was measured at "
            + (ctx.target().is(Dialect.POSTGRESQL) ? 53 : 22)
            + " seconds, and at less than half a second in batches of 10,000.",
        "On a large table write some thousand rows at a time, by the primary key, each batch with its own COMMIT: outside of the migration, or as --fix --steps split does. If the table is small, say so: `-- tiptoe:ignore unbatched-backfill: <how many rows>`.");
  }
}
