package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Clause.Kind;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.facts.AddedColumn;
import dev.tiptoe.facts.Outcome;
import dev.tiptoe.lint.Context;
import dev.tiptoe.schema.Catalog.Domain;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Expression;
import java.util.Optional;

/**
 * A NOT NULL column that is added to a table with rows.
 *
 * @param ownDefault the default in its definition, be it NULL
 * @param outcome what the server does with it as it stands
 * @param domain whether the type itself rejects NULL
 */
public record RequiredColumn(
    AddColumn add, Optional<Expression> ownDefault, Outcome outcome, boolean domain) {

  /**
   * The column if it is one; empty on a table that is new or emptied, and for values the server
   * computes.
   */
  public static Optional<RequiredColumn> of(AddColumn add, Context ctx) {
    ColumnDef column = add.column();
    Optional<Domain> type = domain(column, ctx);
    boolean domain = type.filter(Domain::required).isPresent();
    if ((!column.required() && !domain)
        || column.computed()
        || ctx.schema().isWithoutRows(add.table())) {
      return Optional.empty();
    }
    Optional<Expression> own =
        column.clause(Kind.DEFAULT).map(c -> ctx.expression(ctx.file().text(c.body())));
    Outcome outcome = outcome(column, own, type, ctx);
    // Values that nobody chose do no harm where the author overwrites them in the same file.
    boolean overwritten =
        outcome.kind() == Outcome.Kind.FILLS_SILENTLY
            && ctx.isFilledLater(add.table(), column.name());
    return overwritten
        ? Optional.empty()
        : Optional.of(new RequiredColumn(add, own, outcome, domain));
  }

  /**
   * Whether one step is no worse than three here, so that it is left alone unless somebody asks.
   */
  public boolean isOneStepBetter() {
    return switch (outcome.kind()) {
      case METADATA_ONLY, REBUILDS_ONLINE, REWRITES -> true;
      case FAILS, FAILS_ALWAYS, FILLS_SILENTLY, COPIES -> false;
    };
  }

  private static Optional<Domain> domain(ColumnDef column, Context ctx) {
    boolean canBe =
        column.type().family() == TypeFamily.USER_DEFINED && ctx.target().is(Dialect.POSTGRESQL);
    return canBe ? ctx.schema().domain(column.type().base()) : Optional.empty();
  }

  private static Outcome outcome(
      ColumnDef column, Optional<Expression> own, Optional<Domain> type, Context ctx) {
    boolean hasDefault = own.isPresent() || type.filter(Domain::hasDefault).isPresent();
    boolean isConstrained =
        type.filter(d -> d.required() || (d.checked() && hasDefault)).isPresent();
    return isConstrained
        ? AddedColumn.ofRequiredDomain(hasDefault, ctx.target())
        : AddedColumn.required(
            column, own, ctx.demandsHere(column.name()), ctx.target(), ctx.schema().sqlMode());
  }
}
