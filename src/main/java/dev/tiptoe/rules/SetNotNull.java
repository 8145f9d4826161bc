package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.MakesRequired;
import dev.tiptoe.ddl.ColumnChange.ChangeType;
import dev.tiptoe.ddl.ColumnChange.RedefineColumn;
import dev.tiptoe.ddl.ColumnChange.SetDefault;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.facts.Outcome;
import dev.tiptoe.facts.RequiredColumnOutcome;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rewrite.BackfillBefore;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Column.Filled;
import dev.tiptoe.schema.Column.Nullability;
import java.util.Locale;
import java.util.Optional;

/**
 * An existing column that is made NOT NULL while rows may have NULL in it stops the migration, or
 * loses what NULL meant.
 */
public final class SetNotNull extends Rule<MakesRequired> {

  private static final String IS_MADE = " is made NOT NULL: ";

  public SetNotNull() {
    super(MakesRequired.class, Severity.ERROR);
  }

  @Override
  protected void check(MakesRequired change, Context ctx) {
    Optional<Name> required = change.requiredColumn();
    if (required.isEmpty()
        || ctx.schema().isNew(change.table())
        || ctx.schema().isWithoutRows(change.table())) {
      return;
    }
    if (cannotFail(change, required.get(), ctx)) {
      new NullScan(change, required.get(), ctx).report();
      return;
    }
    Name column = required.get();
    Optional<Column> known = ctx.schema().column(change.table(), column);
    if (known.filter(c -> c.filled() == Filled.SOME).isPresent()) {
      // An author who fills some rows may know that these are all that have NULL.
      report(
          change,
          column,
          Severity.NOTE,
          " is made NOT NULL, and the UPDATE before it may leave rows that have NULL: ",
          known.flatMap(Column::type),
          BackfillBefore.ofPartlyFilled(ctx, change.table(), change.scope(), column),
          ctx);
    } else if (change instanceof RedefineColumn redefine) {
      redefined(redefine, column, known, ctx);
    } else {
      Optional<TypeName> type = known.flatMap(Column::type);
      BackfillBefore backfill =
          changesType(column, ctx)
              ? BackfillBefore.ofUnknownType(ctx, change.table(), change.scope(), column)
              : BackfillBefore.of(
                  ctx,
                  change.table(),
                  change.scope(),
                  column,
                  type,
                  defaultValue(column, known, ctx));
      report(change, column, Severity.ERROR, IS_MADE, type, backfill, ctx);
    }
  }

  private static boolean cannotFail(MakesRequired change, Name column, Context ctx) {
    Optional<Column> known = ctx.schema().column(change.table(), column);
    return known.filter(c -> c.isFilled() || c.nullability() == Nullability.NOT_NULL).isPresent()
        || ctx.schema().isProvenNotNull(change.table(), column)
        || isFilledByUsing(column, ctx);
  }

  /**
   * MODIFY repeats NOT NULL whatever it changes, so it says nothing unless the old definition is
   * known to be nullable or somebody has given a value for it.
   */
  private void redefined(
      RedefineColumn redefine, Name column, Optional<Column> known, Context ctx) {
    boolean wasNullable =
        known.filter(c -> c.nullability() == Nullability.NULLABLE).isPresent()
            || ctx.prisma().isMadeRequired(redefine.table(), column);
    boolean isGiven =
        ctx.givenValue(redefine.table(), column).isPresent()
            || ctx.givenValue(redefine.table(), redefine.definition().name()).isPresent();
    if (!wasNullable && (!isGiven || ctx.prisma().hasWarnings())) {
      return;
    }
    report(
        redefine,
        column,
        wasNullable ? Severity.ERROR : Severity.NOTE,
        wasNullable ? IS_MADE : " is NOT NULL here. In case it was nullable before: ",
        Optional.of(redefine.definition().type()),
        BackfillBefore.of(ctx, redefine.table(), redefine.scope(), column, redefine.definition()),
        ctx);
  }

  private void report(
      MakesRequired change,
      Name column,
      Severity severity,
      String what,
      Optional<TypeName> type,
      BackfillBefore backfill,
      Context ctx) {
    Outcome outcome = RequiredColumnOutcome.of(type, ctx.target(), ctx.schema().sqlMode());
    String message = column.last() + what + ctx.target() + " " + outcome.text() + ".";
    Optional<Fix> fix = backfill.fix();
    ctx.report(
        severity,
        outcome.kind() == Outcome.Kind.FAILS ? Hazard.FAILS : Hazard.CORRUPTS,
        change.span(),
        message,
        fix.isPresent()
            ? backfill.plan()
            : backfill.plan()
                + " If something else has filled it, say so: `-- tiptoe:ignore set-not-null: <what>`.",
        fix);
  }

  /** The default that the column has, or that the same statement gives it. */
  private static Optional<String> defaultValue(Name column, Optional<Column> known, Context ctx) {
    return ctx.statement().changes().stream()
        .filter(SetDefault.class::isInstance)
        .map(SetDefault.class::cast)
        .filter(s -> s.column().sameLast(column))
        .map(s -> ctx.file().text(s.expression()))
        .findFirst()
        .or(() -> known.flatMap(Column::defaultValue));
  }

  private static boolean changesType(Name column, Context ctx) {
    return typeChange(column, ctx).isPresent();
  }

  /** {@code TYPE int USING coalesce(c, 0)} fills the column in the same pass. */
  private static boolean isFilledByUsing(Name column, Context ctx) {
    return typeChange(column, ctx)
        .flatMap(ChangeType::using)
        .filter(u -> ctx.file().text(u).toLowerCase(Locale.ROOT).contains("coalesce("))
        .isPresent();
  }

  private static Optional<ChangeType> typeChange(Name column, Context ctx) {
    return ctx.statement().changes().stream()
        .filter(ChangeType.class::isInstance)
        .map(ChangeType.class::cast)
        .filter(c -> c.column().sameLast(column))
        .findFirst();
  }
}
