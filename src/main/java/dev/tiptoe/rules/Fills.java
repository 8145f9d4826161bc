package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Extent;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.RowChange.UpdateRows;
import dev.tiptoe.facts.Lock;
import dev.tiptoe.facts.TableLocks;
import dev.tiptoe.lint.Context;
import dev.tiptoe.schema.Column;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells an UPDATE that gives or converts values from one that overwrites them. */
final class Fills {

  private Fills() {}

  /** Whether each column that it sets holds nothing yet, or it reaches only their NULLs. */
  static boolean isFill(UpdateRows update, Context ctx) {
    return !update.columns().isEmpty()
        && update.columns().stream()
            .allMatch(
                c ->
                    isIn(c, update.nullColumns().stream())
                        || isAdded(c, update, ctx)
                        || isEmpty(c, update.table(), ctx));
  }

  /** Whether it makes each value of the one that was there, so that nobody forgot which rows. */
  static boolean isConversion(UpdateRows update) {
    return !update.columns().isEmpty()
        && update.cleared().isEmpty()
        && update.fromThemselves().size() == update.columns().size();
  }

  /**
   * Whether it reaches every row, as WHERE c IS NULL does if c is new and holds nothing yet; one
   * that has been there for a while the application may have filled.
   */
  static boolean isOfAllRows(UpdateRows update, Context ctx) {
    return update.extent() == Extent.ALL
        || update.nullColumns().stream()
            .filter(c -> isEmpty(c, update.table(), ctx))
            .anyMatch(c -> isAdded(c, update, ctx) || ctx.schema().isNew(update.table(), c));
  }

  /** Whether it may reach every row of the table. */
  static boolean isOfManyRows(UpdateRows update) {
    return update.extent() == Extent.ALL || !update.nullColumns().isEmpty();
  }

  private static boolean isEmpty(Name column, Name table, Context ctx) {
    return ctx.schema().column(table, column).filter(Column::isEmpty).isPresent();
  }

  /** Whether an earlier statement of the file adds the column. */
  static boolean isAdded(Name column, UpdateRows update, Context ctx) {
    return isIn(
        column,
        ctx.statements().stream()
            .filter(s -> s.span().start() < update.span().start())
            .flatMap(s -> s.changes().stream())
            .flatMap(
                c ->
                    c instanceof AddColumn add && add.table().sameLast(update.table())
                        ? Stream.of(add.column().name())
                        : Stream.empty()));
  }

  private static boolean isIn(Name column, Stream<Name> columns) {
    return columns.anyMatch(column::sameLast);
  }

  /**
   * The change before this statement that keeps all others from the table until it has committed.
   */
  static Optional<Change> locking(Name table, Context ctx) {
    return ctx.target().is(Dialect.POSTGRESQL)
        ? SharedTransaction.earlier(ctx).stream()
            .map(Statement::changes)
            .flatMap(changes -> changes.stream().filter(c -> locks(c, table, ctx)))
            .findFirst()
        : Optional.empty();
  }

  /** Whether PostgreSQL keeps all others from the table for a change. */
  static boolean locks(Change change, Name table, Context ctx) {
    return TableLocks.of(change, ctx.target()).stream()
        .anyMatch(l -> l.lock() == Lock.ACCESS_EXCLUSIVE && l.table().sameLast(table));
  }
}
