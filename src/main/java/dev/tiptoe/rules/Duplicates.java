package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.ConstraintChange.DropConstraint;
import dev.tiptoe.ddl.Coverage;
import dev.tiptoe.ddl.IndexChange.AddIndex;
import dev.tiptoe.ddl.IndexChange.DropIndex;
import dev.tiptoe.ddl.IndexPart;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.RowChange.UpdateRows;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.KnownSchema;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Column.Filled;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.schema.Index;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether rows that are there may be equal in the columns of a new key. */
final class Duplicates {

  private Duplicates() {}

  static boolean arePossible(AddIndex add, Context ctx) {
    return add.kind() == IndexKind.UNIQUE
        && arePossible(add.table(), add.name(), add.columns(), ctx);
  }

  static boolean arePossible(AddConstraint add, Context ctx) {
    return arePossible(add.table(), add.name(), add.columns(), ctx);
  }

  private static boolean arePossible(
      Name table, Optional<Name> key, List<Name> columns, Context ctx) {
    return !columns.isEmpty()
        && !ctx.schema().isNew(table)
        && !ctx.schema().isWithoutRows(table)
        && columns.stream()
            .noneMatch(c -> isNullEverywhere(table, c, ctx) || isNumbered(table, c, ctx))
        && indexes(ctx.schema(), table).noneMatch(i -> isUniqueWithin(i, columns))
        && !wereRefused(table, columns, ctx)
        && !isMadeAnew(table, key, ctx);
  }

  /** What becomes of a unique index if there are some, as one more sentence; else empty. */
  static String sentence(AddIndex add, Context ctx) {
    return arePossible(add, ctx) ? sentence(add.columns(), ctx) : "";
  }

  /** The same for a key. */
  static String sentence(AddConstraint add, Context ctx) {
    return arePossible(add, ctx) ? sentence(add.columns(), ctx) : "";
  }

  private static String sentence(List<Name> columns, Context ctx) {
    return ctx.effect("create_unique_index_violated")
        .flatMap(Effect::error)
        .map(
            code ->
                " If two rows have the same "
                    + names(columns)
                    + ", it fails with error "
                    + code
                    + ".")
        .orElse("");
  }

  static String names(List<Name> columns) {
    return Listing.of(columns.stream().map(Name::last).toList());
  }

  /** Whether a key that the script has dropped kept equal rows out until then. */
  private static boolean wereRefused(Name table, List<Name> columns, Context ctx) {
    return columns.stream().noneMatch(c -> isWritten(table, c, ctx))
        && indexes(ctx.schemaBefore(), table).anyMatch(i -> isUniqueWithin(i, columns));
  }

  /** Whether this script gives the column values, be it by adding it. */
  static boolean isWritten(Name table, Name column, Context ctx) {
    return ctx.addedHere(table, column).isPresent()
        || ctx.earlierStatements().stream()
            .flatMap(s -> s.changes().stream())
            .anyMatch(
                c ->
                    c instanceof UpdateRows update
                        && update.table().sameLast(table)
                        && update.columns().stream().anyMatch(column::sameLast));
  }

  /**
   * Whether the script drops one of this name of which nothing else is known, so that it was there
   * and held, most likely over the same columns.
   */
  private static boolean isMadeAnew(Name table, Optional<Name> key, Context ctx) {
    return key.isPresent()
        && ctx.schemaBefore().table(table).flatMap(t -> t.index(key.get())).isEmpty()
        && isDropped(key.get(), ctx);
  }

  /** Whether the script drops a key of this name. */
  static boolean isDropped(Name key, Context ctx) {
    return ctx.statements().stream()
        .flatMap(s -> s.changes().stream())
        .anyMatch(
            c ->
                (c instanceof DropConstraint drop && drop.constraint().sameLast(key))
                    || (c instanceof DropIndex gone && gone.index().sameLast(key)));
  }

  private static Stream<Index> indexes(KnownSchema schema, Name table) {
    return schema.table(table).stream().flatMap(t -> t.indexes().stream());
  }

  /** NULL is equal to nothing. */
  private static boolean isNullEverywhere(Name table, Name column, Context ctx) {
    return ctx.addedHere(table, column).isPresent()
        && ctx.schema().column(table, column).filter(Duplicates::holdsNull).isPresent();
  }

  /** A column that the server numbers has a value of its own in each row. */
  private static boolean isNumbered(Name table, Name column, Context ctx) {
    return ctx.addedHere(table, column)
        .filter(
            added ->
                added.has(Clause.Kind.AUTO_INCREMENT)
                    || added.has(Clause.Kind.IDENTITY)
                    || added.type().family() == TypeFamily.SERIAL)
        .isPresent();
  }

  private static boolean holdsNull(Column column) {
    return (column.filled() == Filled.NONE || column.filled() == Filled.EMPTY)
        && column.nullability() == Nullability.NULLABLE
        && column.defaultValue().isEmpty();
  }

  /**
   * Whether rows that are equal in these columns would be equal in the index, be it of prefixes.
   */
  private static boolean isUniqueWithin(Index index, List<Name> columns) {
    return index.kind() == IndexKind.UNIQUE
        && index.coverage() == Coverage.EVERY_ROW
        && index.parts().stream()
            .allMatch(
                p ->
                    p.form() != IndexPart.Form.EXPRESSION
                        && p.column()
                            .filter(c -> columns.stream().anyMatch(c::sameLast))
                            .isPresent());
  }
}
