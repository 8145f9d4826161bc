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
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Dialect;
import java.util.List;
import java.util.Optional;

/** A new foreign key is checked for every row that is there, and both tables wait for that. */
public final class ForeignKeyValidates extends Rule<AddConstraint> {

  public ForeignKeyValidates() {
    super(AddConstraint.class, Severity.ERROR, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(AddConstraint add, Context ctx) {
    refused(add, ctx)
        .ifPresentOrElse(
            effect -> fails(add, effect, ctx),
            () -> blocking(add, ctx).ifPresent(effect -> report(add, effect, ctx)));
  }

  private static Optional<Effect> refused(AddConstraint add, Context ctx) {
    return add.demand() == Demand.FOREIGN_KEY
            && add.validity() == Validity.NOT_VALID
            && ctx.schema().table(add.table()).filter(Table::isPartitioned).isPresent()
        ? ctx.effect("add_fk_not_valid_on_partitioned_child_table").filter(Effect::fails)
        : Optional.empty();
  }

  private static Optional<Effect> blocking(AddConstraint add, Context ctx) {
    boolean silent =
        add.demand() != Demand.FOREIGN_KEY
            || add.validity() == Validity.NOT_VALID
            || ctx.nobodyWaitsFor(add.table())
            || ctx.schema().isWithoutRows(add.table())
            || ForeignKeyTypeMismatch.mismatch(add, ctx).isPresent();
    return silent ? Optional.empty() : ctx.effect("add_fk").filter(Effect::isLongAndBlocks);
  }

  private static void fails(AddConstraint add, Effect effect, Context ctx) {
    ctx.report(
        Severity.ERROR,
        Hazard.FAILS,
        add.span(),
        "The foreign key is NOT VALID and "
            + add.table().last()
            + " is partitioned: "
            + ctx.target()
            + " "
            + effect.text()
            + ".",
        "Add it to each partition as NOT VALID instead, and validate it there.");
  }

  private void report(AddConstraint add, Effect effect, Context ctx) {
    ValidateLater steps = ValidateLater.of(ctx, add);
    boolean single = steps.fix().isPresent();
    // Where nothing can be written, one word is enough for all keys of a table.
    if (!single && !ctx.isFirst(id() + " " + add.table().name())) {
      return;
    }
    List<AddConstraint> keys = single ? List.of(add) : fromHereOn(add, ctx);
    ctx.report(
        Severity.WARNING,
        Hazard.BLOCKS,
        add.span(),
        (keys.size() == 1
                ? Building.of("the foreign key", add.name(), add.table(), effect, ctx)
                : Building.of(
                    "foreign keys",
                    keys.stream().map(AddConstraint::name).toList(),
                    add.table(),
                    effect,
                    ctx))
            + parents(keys, ctx)
            + "."
            + Building.readers(add, add.table(), ctx),
        steps.plan(),
        steps.fix());
  }

  private static List<AddConstraint> fromHereOn(AddConstraint add, Context ctx) {
    return ctx.statements().stream()
        .flatMap(s -> s.changes().stream())
        .filter(AddConstraint.class::isInstance)
        .map(AddConstraint.class::cast)
        .filter(
            key ->
                key.span().start() >= add.span().start()
                    && key.table().sameLast(add.table())
                    && blocking(key, ctx).isPresent())
        .toList();
  }

  /** The other tables to which somebody may want to write. */
  private static String parents(List<AddConstraint> keys, Context ctx) {
    List<String> others =
        keys.stream()
            .flatMap(key -> key.reference().stream())
            .map(Reference::table)
            .filter(table -> !table.sameLast(keys.get(0).table()) && !ctx.nobodyWaitsFor(table))
            .map(Name::toString)
            .distinct()
            .toList();
    return others.isEmpty() ? "" : ", and writes to " + Listing.of(others) + " too";
  }
}
