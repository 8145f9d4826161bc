package dev.tiptoe.rules;

import dev.tiptoe.layout.Reaction;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Misfit.Edited;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Difference;

/** A migration that databases have run is edited: it never runs again, or its checksum is wrong. */
public final class EditedAppliedMigration extends Rule<Edited> {

  public EditedAppliedMigration() {
    super(Edited.class, Severity.ERROR);
  }

  @Override
  protected void check(Edited edited, Context ctx) {
    Reaction reaction = ctx.runner().edited();
    boolean statements = edited.difference().kind() == Difference.Kind.STATEMENTS;
    boolean stops = reaction.effect() == Reaction.Effect.STOPS;
    ctx.report(
        statements || stops ? Severity.ERROR : Severity.WARNING,
        Hazard.HISTORY,
        edited.span(),
        "This migration is on "
            + edited.base()
            + (statements
                ? " and was changed here: "
                : " and was changed here, if only in comments or white space: ")
            + reaction.text()
            + ".",
        "Put it back as it was (`git checkout "
            + edited.base()
            + " -- "
            + ctx.file().path()
            + "`)"
            + (statements ? " and write what shall be different into a new migration." : "."));
  }
}
