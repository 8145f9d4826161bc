package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.Validity;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.Reference;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rewrite.ValidateLater;
import dev.tiptoe.sql.Dialect;

/** A new foreign key is checked for every row that is there, and both tables wait for that. */
public final class ForeignKeyValidates extends Rule<AddConstraint> {

  public ForeignKeyValidates() {
    super(AddConstraint.class, Severity.WARNING, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(AddConstraint add, Context ctx) {
    if (add.demand() != Demand.FOREIGN_KEY
        || add.validity() == Validity.NOT_VALID
        || ctx.nobodyWaitsFor(add.table())
        || ctx.schema().isWithoutRows(add.table())
        || ForeignKeyTypeMismatch.mismatch(add, ctx).isPresent()) {
      return;
    }
    ctx.effect("add_fk")
        .filter(Effect::isLongAndBlocks)
        .ifPresent(effect -> report(add, effect, ctx));
  }

  private static void report(AddConstraint add, Effect effect, Context ctx) {
    ValidateLater steps = ValidateLater.of(ctx, add);
    ctx.report(
        Severity.WARNING,
        Hazard.BLOCKS,
        add.span(),
        "The foreign key on "
            + add.table()
            + ": "
            + ctx.target()
            + " "
            + effect.text()
            + add.reference()
                .map(Reference::table)
                .filter(t -> !t.sameLast(add.table()))
                .map(ForeignKeyValidates::parent)
                .orElse("")
            + ".",
        steps.plan(),
        steps.fix());
  }

  private static String parent(Name table) {
    return ", and writes to " + table + " too";
  }
}
