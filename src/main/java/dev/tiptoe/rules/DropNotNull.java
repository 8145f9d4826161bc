package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.OfColumn;
import dev.tiptoe.ddl.Clause.Kind;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ColumnChange.RedefineColumn;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Dialect;

/** A column that always had a value may be NULL from now on, which who reads it may not expect. */
public final class DropNotNull extends Rule<OfColumn> {

  public DropNotNull() {
    super(OfColumn.class, Severity.ERROR);
  }

  @Override
  protected void check(OfColumn change, Context ctx) {
    boolean drops =
        change instanceof ColumnChange.DropNotNull
            || (change instanceof RedefineColumn redefine
                && redefine.definition().has(Kind.NULL)
                && wasRequired(change, ctx));
    if (drops && isOfPrimaryKey(change, ctx)) {
      refused(change, ctx);
    } else if (drops && !ctx.schema().isNew(change.table()) && !isKnownNullable(change, ctx)) {
      ctx.report(
          Severity.NOTE,
          Hazard.BREAKS,
          change.span(),
          change.column().last()
              + " may be NULL from now on, and the version of the application that still runs may not expect that when it reads a row.",
          "Deploy code that copes with NULL first; write no NULL before that.");
    }
  }

  private static boolean isOfPrimaryKey(OfColumn change, Context ctx) {
    return ctx.schema().table(change.table()).flatMap(Table::primaryKey).stream()
        .flatMap(key -> key.columns().stream())
        .anyMatch(change.column()::sameLast);
  }

  /** MariaDB takes it and leaves the column as it is. */
  private static void refused(OfColumn change, Context ctx) {
    ctx.effect(
            ctx.target().is(Dialect.POSTGRESQL)
                ? "drop_not_null_primary_key"
                : "modify_to_null_primary_key")
        .filter(Effect::fails)
        .ifPresent(
            effect ->
                ctx.report(
                    Severity.ERROR,
                    Hazard.FAILS,
                    change.span(),
                    change.column().last()
                        + " is part of the primary key and never NULL: "
                        + ctx.target()
                        + " "
                        + effect.text()
                        + ".",
                    "Leave it out, or drop the primary key first."));
  }

  private static boolean wasRequired(OfColumn change, Context ctx) {
    return is(change, Nullability.NOT_NULL, ctx);
  }

  private static boolean isKnownNullable(OfColumn change, Context ctx) {
    return is(change, Nullability.NULLABLE, ctx);
  }

  private static boolean is(OfColumn change, Nullability nullability, Context ctx) {
    return ctx.schema()
        .column(change.table(), change.column())
        .map(Column::nullability)
        .filter(n -> n == nullability)
        .isPresent();
  }
}
