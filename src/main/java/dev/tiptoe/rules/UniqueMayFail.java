package dev.tiptoe.rules;

import dev.tiptoe.ddl.Access;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.Coverage;
import dev.tiptoe.ddl.IndexChange.AddIndex;
import dev.tiptoe.ddl.IndexPart;
import dev.tiptoe.ddl.Name;
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
import java.util.stream.Collectors;

/** A new unique key is refused if rows that are there have the same values. */
public final class UniqueMayFail extends Rule<Change> {

  public UniqueMayFail() {
    super(Change.class, Severity.WARNING);
  }

  @Override
  protected void check(Change change, Context ctx) {
    if (change instanceof AddIndex add
        && Duplicates.arePossible(add, ctx)
        && !isReported(add, ctx)) {
      boolean whole =
          add.coverage() == Coverage.EVERY_ROW
              && add.parts().stream().allMatch(p -> p.form() == IndexPart.Form.WHOLE);
      report(change, add.table(), add.columns(), whole, ctx);
    } else if (change instanceof AddConstraint add
        && (add.demand() == Demand.UNIQUE || add.demand() == Demand.PRIMARY_KEY)
        && add.usingIndex().isEmpty()
        && Duplicates.arePossible(add, ctx)
        && !isReported(add, ctx)) {
      report(change, add.table(), add.columns(), true, ctx);
    }
  }

  private static boolean isReported(AddIndex add, Context ctx) {
    return CreateIndexBlocksWrites.blocking(add, ctx).isPresent()
        || CreateIndexBlocksWrites.isThere(add, ctx)
        || (ctx.target().is(Dialect.POSTGRESQL)
            && ctx.schema().table(add.table()).filter(Table::isPartitioned).isPresent());
  }

  private static boolean isReported(AddConstraint add, Context ctx) {
    return ctx.target().is(Dialect.POSTGRESQL)
        && UniqueConstraintBlocks.blocking(add, ctx).isPresent();
  }

  private static void report(
      Change change, Name table, List<Name> columns, boolean whole, Context ctx) {
    // The SELECT is for the database as it is before this file.
    boolean canBeSought =
        whole && columns.stream().noneMatch(c -> Duplicates.isWritten(table, c, ctx));
    boolean leavesIndex = change instanceof AddIndex add && add.access() == Access.CONCURRENT;
    ctx.effect("create_unique_index_violated")
        .flatMap(Effect::error)
        .ifPresent(
            code ->
                ctx.report(
                    // Told already where it is built in the other form, of which this one is the
                    // cure.
                    leavesIndex ? Severity.NOTE : Severity.WARNING,
                    Hazard.FAILS,
                    change.span(),
                    "If two rows of "
                        + table
                        + " have the same "
                        + Duplicates.names(columns)
                        + ", "
                        + ctx.target()
                        + " refuses it with error "
                        + code
                        + (leavesIndex ? leftover((AddIndex) change) : "."),
                    "On an empty database it passes."
                        + (canBeSought
                            ? " Look for such rows first: " + query(table, columns, ctx)
                            : "")));
  }

  private static String leftover(AddIndex add) {
    return add.existence() == Existence.TOLERANT
        ? " and leaves an invalid index, which IF NOT EXISTS takes for this one in the next run."
        : " and leaves an invalid index, which has to be dropped.";
  }

  private static String query(Name table, List<Name> columns, Context ctx) {
    String list = columns.stream().map(Name::last).collect(Collectors.joining(", "));
    String present =
        columns.stream()
            .filter(c -> ctx.schema().column(table, c).filter(UniqueMayFail::isNotNull).isEmpty())
            .map(c -> c.last() + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    return "SELECT "
        + list
        + ", count(*) FROM "
        + table
        + (present.isEmpty() ? "" : " WHERE " + present)
        + " GROUP BY "
        + list
        + " HAVING count(*) > 1";
  }

  private static boolean isNotNull(Column column) {
    return column.nullability() == Nullability.NOT_NULL;
  }
}
