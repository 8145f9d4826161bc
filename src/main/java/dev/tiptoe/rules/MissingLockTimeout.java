package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.OfTable;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.RowChange;
import dev.tiptoe.ddl.SessionChange.SetVariable;
import dev.tiptoe.ddl.TableChange.CreateTable;
import dev.tiptoe.ddl.TableChange.DropTable;
import dev.tiptoe.ddl.TableChange.ExecutionOption;
import dev.tiptoe.facts.Lock;
import dev.tiptoe.facts.TableLocks;
import dev.tiptoe.facts.TableLocks.TableLock;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rewrite.ThreeSteps;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.text.Span;
import java.util.Locale;
import java.util.Optional;

/**
 * A statement that waits for its lock without end keeps everybody waiting behind it. Said where
 * nothing else is wrong, lest it hides what is.
 */
public final class MissingLockTimeout extends Rule<Change> {

  public MissingLockTimeout() {
    super(Change.class, Severity.NOTE);
  }

  @Override
  protected void check(Change change, Context ctx) {
    Optional<Name> table =
        ctx.target().is(Dialect.POSTGRESQL) ? onPostgres(change, ctx) : onMySql(change, ctx);
    if (table.isEmpty()
        || !isThirdTable(table.get(), ctx)
        || !ctx.isClean()
        || ThreeSteps.areExplained(ctx)
        || hasTimeout(ctx)) {
      return;
    }
    ctx.report(
        Severity.NOTE,
        Hazard.BLOCKS,
        change.span(),
        ctx.target()
            + " waits here for every open transaction that has used "
            + table.get().last()
            + ", "
            + limit(ctx)
            + ", and all who come later wait behind it.",
        "Write "
            + ctx.keyword("SET")
            + (ctx.target().is(Dialect.POSTGRESQL)
                ? " lock_timeout = '5s'"
                : " lock_wait_timeout = 5")
            + "; before it: then it gives up after five seconds, and can be run again at a better time.");
  }

  /**
   * One wait is every migration's, and each table more makes a long one likelier. Where a deadlock
   * is told of, so is its time-out.
   */
  private static boolean isThirdTable(Name table, Context ctx) {
    return ctx.isFirst("missing-lock-timeout " + table.name())
        && !ctx.isFirst("missing-lock-timeout, one table")
        && !ctx.isFirst("missing-lock-timeout, two tables")
        && ctx.isFirst("several-tables-locked");
  }

  private static String limit(Context ctx) {
    return switch (ctx.target().dialect()) {
      case POSTGRESQL -> "without end";
      case MYSQL -> "for up to a year";
      case MARIADB -> "for up to a day";
    };
  }

  private static Optional<Name> onPostgres(Change change, Context ctx) {
    return TableLocks.of(change, ctx.target()).stream()
        .filter(l -> l.lock() == Lock.ACCESS_EXCLUSIVE)
        .map(TableLock::table)
        .filter(t -> isAwaited(t, ctx))
        .findFirst();
  }

  /** Where nothing is known of the tables, this would be said of nearly every file. */
  private static boolean isAwaited(Name table, Context ctx) {
    return ctx.schema().table(table).filter(Table::isComplete).isPresent()
        && !ctx.nobodyWaitsFor(table);
  }

  /** There every change of a definition needs the table for itself, be it for a moment. */
  private static Optional<Name> onMySql(Change change, Context ctx) {
    boolean rows = change instanceof RowChange && !(change instanceof RowChange.Truncate);
    return change instanceof OfTable ofTable
            && !rows
            && !(change instanceof CreateTable)
            && !(change instanceof ExecutionOption)
            && !(change instanceof DropTable drop && DroppedTables.isFreshStart(drop, ctx))
            && isAwaited(ofTable.table(), ctx)
            && !hasOwnTimeout(ofTable, ctx)
        ? Optional.of(ofTable.table())
        : Optional.empty();
  }

  /** MariaDB's ALTER TABLE t NOWAIT and WAIT n. */
  private static boolean hasOwnTimeout(OfTable change, Context ctx) {
    int start = change.table().span().end();
    return change.span().start() > start
        && ctx.file()
            .text(new Span(start, change.span().start()))
            .toUpperCase(Locale.ROOT)
            .contains("WAIT");
  }

  private static boolean hasTimeout(Context ctx) {
    return ctx.earlierStatements().stream()
        .flatMap(s -> s.changes().stream())
        .anyMatch(
            c ->
                c instanceof SetVariable set
                    && switch (set.variable()) {
                      case "lock_timeout", "statement_timeout", "lock_wait_timeout" -> true;
                      default -> false;
                    });
  }
}
