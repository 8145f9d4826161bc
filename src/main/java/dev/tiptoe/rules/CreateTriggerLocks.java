package dev.tiptoe.rules;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange.CreateTable;
import dev.tiptoe.ddl.TriggerChange.CreateTrigger;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Dialect;

/** CREATE TRIGGER waits for whoever writes to the table, and new writes wait behind it. */
public final class CreateTriggerLocks extends Rule<CreateTrigger> {

  public CreateTriggerLocks() {
    super(CreateTrigger.class, Severity.NOTE, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(CreateTrigger create, Context ctx) {
    if (ctx.nobodyWaitsFor(create.table())
        || isMadeOrLockedHere(create.table(), ctx)
        || !ctx.isFirst("create-trigger-locks " + create.table().name())) {
      return;
    }
    Effect effect = ctx.effect("create_trigger").orElseThrow();
    ctx.report(
        Severity.NOTE,
        Hazard.BLOCKS,
        create.span(),
        create.table().last()
            + " gets a trigger: "
            + ctx.target()
            + " waits for every transaction that has written to it, and then "
            + effect.text()
            + ".",
        "In a transaction the lock stays until its end: put nothing long behind it.");
  }

  /** CREATE TABLE IF NOT EXISTS counts, too: who writes it expects no table. */
  private static boolean isMadeOrLockedHere(Name table, Context ctx) {
    return ctx.earlierStatements().stream()
        .flatMap(s -> s.changes().stream())
        .anyMatch(
            c ->
                (c instanceof CreateTable create && create.table().sameLast(table))
                    || Fills.locks(c, table, ctx));
  }
}
