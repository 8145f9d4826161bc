package dev.tiptoe.rules;

import dev.tiptoe.ddl.MaintenanceChange.SetTablespace;
import dev.tiptoe.ddl.MaintenanceChange.SetTablespace.Kind;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Dialect;

/** SET TABLESPACE copies all files of a table or an index while nobody can use it. */
public final class MoveTablespace extends Rule<SetTablespace> {

  public MoveTablespace() {
    super(SetTablespace.class, Severity.WARNING, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(SetTablespace set, Context ctx) {
    boolean index = set.kind() == Kind.INDEX;
    boolean awaited =
        index
            ? ctx.schema()
                .indexOwner(set.name())
                .filter(t -> ctx.nobodyWaitsFor(t.name()))
                .isEmpty()
            : !ctx.nobodyWaitsFor(set.name());
    Effect effect = ctx.effect(index ? "set_tablespace_index" : "set_tablespace").orElseThrow();
    if (!awaited || !effect.isLong()) {
      return;
    }
    ctx.report(
        Severity.WARNING,
        Hazard.BLOCKS,
        set.span(),
        set.name().last()
            + " is moved to another tablespace: "
            + ctx.target()
            + (index
                ? " copies the whole index, and whoever needs it to read or write waits (ACCESS EXCLUSIVE on the index)."
                : " " + effect.text() + "."),
        index
            ? "REINDEX INDEX CONCURRENTLY moves an index while everybody works (PostgreSQL 14 and later): REINDEX (TABLESPACE "
                + set.tablespace().sql()
                + ", CONCURRENTLY) INDEX "
                + set.name().sql()
                + "."
            : "Do it when nobody works; pg_repack moves a table while everybody works. The indexes of a table stay where they are and are moved one by one.");
  }
}
