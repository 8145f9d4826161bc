package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Extent;
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

/**
 * A column that is filled or converted in one UPDATE keeps every row locked until the last is done.
 */
public final class UnbatchedBackfill extends Rule<UpdateRows> {

  public UnbatchedBackfill() {
    super(UpdateRows.class, Severity.WARNING);
  }

  @Override
  protected void check(UpdateRows update, Context ctx) {
    if (!Fills.isOfManyRows(update)
        || (!Fills.isFill(update, ctx) && !Fills.isConversion(update))
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
        (Fills.isConversion(update) ? "This UPDATE converts " : "This UPDATE fills ")
            + names(update.columns())
            + " in every row of "
            + update.table().last()
            + (all ? "" : " that has NULL in " + names(update.nullColumns()))
            + "."
            + overwritten(update, ctx)
            + " Other changes of these rows wait until it commits: "
            + (ctx.target().is(Dialect.POSTGRESQL) ? 53 : 22)
            + " seconds were measured with a million rows, and less than half a second in batches of 10,000.",
        "Update a large table in batches, by the primary key, each with its own COMMIT: outside of the migration, or as --fix --steps split does. If the table is small, write `-- tiptoe:ignore unbatched-backfill: <how many rows>`.");
  }

  /** Of a column that has been there for a while no statement tells what the application did. */
  private static String overwritten(UpdateRows update, Context ctx) {
    List<Name> older =
        update.columns().stream()
            .filter(c -> !Fills.isAdded(c, update, ctx))
            .filter(c -> !ctx.schema().isNew(update.table(), c))
            .toList();
    return older.isEmpty() || update.extent() != Extent.ALL || Fills.isConversion(update)
        ? ""
        : " What the application has written to " + names(older) + " by then is lost.";
  }

  private static String names(List<Name> columns) {
    return columns.stream().map(Name::last).distinct().collect(Collectors.joining(", "));
  }
}
