package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.ColumnChange.DropDefault;
import dev.tiptoe.ddl.ColumnChange.SetDefault;
import dev.tiptoe.ddl.ColumnChange.SetNotNull;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A column that is NOT NULL loses its default, so that an INSERT of the application that still runs
 * and does not name it fails.
 */
public final class DroppedDefaultBreaksWriters extends Rule<DropDefault> {

  public DroppedDefaultBreaksWriters() {
    super(DropDefault.class, Severity.WARNING);
  }

  @Override
  protected void check(DropDefault drop, Context ctx) {
    if (ctx.schema().isNew(drop.table()) || !isRequired(drop, ctx) || isGivenAgain(drop, ctx)) {
      return;
    }
    boolean isAddedHere = isAddedHere(drop, ctx);
    if (isAddedHere && becomesRequired(drop, ctx)) {
      // The last of the three steps: whoever takes them has chosen to have no default.
      return;
    }
    ctx.report(
        isAddedHere ? Severity.NOTE : Severity.WARNING,
        Hazard.BREAKS,
        drop.span(),
        drop.column().last()
            + " is NOT NULL and loses its default: an INSERT that does not name it fails, and the version of the application that still runs "
            + (isAddedHere ? "does not know the column." : "may send such."),
        "Drop the default in a later migration, when every version that runs names the column.");
  }

  private static boolean isRequired(DropDefault drop, Context ctx) {
    boolean already =
        ctx.schema()
            .column(drop.table(), drop.column())
            .map(Column::nullability)
            .filter(n -> n == Nullability.NOT_NULL)
            .isPresent();
    return already || becomesRequired(drop, ctx);
  }

  private static boolean becomesRequired(DropDefault drop, Context ctx) {
    return around(ctx).required.contains(key(drop.table(), drop.column()));
  }

  /** Whether it is only out of the way for a while, as where the column's type is changed. */
  private static boolean isGivenAgain(DropDefault drop, Context ctx) {
    return around(ctx).lastDefaults.getOrDefault(key(drop.table(), drop.column()), -1)
        > drop.span().start();
  }

  /** Whether the default only helped along while the file added the column. */
  private static boolean isAddedHere(DropDefault drop, Context ctx) {
    return around(ctx).added.contains(key(drop.table(), drop.column()))
        || ctx.schema().column(drop.table(), drop.column()).filter(Column::isNew).isPresent();
  }

  /**
   * What is done to other columns, gathered once for a statement that may have thousands of
   * actions.
   */
  private static final class Around {
    private final Set<String> required = new HashSet<>();
    private final Map<String, Integer> lastDefaults = new HashMap<>();
    private final Set<String> added = new HashSet<>();

    Around(Context ctx) {
      for (Change change : ctx.statement().changes()) {
        if (change instanceof SetNotNull set) {
          required.add(key(set.table(), set.column()));
        }
      }
      for (Statement statement : ctx.statements()) {
        for (Change change : statement.changes()) {
          if (change instanceof SetDefault set) {
            lastDefaults.put(key(set.table(), set.column()), set.span().start());
          } else if (change instanceof AddColumn add) {
            added.add(key(add.table(), add.column().name()));
          }
        }
      }
    }
  }

  private static Around around(Context ctx) {
    return ctx.perStatement(Around.class, () -> new Around(ctx));
  }

  private static String key(Name table, Name column) {
    return (table.name() + " " + column.name()).toLowerCase(Locale.ROOT);
  }
}
