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
import java.util.List;

/** A column that always had a value may be NULL from now on, which who reads it may not expect. */
public final class DropNotNull extends Rule<OfColumn> {

  public DropNotNull() {
    super(OfColumn.class, Severity.NOTE);
  }

  /** The columns that one statement makes nullable; they share one finding. */
  private record Nullable(List<OfColumn> changes) {}

  @Override
  protected void check(OfColumn change, Context ctx) {
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

  private static List<OfColumn> nullable(Context ctx) {
    return ctx.statement().changes().stream()
        .filter(OfColumn.class::isInstance)
        .map(OfColumn.class::cast)
        .filter(change -> drops(change, ctx))
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
