package dev.tiptoe.rules;

import dev.tiptoe.layout.Reaction;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Misfit.Deleted;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;

/**
 * A migration that databases have run is gone, or has another name now, which is the same to them.
 */
public final class DeletedAppliedMigration extends Rule<Deleted> {

  public DeletedAppliedMigration() {
    super(Deleted.class, Severity.ERROR);
  }

  @Override
  protected void check(Deleted deleted, Context ctx) {
    Reaction reaction = ctx.runner().deleted();
    boolean renamed = !deleted.newPath().isEmpty();
    ctx.report(
        reaction.effect() == Reaction.Effect.STOPS ? Severity.ERROR : Severity.WARNING,
        Hazard.HISTORY,
        deleted.span(),
        "This migration is on "
            + deleted.base()
            + (renamed
                ? " and is called "
                    + deleted.newPath()
                    + " here, which the tool takes for another: "
                : " and is gone here: ")
            + reaction.text()
            + ".",
        renamed
            ? "Give it its old name back."
            : "Put it back (`git checkout "
                + deleted.base()
                + " -- "
                + ctx.file().path()
                + "`); what it did is taken back by a new migration.");
  }
}
