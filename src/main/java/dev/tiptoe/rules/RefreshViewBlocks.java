package dev.tiptoe.rules;

import dev.tiptoe.ddl.Access;
import dev.tiptoe.ddl.MaintenanceChange.RefreshView;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Dialect;

/** Nobody can read a materialized view while its query runs, unless it is told CONCURRENTLY. */
public final class RefreshViewBlocks extends Rule<RefreshView> {

  public RefreshViewBlocks() {
    super(RefreshView.class, Severity.WARNING, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(RefreshView refresh, Context ctx) {
    if (refresh.access() == Access.CONCURRENT || ctx.nobodyWaitsFor(refresh.view())) {
      return;
    }
    String view = refresh.view().last();
    if (refresh.rows() == RefreshView.Rows.NONE) {
      ctx.report(
          Severity.WARNING,
          Hazard.BREAKS,
          refresh.span(),
          view + " is emptied: whoever reads it gets an error until it is refreshed with data.",
          "Refresh it with data in the same transaction, or leave it as it is.");
      return;
    }
    Effect effect = ctx.effect("refresh_materialized_view").orElseThrow();
    ctx.report(
        Severity.WARNING,
        Hazard.BLOCKS,
        refresh.span(),
        view
            + " is refreshed: "
            + ctx.target()
            + " runs its query and writes all of the view anew while whoever reads it waits ("
            + effect.lock()
            + ").",
        "Write REFRESH MATERIALIZED VIEW CONCURRENTLY: readers go on, and it may stand in a transaction. It needs a unique index on plain columns of the view, without WHERE, and a view that has been filled once.");
  }
}
