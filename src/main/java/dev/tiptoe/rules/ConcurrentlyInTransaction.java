package dev.tiptoe.rules;

import dev.tiptoe.ddl.Access;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.IndexChange.AddIndex;
import dev.tiptoe.ddl.IndexChange.DropIndex;
import dev.tiptoe.ddl.MaintenanceChange.Reindex;
import dev.tiptoe.ddl.MaintenanceChange.Vacuum;
import dev.tiptoe.ddl.TableChange.DetachPartition;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rewrite.Concurrently;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Dialect;
import java.util.Optional;

/** PostgreSQL refuses some statements in a transaction, and most tools open one. */
public final class ConcurrentlyInTransaction extends Rule<Change> {

  public ConcurrentlyInTransaction() {
    super(Change.class, Severity.ERROR, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(Change change, Context ctx) {
    operation(change, ctx)
        .flatMap(ctx::effect)
        .filter(effect -> effect.runsAlone() && !effect.fails())
        .filter(effect -> !SharedTransaction.of(ctx).isEmpty())
        .ifPresent(effect -> report(change, ctx));
  }

  private static void report(Change change, Context ctx) {
    boolean retries = change instanceof AddIndex add && add.existence() == Existence.TOLERANT;
    ctx.report(
        SharedTransaction.isPerhaps(ctx) ? Severity.WARNING : Severity.ERROR,
        Hazard.FAILS,
        change.span(),
        ctx.target()
            + " refuses this with error 25001 in a transaction"
            + SharedTransaction.condition(ctx)
            + ".",
        Concurrently.remedy(ctx).map(ConcurrentlyInTransaction::sentence).orElse("")
            + (retries
                ? " Leave IF NOT EXISTS out: a build that fails leaves an invalid index, which the next run would take for this one."
                : ""));
  }

  private static String sentence(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
  }

  /** What was measured of it; empty if it may run in a transaction, or another rule speaks. */
  private static Optional<String> operation(Change change, Context ctx) {
    if (change instanceof AddIndex add) {
      boolean partitioned = isPartitioned(ctx.schema().table(add.table()));
      return when(add.access() == Access.CONCURRENT && !partitioned, "create_index_concurrently");
    }
    if (change instanceof DropIndex drop) {
      boolean partitioned = isPartitioned(ctx.schema().indexOwner(drop.index()));
      return when(drop.access() == Access.CONCURRENT && !partitioned, "drop_index_concurrently");
    }
    if (change instanceof DetachPartition detach) {
      return when(detach.access() == Access.CONCURRENT, "detach_partition_concurrently");
    }
    if (change instanceof Reindex reindex) {
      return Optional.of(operation(reindex, ctx));
    }
    if (change instanceof Vacuum vacuum) {
      return when(vacuum.depth() == Vacuum.Depth.PLAIN, "vacuum");
    }
    return Optional.empty();
  }

  /** What was measured of a REINDEX. */
  static String operation(Reindex reindex, Context ctx) {
    boolean concurrent = reindex.access() == Access.CONCURRENT;
    return switch (reindex.reach()) {
      case INDEX -> concurrent ? "reindex_index_concurrently" : "reindex_index";
      case TABLE ->
          concurrent
              ? "reindex_table_concurrently"
              : isPartitioned(reindex.name().flatMap(ctx.schema()::table))
                  ? "reindex_partitioned"
                  : "reindex_table";
      case SCHEMA, DATABASE, SYSTEM -> "reindex_schema";
    };
  }

  private static boolean isPartitioned(Optional<Table> table) {
    return table.filter(Table::isPartitioned).isPresent();
  }

  private static Optional<String> when(boolean holds, String operation) {
    return holds ? Optional.of(operation) : Optional.empty();
  }
}
