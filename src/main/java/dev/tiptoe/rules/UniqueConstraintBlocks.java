package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rewrite.Concurrently;
import dev.tiptoe.rewrite.KeyUsingIndex;
import dev.tiptoe.sql.Dialect;
import java.util.Optional;

/** A UNIQUE constraint builds its index while nobody can so much as read the table. */
public final class UniqueConstraintBlocks extends Rule<AddConstraint> {

  public UniqueConstraintBlocks() {
    super(AddConstraint.class, Severity.WARNING, Dialect.POSTGRESQL);
  }

  /** What the server does, if others wait for it. */
  static Optional<Effect> blocking(AddConstraint add, Context ctx) {
    boolean silent =
        add.usingIndex().isPresent()
            || ctx.nobodyWaitsFor(add.table())
            || ctx.schema().isWithoutRows(add.table());
    return silent
        ? Optional.empty()
        : ctx.effect(
                add.demand() == Demand.PRIMARY_KEY
                    ? "add_primary_key_on_not_null"
                    : "add_unique_constraint")
            .filter(Effect::isLongAndBlocks);
  }

  @Override
  protected void check(AddConstraint add, Context ctx) {
    if (add.demand() == Demand.UNIQUE) {
      blocking(add, ctx).ifPresent(effect -> report(add, effect, ctx));
    }
  }

  private static void report(AddConstraint add, Effect effect, Context ctx) {
    Concurrently form = KeyUsingIndex.of(ctx, add);
    ctx.report(
        Severity.WARNING,
        Hazard.BLOCKS,
        add.span(),
        Building.of("the UNIQUE constraint", add.name(), add.table(), effect, ctx)
            + "."
            + Duplicates.sentence(add, ctx),
        form.plan(),
        form.fix());
  }
}
