package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Dialect;

/** An exclusion constraint builds its index while nobody can read the table, in whatever form. */
public final class ExclusionConstraintBlocks extends Rule<AddConstraint> {

  public ExclusionConstraintBlocks() {
    super(AddConstraint.class, Severity.WARNING, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(AddConstraint add, Context ctx) {
    if (add.demand() != Demand.EXCLUDE
        || ctx.nobodyWaitsFor(add.table())
        || ctx.schema().isWithoutRows(add.table())) {
      return;
    }
    ctx.effect("add_exclude_constraint")
        .filter(Effect::isLongAndBlocks)
        .ifPresent(
            effect ->
                ctx.report(
                    Severity.WARNING,
                    Hazard.BLOCKS,
                    add.span(),
                    "The EXCLUDE on "
                        + add.table()
                        + ": "
                        + ctx.target()
                        + " "
                        + effect.text()
                        + ".",
                    "There is no form of it that lets others go on: run it when nobody minds, or make a new table with it and move the rows."));
  }
}
