package dev.tiptoe.rules;

import dev.tiptoe.ddl.MaintenanceChange;
import dev.tiptoe.facts.Lock;
import dev.tiptoe.layout.Wrapping;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Dialect;

/** LOCK keeps others from a table for as long as the rest of the transaction takes. */
public final class LockTable extends Rule<MaintenanceChange.LockTable> {

  public LockTable() {
    super(MaintenanceChange.LockTable.class, Severity.ERROR);
  }

  @Override
  protected void check(MaintenanceChange.LockTable lock, Context ctx) {
    boolean postgres = ctx.target().is(Dialect.POSTGRESQL);
    Lock held = postgres ? Lock.named(lock.mode()).orElse(Lock.NONE) : ofMySql(lock.mode());
    if (postgres && ctx.transaction().isEmpty() && ctx.wrapping() == Wrapping.EACH_STATEMENT) {
      ctx.report(
          Severity.ERROR,
          Hazard.FAILS,
          lock.span(),
          ctx.target() + " refuses it with error 25P01 outside of a transaction.",
          "Put BEGIN before it and COMMIT behind the last statement that needs the lock.");
    } else if (held.blocksWrites() && !ctx.nobodyWaitsFor(lock.table())) {
      ctx.report(
          Severity.WARNING,
          Hazard.BLOCKS,
          lock.span(),
          lock.table().last()
              + " is locked: "
              + (held.blocksReads() ? "all reads and writes of it" : "writes to it")
              + " wait until "
              + (postgres ? "this transaction ends" : "UNLOCK TABLES")
              + " ("
              + lock.mode()
              + ").",
          postgres
              ? "Each statement takes the lock it needs by itself. If this one is to keep an order among several tables, set lock_timeout before it and do little behind it."
              : "Each statement takes the lock it needs by itself; LOCK TABLES only makes the others wait longer.");
    }
  }

  private static Lock ofMySql(String mode) {
    return mode.equals("WRITE") ? Lock.ACCESS_EXCLUSIVE : Lock.SHARE;
  }
}
