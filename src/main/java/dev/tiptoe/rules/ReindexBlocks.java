package dev.tiptoe.rules;

import dev.tiptoe.ddl.Access;
import dev.tiptoe.ddl.MaintenanceChange.Reindex;
import dev.tiptoe.ddl.MaintenanceChange.Reindex.Reach;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rewrite.Concurrently;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Fragment;
import dev.tiptoe.text.TextEdit;
import java.util.List;
import java.util.Optional;

/** An index that is built anew keeps everybody from writing, unless told CONCURRENTLY. */
public final class ReindexBlocks extends Rule<Reindex> {

  private static final String FORM = "REINDEX CONCURRENTLY lets reads and writes go on";

  public ReindexBlocks() {
    super(Reindex.class, Severity.WARNING, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(Reindex reindex, Context ctx) {
    if (reindex.access() == Access.BLOCKING
        && table(reindex, ctx).filter(ctx::nobodyWaitsFor).isEmpty()) {
      ctx.effect(ConcurrentlyInTransaction.operation(reindex, ctx))
          .filter(Effect::isLongAndBlocks)
          .filter(effect -> !effect.runsAlone() || SharedTransaction.of(ctx).isEmpty())
          .ifPresent(effect -> report(reindex, effect, ctx));
    }
  }

  private static Optional<Name> table(Reindex reindex, Context ctx) {
    return switch (reindex.reach()) {
      case INDEX -> reindex.name().flatMap(ctx.schema()::indexOwner).map(Table::name);
      case TABLE -> reindex.name();
      case SCHEMA, DATABASE, SYSTEM -> Optional.empty();
    };
  }

  private static void report(Reindex reindex, Effect effect, Context ctx) {
    Concurrently form = form(reindex, ctx);
    ctx.report(
        Severity.WARNING,
        Hazard.BLOCKS,
        reindex.span(),
        "REINDEX: "
            + ctx.target()
            + " builds "
            + (reindex.reach() == Reach.INDEX ? "the index" : "all indexes")
            + " anew while writes wait ("
            + effect.lock()
            + "), and so do reads that would use "
            + (reindex.reach() == Reach.INDEX ? "it." : "one of them."),
        form.plan(),
        form.fix());
  }

  private static Concurrently form(Reindex reindex, Context ctx) {
    if (ctx.effect("reindex_index_concurrently").isEmpty()) {
      return Concurrently.refused(
          "CREATE INDEX CONCURRENTLY under another name, then DROP INDEX CONCURRENTLY, lets reads and writes go on.");
    }
    boolean single = reindex.reach() == Reach.INDEX || reindex.reach() == Reach.TABLE;
    if (!single || reindex.name().filter(ReindexBlocks::isOfSystem).isPresent()) {
      return Concurrently.refused(
          "REINDEX TABLE CONCURRENTLY lets reads and writes go on; write one for each table.");
    }
    String word = reindex.reach().name();
    int place = Fragment.behind(ctx.file().text(), reindex.span(), word, ctx.target());
    return Concurrently.of(
        ctx,
        FORM,
        "build it anew concurrently",
        List.of(TextEdit.insert(place, " " + ctx.keyword("CONCURRENTLY"))));
  }

  private static boolean isOfSystem(Name name) {
    return name.name().startsWith("pg_");
  }
}
