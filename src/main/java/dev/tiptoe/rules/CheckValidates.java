package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.Validity;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rewrite.ValidateLater;
import dev.tiptoe.sql.Dialect;

/** A new CHECK is held against every row that is there while nobody can use the table. */
public final class CheckValidates extends Rule<AddConstraint> {

  public CheckValidates() {
    super(AddConstraint.class, Severity.WARNING, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(AddConstraint add, Context ctx) {
    if (add.demand() != Demand.CHECK
        || add.validity() == Validity.NOT_VALID
        || ctx.nobodyWaitsFor(add.table())
        || ctx.schema().isWithoutRows(add.table())) {
      return;
    }
    ctx.effect("add_check_valid")
        .filter(Effect::isLongAndBlocks)
        .ifPresent(
            effect -> {
              ValidateLater steps = ValidateLater.of(ctx, add);
              ctx.report(
                  Severity.WARNING,
                  Hazard.BLOCKS,
                  add.span(),
                  Building.of("the CHECK", add.name(), add.table(), effect, ctx) + ".",
                  steps.plan(),
                  steps.fix());
            });
  }
}
