package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.OfColumn;
import dev.tiptoe.ddl.Clause.Kind;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ColumnChange.RedefineColumn;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Column.Nullability;

/** A column that always had a value may be NULL from now on, which who reads it may not expect. */
public final class DropNotNull extends Rule<OfColumn> {

  public DropNotNull() {
    super(OfColumn.class, Severity.NOTE);
  }

  @Override
  protected void check(OfColumn change, Context ctx) {
    boolean drops =
        change instanceof ColumnChange.DropNotNull
            || (change instanceof RedefineColumn redefine
                && redefine.definition().has(Kind.NULL)
                && wasRequired(change, ctx));
    if (drops && !ctx.schema().isNew(change.table()) && !isKnownNullable(change, ctx)) {
      ctx.report(
          Severity.NOTE,
          Hazard.BREAKS,
          change.span(),
          change.column().last()
              + " may be NULL from now on, and the version of the application that still runs may not expect that when it reads a row.",
          "Deploy code that copes with NULL first; write no NULL before that.");
    }
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
