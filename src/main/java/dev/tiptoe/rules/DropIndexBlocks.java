package dev.tiptoe.rules;

import dev.tiptoe.ddl.Access;
import dev.tiptoe.ddl.DropBehavior;
import dev.tiptoe.ddl.IndexChange.DropIndex;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rewrite.Concurrently;
import dev.tiptoe.schema.Index;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Fragment;
import dev.tiptoe.text.TextEdit;
import java.util.List;
import java.util.Optional;

/**
 * An index is gone in a moment, but the lock for it waits for everybody on the table, and everybody
 * else waits behind it.
 */
public final class DropIndexBlocks extends Rule<DropIndex> {

  private static final String FORM = "DROP INDEX CONCURRENTLY waits too, but lets all others pass";

  public DropIndexBlocks() {
    super(DropIndex.class, Severity.NOTE, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(DropIndex drop, Context ctx) {
    Optional<Table> table = ctx.schema().indexOwner(drop.index());
    if (drop.access() == Access.CONCURRENT || table.filter(t -> isFree(t, drop, ctx)).isPresent()) {
      return;
    }
    Concurrently form = form(drop, table, ctx);
    // Where nothing can be written, one word is enough for all indexes of a file.
    if (form.fix().isPresent() || ctx.isFirst(id())) {
      ctx.effect("drop_index")
          .ifPresent(
              effect ->
                  ctx.report(
                      Severity.NOTE,
                      Hazard.BLOCKS,
                      drop.span(),
                      "DROP INDEX takes only a moment, but "
                          + ctx.target()
                          + " waits for all that use the table, and whoever comes next waits behind it ("
                          + effect.lock()
                          + ").",
                      form.plan(),
                      form.fix()));
    }
  }

  private static boolean isFree(Table table, DropIndex drop, Context ctx) {
    return ctx.nobodyWaitsFor(table.name())
        || table.isPartitioned()
        || table.index(drop.index()).filter(i -> i.source() == Index.Source.CONSTRAINT).isPresent();
  }

  private static Concurrently form(DropIndex drop, Optional<Table> table, Context ctx) {
    if (drop.behavior() == DropBehavior.CASCADE) {
      return Concurrently.refused(FORM + "; it does not know CASCADE.");
    }
    if (ctx.statement().changes().size() > 1) {
      return Concurrently.refused(FORM + "; it takes one index at a time.");
    }
    if (table.filter(Table::isComplete).isEmpty()) {
      return Concurrently.refused(
          FORM
              + ", outside of a transaction and if the table is not partitioned; its CREATE TABLE is not known here.");
    }
    int place = Fragment.behind(ctx.file().text(), drop.span(), "INDEX", ctx.target());
    return Concurrently.of(
        ctx,
        FORM,
        "drop it concurrently",
        List.of(TextEdit.insert(place, " " + ctx.keyword("CONCURRENTLY"))));
  }
}
