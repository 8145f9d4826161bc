package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.ColumnChange.DropColumn;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.lint.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns that one statement drops and that were there before this change; they share one
 * finding.
 *
 * @param dependents what stands on them
 */
record DroppedColumns(List<DropColumn> drops, List<ColumnDependent> dependents) {

  /** Those of the statement looked at, as they are before it. */
  static DroppedColumns of(Context ctx) {
    return ctx.perStatement(DroppedColumns.class, () -> read(ctx));
  }

  private static DroppedColumns read(Context ctx) {
    List<DropColumn> drops =
        changes(DropColumn.class, ctx)
            .filter(drop -> !ctx.schema().isNew(drop.table(), drop.column()))
            .filter(drop -> !isReplaced(drop, ctx))
            .toList();
    return new DroppedColumns(
        drops,
        // What stands on two of them goes once.
        drops.stream().flatMap(drop -> ColumnDependent.of(drop, ctx).stream()).distinct().toList());
  }

  /** Whether another column, which got its values, takes its name: the end of a longer change. */
  private static boolean isReplaced(DropColumn drop, Context ctx) {
    return Renames.later(ctx).isTaken(drop.table(), drop.column())
        && ctx.isCopiedBefore(drop.table(), drop.column());
  }

  boolean startWith(DropColumn drop) {
    return !drops.isEmpty() && drops.get(0).equals(drop);
  }

  String names() {
    return Listing.of(drops.stream().map(drop -> drop.column().last()).toList());
  }

  boolean areMany() {
    return drops.size() > 1;
  }

  /** Whether their values were put elsewhere before. */
  boolean areCopied(Context ctx) {
    return drops.stream().allMatch(drop -> ctx.isCopiedBefore(drop.table(), drop.column()));
  }

  /**
   * The one column of the same type that the statement adds where it drops one, so that a rename
   * was perhaps meant; not if it becomes a foreign key, which old values need not satisfy.
   */
  Optional<AddColumn> renamed(Context ctx) {
    if (areMany() || added(ctx).count() != 1) {
      return Optional.empty();
    }
    return drops.stream()
        .flatMap(drop -> ctx.schema().column(drop.table(), drop.column()).stream())
        .flatMap(column -> column.type().stream())
        .flatMap(type -> added(ctx).filter(add -> isSame(type, add.column().type())))
        .filter(add -> drops.stream().noneMatch(d -> d.column().sameLast(add.column().name())))
        .filter(add -> !ctx.demands(add.table(), add.column().name()).contains(Demand.FOREIGN_KEY))
        .findFirst();
  }

  /** The columns that take their places, in this statement or a later one, if each has one. */
  List<AddColumn> madeAnew(Context ctx) {
    List<AddColumn> added =
        drops.stream()
            .flatMap(
                drop ->
                    added(ctx)
                        .filter(add -> takesPlace(add, drop))
                        .findFirst()
                        .or(() -> addedLater(drop, ctx))
                        .stream())
            .toList();
    return added.size() == drops.size() ? added : List.of();
  }

  private static Optional<AddColumn> addedLater(DropColumn drop, Context ctx) {
    return ctx.laterStatements().stream()
        .flatMap(s -> s.changes().stream())
        .filter(AddColumn.class::isInstance)
        .map(AddColumn.class::cast)
        .filter(add -> takesPlace(add, drop))
        .findFirst();
  }

  private static boolean takesPlace(AddColumn add, DropColumn drop) {
    return add.table().sameLast(drop.table()) && add.column().name().sameLast(drop.column());
  }

  private static Stream<AddColumn> added(Context ctx) {
    return changes(AddColumn.class, ctx);
  }

  private static <T> Stream<T> changes(Class<T> kind, Context ctx) {
    return ctx.statement().changes().stream().filter(kind::isInstance).map(kind::cast);
  }

  private static boolean isSame(TypeName type, TypeName other) {
    return type.base().equals(other.base()) && type.arguments().equals(other.arguments());
  }

  /** Whether any of them has an index, which goes too. */
  boolean areIndexed(Context ctx) {
    return drops.stream()
        .anyMatch(
            drop ->
                ctx.schema().table(drop.table()).stream()
                    .flatMap(table -> table.indexes().stream())
                    .anyMatch(index -> index.uses(drop.column())));
  }

  Name table() {
    return drops.get(0).table();
  }
}
