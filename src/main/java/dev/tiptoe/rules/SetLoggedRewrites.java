package dev.tiptoe.rules;

import dev.tiptoe.ddl.TableChange.SetPersistence;
import dev.tiptoe.ddl.TableChange.SetPersistence.Persistence;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Dialect;

/** SET LOGGED and SET UNLOGGED write the table and its indexes anew. */
public final class SetLoggedRewrites extends Rule<SetPersistence> {

  public SetLoggedRewrites() {
    super(SetPersistence.class, Severity.WARNING, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(SetPersistence set, Context ctx) {
    if (ctx.nobodyWaitsFor(set.table())) {
      return;
    }
    boolean logged = set.persistence() == Persistence.LOGGED;
    Effect effect = ctx.effect(logged ? "set_logged" : "set_unlogged").orElseThrow();
    ctx.report(
        Severity.WARNING,
        Hazard.BLOCKS,
        set.span(),
        set.table().last()
            + " is made "
            + set.persistence()
            + ": "
            + ctx.target()
            + " "
            + effect.text()
            + (logged ? "." : ", and after a crash of the server it will be empty."),
        "Do it when nobody works, or fill a new table of that kind in batches and give it the name of this one.");
  }
}
