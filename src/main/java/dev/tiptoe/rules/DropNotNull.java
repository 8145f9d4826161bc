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
import java.util.List;

/** A column that always had a value may be NULL from now on, which who reads it may not expect. */
public final class DropNotNull extends Rule<OfColumn> {

  public DropNotNull() {
    super(OfColumn.class, Severity.ERROR);
  }

  /** The columns that one statement makes nullable; they share one finding. */
  private record Nullable(List<OfColumn> changes) {}

  @Override
  protected void check(OfColumn change, Context ctx) {
    if (drops(change, ctx) && isOfPrimaryKey(change, ctx)) {
      refused(change, ctx);
      return;
    }
    List<OfColumn> changes =
        ctx.perStatement(Nullable.class, () -> new Nullable(nullable(ctx))).changes();
    if (!changes.isEmpty() && changes.get(0).equals(change)) {
      ctx.report(
          Severity.NOTE,
          Hazard.BREAKS,
          change.span(),
          Listing.of(changes.stream().map(c -> c.column().last()).toList())
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

  private static List<OfColumn> nullable(Context ctx) {
    return ctx.statement().changes().stream()
        .filter(OfColumn.class::isInstance)
        .map(OfColumn.class::cast)
        .filter(change -> drops(change, ctx) && !isOfPrimaryKey(change, ctx))
        .filter(change -> !ctx.schema().isNew(change.table(), change.column()))
        .filter(change -> !is(change, Nullability.NULLABLE, ctx))
        .toList();
  }

  private static boolean drops(OfColumn change, Context ctx) {
    return change instanceof ColumnChange.DropNotNull
        || (change instanceof RedefineColumn redefine
            && redefine.definition().has(Kind.NULL)
            && is(change, Nullability.NOT_NULL, ctx));
  }

  private static boolean is(OfColumn change, Nullability nullability, Context ctx) {
    return ctx.schema()
        .column(change.table(), change.column())
        .map(Column::nullability)
        .filter(n -> n == nullability)
        .isPresent();
  }
}
