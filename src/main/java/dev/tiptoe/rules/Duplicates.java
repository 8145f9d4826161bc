package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.ConstraintChange.DropConstraint;
import dev.tiptoe.ddl.Coverage;
import dev.tiptoe.ddl.IndexChange.AddIndex;
import dev.tiptoe.ddl.IndexChange.DropIndex;
import dev.tiptoe.ddl.IndexPart;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Column.Filled;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.schema.Index;
import dev.tiptoe.schema.Table;
import java.util.List;
import java.util.Optional;

/** Whether rows that are there may be equal in the columns of a new key. */
final class Duplicates {

  private Duplicates() {}

  static boolean arePossible(Name table, List<Name> columns, Context ctx) {
    return !ctx.schema().isNew(table)
        && !ctx.schema().isWithoutRows(table)
        && columns.stream()
            .noneMatch(c -> isNullEverywhere(table, c, ctx) || isNumbered(table, c, ctx))
        && ctx.schema().table(table).map(Table::indexes).orElse(List.of()).stream()
            .noneMatch(i -> isUniqueWithin(i, columns));
  }

  /** What becomes of a unique index if there are some, as one more sentence; else empty. */
  static String sentence(AddIndex add, Context ctx) {
    return add.kind() == IndexKind.UNIQUE && !isMadeAnew(add.name(), ctx)
        ? sentence(add.table(), add.columns(), ctx)
        : "";
  }

  /** The same for a key. */
  static String sentence(AddConstraint add, Context ctx) {
    return isMadeAnew(add.name(), ctx) ? "" : sentence(add.table(), add.columns(), ctx);
  }

  private static String sentence(Name table, List<Name> columns, Context ctx) {
    return arePossible(table, columns, ctx)
        ? ctx.effect("create_unique_index_violated")
            .flatMap(Effect::error)
            .map(code -> " If two rows have the same values it fails with error " + code + ".")
            .orElse("")
        : "";
  }

  /** Whether the script drops one of this name, so that it was there and held. */
  static boolean isMadeAnew(Optional<Name> key, Context ctx) {
    return key.isPresent()
        && ctx.statements().stream()
            .flatMap(s -> s.changes().stream())
            .anyMatch(
                c ->
                    (c instanceof DropConstraint drop && drop.constraint().sameLast(key.get()))
                        || (c instanceof DropIndex gone && gone.index().sameLast(key.get())));
  }

  /** NULL is equal to nothing. */
  private static boolean isNullEverywhere(Name table, Name column, Context ctx) {
    return addedHere(table, column, ctx).isPresent()
        && ctx.schema().column(table, column).filter(Duplicates::holdsNull).isPresent();
  }

  /** A column that the server numbers has a value of its own in each row. */
  private static boolean isNumbered(Name table, Name column, Context ctx) {
    return addedHere(table, column, ctx)
        .filter(
            added ->
                added.has(Clause.Kind.AUTO_INCREMENT)
                    || added.has(Clause.Kind.IDENTITY)
                    || added.type().family() == TypeFamily.SERIAL)
        .isPresent();
  }

  /** The column's definition, if this script adds it. */
  static Optional<ColumnDef> addedHere(Name table, Name column, Context ctx) {
    return ctx.statements().stream()
        .flatMap(s -> s.changes().stream())
        .filter(AddColumn.class::isInstance)
        .map(AddColumn.class::cast)
        .filter(add -> add.table().sameLast(table) && add.column().name().sameLast(column))
        .map(AddColumn::column)
        .findFirst();
  }

  private static boolean holdsNull(Column column) {
    return (column.filled() == Filled.NONE || column.filled() == Filled.EMPTY)
        && column.nullability() == Nullability.NULLABLE
        && column.defaultValue().isEmpty();
  }

  private static boolean isUniqueWithin(Index index, List<Name> columns) {
    return index.kind() == IndexKind.UNIQUE
        && index.coverage() == Coverage.EVERY_ROW
        && index.parts().stream()
            .allMatch(
                p ->
                    p.form() == IndexPart.Form.WHOLE
                        && p.column()
                            .filter(c -> columns.stream().anyMatch(c::sameLast))
                            .isPresent());
  }
}
