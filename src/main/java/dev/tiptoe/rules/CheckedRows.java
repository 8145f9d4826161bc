package dev.tiptoe.rules;

import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.Clause.Kind;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.facts.AddedColumn;
import dev.tiptoe.facts.Algorithm;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Expression;
import java.util.Optional;

/**
 * A constraint inside the definition of a new column for which the server looks at the rows there
 * are, or should.
 */
record CheckedRows(Clause clause, Case kind, Effect effect) {

  /** What becomes of it. */
  enum Case {
    /** The rows are looked at while others wait. */
    BLOCKS,
    /** All rows get the same value in a column that must differ. */
    DUPLICATES,
    /** MariaDB does not look whether the default passes the CHECK. */
    OVERLOOKED,
    /** MySQL reads REFERENCES and makes no foreign key. */
    IGNORED
  }

  /**
   * The worst of the column's constraints; empty where nothing happens to rows, or where something
   * else about the column is worse.
   */
  static Optional<CheckedRows> of(AddColumn add, Context ctx) {
    ColumnDef column = add.column();
    if (ctx.schema().isNew(add.table())
        || ctx.schema().isWithoutRows(add.table())
        || column.computed()) {
      return Optional.empty();
    }
    Optional<Expression> value =
        column
            .clause(Kind.DEFAULT)
            .map(c -> ctx.expression(ctx.file().text(c.body())))
            .filter(e -> e.kind() != Expression.Kind.NULL);
    boolean isRewritten =
        value.filter(v -> !AddedColumn.fillsForFree(column.type(), v, ctx.target())).isPresent();
    if (isRewritten) {
      return Optional.empty();
    }
    if (value.isEmpty() && column.required()) {
      // Another rule says that there is no value; with one, the rows are looked at.
      return of(column, Kind.CHECK, true, ctx)
          .or(() -> of(column, Kind.REFERENCES, true, ctx))
          .filter(c -> c.kind() == Case.BLOCKS || c.kind() == Case.IGNORED);
    }
    return of(column, Kind.UNIQUE, value.isPresent(), ctx)
        .or(() -> of(column, Kind.CHECK, value.isPresent(), ctx))
        .or(() -> of(column, Kind.REFERENCES, value.isPresent(), ctx));
  }

  private static Optional<CheckedRows> of(
      ColumnDef column, Kind kind, boolean filled, Context ctx) {
    Optional<Clause> clause = column.clause(kind);
    if (clause.isEmpty()) {
      return Optional.empty();
    }
    return ctx.effect(operation(kind, filled, ctx))
        .flatMap(
            effect ->
                whatBecomes(kind, filled, effect, ctx)
                    .map(c -> new CheckedRows(clause.get(), c, effect)));
  }

  private static String operation(Kind kind, boolean filled, Context ctx) {
    boolean postgres = ctx.target().is(Dialect.POSTGRESQL);
    return "add_column_inline_"
        + switch (kind) {
          case UNIQUE ->
              filled ? (postgres ? "unique_default_const" : "unique_not_null") : "unique";
          case CHECK -> filled ? "check_default_const" : postgres ? "check_nullable" : "check";
          default -> filled ? "references_not_null_default" : "references";
        };
  }

  private static Optional<Case> whatBecomes(Kind kind, boolean filled, Effect effect, Context ctx) {
    if (effect.fails()) {
      return Optional.of(Case.DUPLICATES);
    }
    if (effect.isLongAndBlocks()) {
      return Optional.of(Case.BLOCKS);
    }
    boolean copies = effect.algorithm().filter(a -> a == Algorithm.COPY).isPresent();
    if (ctx.target().is(Dialect.POSTGRESQL) || copies || kind == Kind.UNIQUE) {
      return Optional.empty();
    }
    if (kind == Kind.REFERENCES) {
      return Optional.of(Case.IGNORED);
    }
    return filled && ctx.target().is(Dialect.MARIADB)
        ? Optional.of(Case.OVERLOOKED)
        : Optional.empty();
  }
}
