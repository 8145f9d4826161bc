package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.SessionChange.SetVariable;
import dev.tiptoe.ddl.TriggerChange.SwitchTriggers;
import dev.tiptoe.ddl.TriggerChange.SwitchTriggers.State;
import dev.tiptoe.ddl.TriggerChange.SwitchTriggers.Which;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Dialect;
import java.util.Locale;

/** Rows that are written while triggers are off break what triggers and foreign keys promise. */
public final class DisableTrigger extends Rule<Change> {

  public DisableTrigger() {
    super(Change.class, Severity.WARNING, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(Change change, Context ctx) {
    if (change instanceof SwitchTriggers off
        && off.state() == State.DISABLED
        && off.which() != Which.ONE
        && !ctx.schema().isNew(off.table())) {
      report(off, ctx);
    } else if (change instanceof SetVariable set
        && set.variable().equals("session_replication_role")
        && set.value().toLowerCase(Locale.ROOT).contains("replica")) {
      ctx.report(
          Severity.WARNING,
          Hazard.CORRUPTS,
          set.span(),
          "From here on this session fires no trigger and checks no foreign key: rows that break one go in, and no later statement finds them.",
          "Write the rows in an order that the foreign keys allow, or make the keys DEFERRABLE and SET CONSTRAINTS ALL DEFERRED.");
    }
  }

  private static void report(SwitchTriggers off, Context ctx) {
    String table = off.table().last();
    boolean undone = isUndone(off, ctx);
    ctx.report(
        Severity.WARNING,
        Hazard.CORRUPTS,
        off.span(),
        "No trigger of "
            + table
            + (off.which() == Which.ALL
                ? " fires and none of its foreign keys is checked"
                : " fires")
            + " until they are enabled again"
            + (undone ? "." : ", for the application's rows too.")
            + " Nobody makes up for it afterwards.",
        undone
            ? "Only the rows that are written between are in question, since others wait until this transaction ends: check these yourself."
            : "Disable the one trigger that is in the way, by its name, and enable it again in the same transaction.");
  }

  private static boolean isUndone(SwitchTriggers off, Context ctx) {
    return ctx.transaction().stream()
        .flatMap(s -> s.changes().stream())
        .anyMatch(
            c ->
                c instanceof SwitchTriggers on
                    && on.state() == State.ENABLED
                    && on.which() == off.which()
                    && on.span().start() > off.span().start()
                    && on.table().sameLast(off.table()));
  }
}
