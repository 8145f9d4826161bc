package dev.tiptoe.rules;

import dev.tiptoe.layout.Reaction;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Misfit.OutOfOrder;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;

/**
 * A new migration sorts before one that databases have run already, so it runs in another order on
 * them than on new ones, or not at all.
 */
public final class OutOfOrderMigration extends Rule<OutOfOrder> {

  public OutOfOrderMigration() {
    super(OutOfOrder.class, Severity.ERROR);
  }

  @Override
  protected void check(OutOfOrder late, Context ctx) {
    Reaction reaction = ctx.runner().late();
    ctx.report(
        reaction.effect() == Reaction.Effect.GOES_ON ? Severity.WARNING : Severity.ERROR,
        Hazard.HISTORY,
        late.span(),
        "This migration is new and comes before "
            + late.applied()
            + ", which is on "
            + late.base()
            + ": "
            + reaction.text()
            + ".",
        "Give it a name that sorts after " + late.applied() + ".");
  }
}
