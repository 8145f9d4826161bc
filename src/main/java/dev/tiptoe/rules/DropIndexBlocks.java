package dev.tiptoe.rules;

import dev.tiptoe.ddl.Access;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.OfTable;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.DropBehavior;
import dev.tiptoe.ddl.IndexChange.AddIndex;
import dev.tiptoe.ddl.IndexChange.DropIndex;
import dev.tiptoe.ddl.RowChange.UpdateRows;
import dev.tiptoe.facts.Lock;
import dev.tiptoe.facts.TableLocks;
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
    if (drop.access() == Access.CONCURRENT
        || table.filter(t -> isFree(t, drop, ctx) || isLockedAnyway(t, ctx)).isPresent()
        || (table.isEmpty() && drop.existence() == Existence.TOLERANT && isNowhere(drop, ctx))) {
      return;
    }
    Concurrently form = form(drop, table, ctx);
    boolean single = form.fix().isPresent();
    // Where nothing can be written, one word is enough for all indexes of a table.
    if (single || ctx.isFirst(id() + " " + table.map(t -> t.name().name()).orElse(""))) {
      List<String> indexes =
          single || table.isEmpty()
              ? List.of(drop.index().last())
              : droppedFromHereOn(table.get(), ctx);
      ctx.effect("drop_index")
          .ifPresent(
              effect ->
                  ctx.report(
                      Severity.NOTE,
                      Hazard.BLOCKS,
                      drop.span(),
                      "To drop "
                          + Listing.of(indexes)
                          + ", "
                          + ctx.target()
                          + " locks "
                          + table.map(t -> t.name().toString()).orElse("its table")
                          + " ("
                          + effect.lock()
                          + ")"
                          + consequence(table, ctx),
                      form.plan(),
                      form.fix()));
    }
  }

  private static String consequence(Optional<Table> table, Context ctx) {
    return table.filter(t -> isHeldLong(t, ctx)).isPresent()
        ? " and keeps it locked until the transaction ends"
            + SharedTransaction.condition(ctx)
            + ": reads and writes wait while its later statements go through the rows."
        : " for a moment: it waits for every open transaction that has used the table, and all who come later wait behind it.";
  }

  /** Whether another statement of the file needs the same lock, so that this one adds nothing. */
  private static boolean isLockedAnyway(Table table, Context ctx) {
    return ctx.statements().stream()
        .flatMap(s -> s.changes().stream())
        .flatMap(c -> TableLocks.of(c, ctx.target()).stream())
        .anyMatch(
            lock -> lock.lock() == Lock.ACCESS_EXCLUSIVE && lock.table().sameLast(table.name()));
  }

  /**
   * Whether the file makes an index of this name on a table that is known as a whole without it.
   */
  private static boolean isNowhere(DropIndex drop, Context ctx) {
    return ctx.laterStatements().stream()
        .flatMap(s -> s.changes().stream())
        .filter(AddIndex.class::isInstance)
        .map(AddIndex.class::cast)
        .filter(add -> add.name().filter(drop.index()::sameLast).isPresent())
        .anyMatch(add -> ctx.schema().table(add.table()).filter(Table::isComplete).isPresent());
  }

  private static boolean isHeldLong(Table table, Context ctx) {
    return SharedTransaction.of(ctx).stream()
        .filter(s -> s.span().start() > ctx.statement().span().start())
        .flatMap(s -> s.changes().stream())
        .anyMatch(c -> isLong(c) && c instanceof OfTable other && isOf(other, table));
  }

  private static boolean isLong(Change change) {
    return change instanceof AddIndex
        || change instanceof UpdateRows
        || (change instanceof AddConstraint key && key.isValidated());
  }

  private static boolean isOf(OfTable change, Table table) {
    return change.table().sameLast(table.name());
  }

  private static List<String> droppedFromHereOn(Table table, Context ctx) {
    return ctx.statements().stream()
        .filter(s -> s.span().start() >= ctx.statement().span().start())
        .flatMap(s -> s.changes().stream())
        .filter(DropIndex.class::isInstance)
        .map(DropIndex.class::cast)
        .filter(drop -> table.index(drop.index()).isPresent())
        .map(drop -> drop.index().last())
        .toList();
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
              + ". Write it by hand: "
              + table
                  .map(t -> Concurrently.unknown(ctx, t.name()))
                  .orElse("its table is not known here, so make sure that it is not partitioned."));
    }
    int place = Fragment.behind(ctx.file().text(), drop.span(), "INDEX", ctx.target());
    return Concurrently.of(
        ctx,
        FORM,
        "drop it concurrently",
        List.of(TextEdit.insert(place, " " + ctx.keyword("CONCURRENTLY"))));
  }
}
