package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.lint.Context;
import dev.tiptoe.rewrite.ColumnSteps.Placement;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.SqlMode;

/** What the forms cost on a server, as measured on a million rows. */
final class Costs {

  private Costs() {}

  /** What the fix does about a column and what that costs, in two or three sentences. */
  static String of(ColumnSteps column, boolean instant, Context ctx) {
    String value = written(column.value());
    if (instant) {
      return "add it with DEFAULT "
          + value
          + " and drop the default again, which takes milliseconds: --fix --form instant writes that.";
    }
    String way =
        switch (column.placement()) {
          case IN_ADD ->
              "add it nullable with DEFAULT "
                  + value
                  + ", which touches no row, then make it NOT NULL";
          case AFTER_ADD ->
              "add it nullable, set its default, fill the rows with "
                  + value
                  + ", then make it NOT NULL";
          case NOWHERE ->
              "add it nullable, fill the rows with "
                  + value
                  + ", then make it NOT NULL; a row inserted between these steps has no value, and the last one "
                  + (becomesNow(column, ctx) ? "gives it the current time" : "fails then");
        };
    boolean canBeInstant = column.placement() == Placement.IN_ADD && column.dropsDefault();
    return way
        + ": --fix writes these steps. "
        + lastStep(ctx)
        + (canBeInstant
            ? " Or --fix --form instant: NOT NULL with the default, then DROP DEFAULT, in milliseconds."
            : "");
  }

  /** The value as it is written, and where it comes from if that is not plain. */
  static String written(Backfill.Value value) {
    String source =
        switch (value.source()) {
          case GUESSED -> " (a guess: look at it)";
          case PRISMA -> " (Prisma sets it to the time of the change)";
          case GIVEN, OWN_DEFAULT -> "";
        };
    return value.expression().sql() + source;
  }

  private static boolean becomesNow(ColumnSteps column, Context ctx) {
    return ctx.target().is(Dialect.MARIADB)
        && column.add().column().type().family() == TypeFamily.TIMESTAMP;
  }

  private static String lastStep(Context ctx) {
    if (Split.isAsked(ctx) && ProvenNotNull.isOfUse(ctx.target())) {
      return "Each is a migration of its own, and the table is read while reads and writes go on.";
    }
    if (ctx.target().is(Dialect.POSTGRESQL)) {
      return "The last step reads the table once while everybody waits.";
    }
    return ctx.schema().sqlMode() == SqlMode.STRICT
        ? "The last step rebuilds the table; reads and writes go on meanwhile."
        : "The last step copies the table, and writes wait until that is done, because sql_mode is not strict.";
  }
}
