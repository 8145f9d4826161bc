package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rewrite.Concurrently;
import dev.tiptoe.rewrite.KeyUsingIndex;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.schema.Index;
import dev.tiptoe.sql.Dialect;
import java.util.List;
import java.util.Optional;

/**
 * A primary key builds its index while nobody can read the table; one that takes over an index
 * still reads the table for NULL.
 */
public final class PrimaryKeyBlocks extends Rule<AddConstraint> {

  public PrimaryKeyBlocks() {
    super(AddConstraint.class, Severity.WARNING, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(AddConstraint add, Context ctx) {
    // Of a column that is added for the key, the rules about new columns speak.
    if (add.demand() != Demand.PRIMARY_KEY
        || add.columns().stream().anyMatch(c -> ctx.addedHere(add.table(), c).isPresent())
        || isForTypeChange(ctx)) {
      return;
    }
    UniqueConstraintBlocks.blocking(add, ctx)
        .ifPresent(
            effect ->
                report(
                    add,
                    effect,
                    Duplicates.sentence(add, ctx) + nullSentence(add, ctx),
                    kept(add, ctx).orElseGet(() -> KeyUsingIndex.of(ctx, add)),
                    ctx));
    usingNullable(add, ctx)
        .ifPresent(
            effect ->
                report(
                    add,
                    effect,
                    " It looks for NULL in the columns of the index, which are not NOT NULL yet.",
                    Concurrently.refused(
                        "Make the columns NOT NULL before, as the page of set-not-null shows; then this takes a moment."),
                    ctx));
  }

  /** A type that changes in the same statement writes all indexes anew, and that is told. */
  private static boolean isForTypeChange(Context ctx) {
    return !ctx.isClean()
        && ctx.statement().changes().stream().anyMatch(ColumnChange.ChangeType.class::isInstance);
  }

  private static String nullSentence(AddConstraint add, Context ctx) {
    List<Name> nullable =
        add.columns().stream().filter(c -> isNullable(add.table(), c, ctx)).toList();
    return nullable.isEmpty()
        ? ""
        : ctx.effect("add_primary_key_with_nulls")
            .flatMap(Effect::error)
            .map(
                code ->
                    " If a row has NULL in "
                        + Duplicates.names(nullable)
                        + ", it fails with error "
                        + code
                        + ".")
            .orElse("");
  }

  /** What to do about a unique index over the same columns that this script has dropped. */
  private static Optional<Concurrently> kept(AddConstraint add, Context ctx) {
    return ctx.schemaBefore().table(add.table()).stream()
        .flatMap(t -> t.indexes().stream())
        .filter(
            i ->
                i.kind() == IndexKind.UNIQUE
                    && i.source() == Index.Source.AUTHOR
                    && i.parts().size() == add.columns().size()
                    && i.startsWith(add.columns()))
        .findFirst()
        .map(
            i ->
                Concurrently.refused(
                    "The unique index "
                        + i.name()
                        + " is over the same columns: keep it"
                        + (areRequired(add, ctx) ? "" : ", make them NOT NULL,")
                        + " and let ADD CONSTRAINT ... PRIMARY KEY USING INDEX "
                        + i.name()
                        + " take it over, which takes a moment."));
  }

  private static void report(
      AddConstraint add, Effect effect, String more, Concurrently form, Context ctx) {
    ctx.report(
        Severity.WARNING,
        Hazard.BLOCKS,
        add.span(),
        Building.of("the primary key", add.name(), add.table(), effect, ctx) + "." + more,
        form.plan(),
        form.fix());
  }

  /** What the server does about a key whose columns may hold NULL as far as it knows. */
  private static Optional<Effect> usingNullable(AddConstraint add, Context ctx) {
    List<Name> nullable =
        add
            .usingIndex()
            .flatMap(i -> ctx.schema().table(add.table()).flatMap(t -> t.index(i)))
            .map(Index::parts)
            .orElse(List.of())
            .stream()
            .flatMap(p -> p.column().stream())
            .filter(c -> isNullable(add.table(), c, ctx))
            .toList();
    if (nullable.isEmpty() || ctx.nobodyWaitsFor(add.table())) {
      return Optional.empty();
    }
    boolean proven = nullable.stream().allMatch(c -> ctx.schema().isProvenNotNull(add.table(), c));
    return ctx.effect(
            proven
                ? "add_primary_key_using_index_nullable_with_valid_check"
                : "add_primary_key_using_index_nullable")
        .filter(Effect::isLongAndBlocks);
  }

  private static boolean areRequired(AddConstraint add, Context ctx) {
    return add.columns().stream().allMatch(c -> is(Nullability.NOT_NULL, add.table(), c, ctx));
  }

  private static boolean isNullable(Name table, Name column, Context ctx) {
    return is(Nullability.NULLABLE, table, column, ctx);
  }

  private static boolean is(Nullability nullability, Name table, Name column, Context ctx) {
    return ctx.schema()
        .column(table, column)
        .filter(c -> c.nullability() == nullability)
        .isPresent();
  }
}
