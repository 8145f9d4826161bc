package dev.tiptoe.rules;

import dev.tiptoe.ddl.Access;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.IndexChange.AddIndex;
import dev.tiptoe.ddl.IndexChange.DropIndex;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Dialect;
import java.util.Optional;

/**
 * An index of a partitioned table is one of each partition: all of them are locked at once, and
 * CONCURRENTLY is refused.
 */
public final class IndexOnPartitionedParent extends Rule<IndexChange> {

  private static final String RECIPE =
      "CREATE INDEX ... ON ONLY the parent, which takes a moment; CREATE INDEX CONCURRENTLY on each partition; then ALTER INDEX ... ATTACH PARTITION for each.";

  public IndexOnPartitionedParent() {
    super(IndexChange.class, Severity.ERROR, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(IndexChange change, Context ctx) {
    if (change instanceof AddIndex add
        && !add.scope().only()
        && ctx.schema().table(add.table()).filter(Table::isPartitioned).isPresent()) {
      added(add, ctx);
    } else if (change instanceof DropIndex drop
        && drop.access() == Access.CONCURRENT
        && ctx.schema().indexOwner(drop.index()).filter(Table::isPartitioned).isPresent()) {
      report(
          "drop_index_on_partitioned_concurrently",
          drop,
          "Leave CONCURRENTLY out: the lock is held for a moment only.",
          ctx);
    }
  }

  private static void added(AddIndex add, Context ctx) {
    if (add.access() == Access.CONCURRENT) {
      report("create_index_concurrently_on_partitioned", add, RECIPE, ctx);
    } else if (!ctx.nobodyWaitsFor(add.table())) {
      report("create_index_on_partitioned", add, RECIPE, ctx);
    }
  }

  private static void report(String operation, IndexChange change, String advice, Context ctx) {
    Optional<Effect> effect = ctx.effect(operation);
    effect.ifPresent(
        e ->
            ctx.report(
                e.fails() ? Severity.ERROR : Severity.WARNING,
                e.fails() ? Hazard.FAILS : Hazard.BLOCKS,
                change.span(),
                "The table is partitioned: "
                    + ctx.target()
                    + " "
                    + (e.fails()
                        ? e.text()
                        : "builds the index of every partition while writes to all of them wait ("
                            + e.lock()
                            + ")")
                    + ".",
                advice));
  }
}
