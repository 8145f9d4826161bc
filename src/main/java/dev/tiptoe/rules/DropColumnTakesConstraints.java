package dev.tiptoe.rules;

import dev.tiptoe.ddl.ColumnChange.DropColumn;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What a key or constraint over a column was to prevent can happen once the column is gone, and
 * nobody has written that it shall; or the server refuses for its sake.
 */
public final class DropColumnTakesConstraints extends Rule<DropColumn> {

  public DropColumnTakesConstraints() {
    super(DropColumn.class, Severity.ERROR);
  }

  @Override
  protected void check(DropColumn drop, Context ctx) {
    DroppedColumns dropped = DroppedColumns.of(ctx);
    if (!dropped.startWith(drop) || dropped.dependents().isEmpty()) {
      return;
    }
    Optional<ColumnDependent> refused =
        dropped.dependents().stream().filter(d -> d.obstacle().isPresent()).findFirst();
    if (refused.isPresent()) {
      refused(drop, dropped, refused.get(), ctx);
    } else {
      taken(drop, dropped, ctx);
    }
  }

  private static void refused(
      DropColumn drop, DroppedColumns dropped, ColumnDependent dependent, Context ctx) {
    Effect effect = dependent.obstacle().orElseThrow();
    ctx.report(
        effect.onRowsOnly() ? Severity.WARNING : Severity.ERROR,
        Hazard.FAILS,
        drop.span(),
        dropped.names()
            + (dropped.areMany() ? " are" : " is")
            + " dropped, but "
            + dependent.what()
            + " needs "
            + (dropped.areMany() ? "them: " : "it: ")
            + ctx.target()
            + " "
            + effect.text()
            + (effect.onRowsOnly() ? " that the remaining columns do not tell apart." : "."),
        "Drop "
            + dependent.what()
            + " first. The values go with the column, and queries that still name it fail with "
            + Missing.COLUMN.error(ctx.target())
            + ".");
  }

  private static void taken(DropColumn drop, DroppedColumns dropped, Context ctx) {
    List<String> taken = dropped.dependents().stream().map(ColumnDependent::what).toList();
    ctx.report(
        Severity.WARNING,
        Hazard.LOSES,
        drop.span(),
        dropped.names()
            + (dropped.areMany()
                ? " are dropped with all their values"
                : " is dropped with all its values")
            + ", and "
            + ctx.target()
            + " drops "
            + Listing.of(taken)
            + " without a word. Queries that still name "
            + (dropped.areMany() ? "them" : "it")
            + " fail with "
            + Missing.COLUMN.error(ctx.target())
            + ".",
        "If all of this shall go, drop it in statements of its own first, so that a reader sees it; else make anew over the remaining columns what you need.");
  }
}
