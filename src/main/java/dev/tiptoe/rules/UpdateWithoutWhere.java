package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Extent;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.RowChange.UpdateRows;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import java.util.List;

/** An UPDATE of every row overwrites what was in a column before. */
public final class UpdateWithoutWhere extends Rule<UpdateRows> {

  public UpdateWithoutWhere() {
    super(UpdateRows.class, Severity.WARNING);
  }

  @Override
  protected void check(UpdateRows update, Context ctx) {
    if (update.extent() != Extent.ALL
        || ctx.schema().isWithoutRows(update.table())
        || ctx.schema().isNew(update.table())
        || Fills.isFill(update, ctx)
        || Fills.isConversion(update)) {
      return;
    }
    ctx.report(
        Severity.WARNING,
        Hazard.LOSES,
        update.span(),
        "This UPDATE "
            + what(update)
            + " in every row of "
            + update.table().last()
            + ": the values from before are lost.",
        "Add the WHERE that is missing, or copy the old values into another column or table first. If every row is meant, write `-- tiptoe:ignore update-without-where: <why>`.");
  }

  private static String what(UpdateRows update) {
    String written = "overwrites " + names(update.columns());
    String cleared = "sets " + names(update.cleared()) + " to NULL";
    return update.cleared().isEmpty()
        ? written
        : update.columns().isEmpty() ? cleared : written + " and " + cleared;
  }

  private static String names(List<Name> columns) {
    return Listing.of(columns.stream().map(Name::last).toList());
  }
}
