package dev.tiptoe.rules;

import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.DropBehavior;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** The values of a dropped column are gone, and so is every query that names it. */
public final class DropColumn extends Rule<ColumnChange.DropColumn> {

  public DropColumn() {
    super(ColumnChange.DropColumn.class, Severity.WARNING);
  }

  @Override
  protected void check(ColumnChange.DropColumn drop, Context ctx) {
    DroppedColumns dropped = DroppedColumns.of(ctx);
    if (dropped.startWith(drop) && dropped.dependents().isEmpty()) {
      boolean copied = dropped.areCopied(ctx);
      ctx.report(
          Severity.WARNING,
          copied ? Hazard.BREAKS : Hazard.LOSES,
          drop.span(),
          message(dropped, ctx),
          advice(dropped, copied, ctx));
    }
  }

  private static String message(DroppedColumns dropped, Context ctx) {
    String are = dropped.areMany() ? " are dropped" : " is dropped";
    String values = dropped.areMany() ? " with all their values" : " with all its values";
    return dropped.names()
        + are
        + values
        + dropped.renamed(ctx).map(add -> ", and " + add.column().name().last()).orElse("")
        + dropped
            .renamed(ctx)
            .map(add -> " of the same type is added, which looks like a rename")
            .orElse("")
        + madeAnew(dropped.madeAnew(ctx))
        + work(dropped, ctx)
        + (dropped.madeAnew(ctx).isEmpty() ? queries(dropped, ctx) : "")
        + ".";
  }

  private static String madeAnew(List<AddColumn> added) {
    return added.isEmpty()
        ? ""
        : " and made anew as "
            + added.stream()
                .map(add -> add.column().type().sql())
                .distinct()
                .collect(Collectors.joining(" and "))
            + ", empty";
  }

  private static String work(DroppedColumns dropped, Context ctx) {
    return ctx.effect(dropped.areIndexed(ctx) ? "drop_column_indexed" : "drop_column")
        .filter(Effect::isLong)
        .map(effect -> "; " + ctx.target() + " " + effect.text())
        .orElse("");
  }

  private static String queries(DroppedColumns dropped, Context ctx) {
    return (ctx.isPrisma()
            ? ". The Prisma Client that still runs names every column of "
                + dropped.table().last()
                + ", so its queries fail with "
            : ". Queries that still name " + (dropped.areMany() ? "them" : "it") + " fail with ")
        + Missing.COLUMN.error(ctx.target());
  }

  private static String advice(DroppedColumns dropped, boolean copied, Context ctx) {
    String many = dropped.areMany() ? "them" : "it";
    if (!dropped.madeAnew(ctx).isEmpty()) {
      return "To keep the values, change the column where it is ("
          + (ctx.target().dialect().isMySqlLike() ? "MODIFY" : "ALTER COLUMN ... TYPE ... USING")
          + "), or add the new one under another name and fill it with an UPDATE first.";
    }
    if (dropped.renamed(ctx).isPresent()) {
      return "If it is a rename, write RENAME COLUMN, which keeps the values"
          + (ctx.isPrisma() ? " (prisma migrate dev --create-only lets you edit the file)" : "")
          + ", or copy them with an UPDATE before the column goes.";
    }
    return (copied
            ? "A statement before reads the values: make sure that it copies every row. Drop "
                + many
                + " in a later migration, after"
            : "Keep a copy if anybody may want the values back, and drop " + many + " only after")
        + " a version of the application that does not name "
        + many
        + " has been deployed."
        + users(dropped, ctx);
  }

  private static String users(DroppedColumns dropped, Context ctx) {
    List<String> views =
        dropped.drops().stream()
            .flatMap(drop -> ctx.schema().viewsNaming(drop.table(), drop.column()).stream())
            .map(view -> view.last())
            .distinct()
            .toList();
    if (drops(dropped, DropBehavior.CASCADE)) {
      return " CASCADE also drops "
          + (views.isEmpty()
              ? "the views that use it."
              : Listing.of(views) + ", which seems to use it.");
    }
    if (views.isEmpty()) {
      return "";
    }
    String seen = " It seems to be used by the view " + Listing.of(views) + ": ";
    return ctx.target().dialect().isMySqlLike()
        ? seen + "that fails with error 1356 from then on."
        : seen
            + ctx.effect("drop_column_used_by_view")
                .map(effect -> ctx.target() + " " + effect.text() + ".")
                .orElse("");
  }

  private static boolean drops(DroppedColumns dropped, DropBehavior behavior) {
    return dropped.drops().stream().anyMatch(drop -> drop.behavior() == behavior);
  }
}
