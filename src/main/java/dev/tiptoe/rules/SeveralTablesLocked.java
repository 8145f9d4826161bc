package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange.CreateTable;
import dev.tiptoe.facts.Lock;
import dev.tiptoe.facts.TableLocks;
import dev.tiptoe.facts.TableLocks.TableLock;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whoever holds one table and wants another deadlocks with those who came from the other side. */
public final class SeveralTablesLocked extends Rule<Change> {

  public SeveralTablesLocked() {
    super(Change.class, Severity.NOTE, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(Change change, Context ctx) {
    List<Statement> transaction = ctx.transaction();
    // Looked at once for each transaction, where it begins.
    if (transaction.isEmpty()
        || !transaction.get(0).equals(ctx.statement())
        || !ctx.statement().changes().get(0).equals(change)) {
      return;
    }
    List<Name> made = new ArrayList<>();
    List<Name> held = new ArrayList<>();
    for (Statement statement : transaction) {
      for (Change each : statement.changes()) {
        if (each instanceof CreateTable create) {
          made.add(create.table());
        }
        for (TableLock lock : TableLocks.of(each, ctx.target())) {
          if (isNewlyHeld(lock, made, held, ctx)) {
            held.add(lock.table());
          }
        }
        if (held.size() > 1 && ctx.isFirst("several-tables-locked")) {
          report(held, each, ctx);
        }
      }
    }
  }

  private static boolean isNewlyHeld(
      TableLock lock, List<Name> made, List<Name> held, Context ctx) {
    return lock.lock() == Lock.ACCESS_EXCLUSIVE
        && made.stream().noneMatch(lock.table()::sameLast)
        && held.stream().noneMatch(lock.table()::sameLast)
        && !ctx.nobodyWaitsFor(lock.table());
  }

  private static void report(List<Name> held, Change change, Context ctx) {
    ctx.report(
        Severity.NOTE,
        Hazard.BLOCKS,
        change.span(),
        "This transaction locks "
            + held.get(1).last()
            + " while it still holds "
            + held.get(0).last()
            + " (ACCESS EXCLUSIVE). If a transaction of the application uses the two in the other order, they deadlock, and "
            + ctx.target()
            + " ends one of them with an error.",
        "Change each table in a migration of its own. If they must change together, write "
            + ctx.keyword("SET")
            + " lock_timeout = '5s'; first: then the migration gives up soon and can be run again.");
  }
}
