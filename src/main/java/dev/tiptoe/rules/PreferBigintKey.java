package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.StyleRule;
import dev.tiptoe.sql.Dialect;
import java.util.List;
import java.util.Locale;

/** A key of 32 bits ends at two thousand million rows, and its change then copies the table. */
public final class PreferBigintKey extends StyleRule<Change> {

  public PreferBigintKey() {
    super(Change.class);
  }

  @Override
  protected void check(Change change, Context ctx) {
    List<Name> key = Definitions.primaryKey(change);
    if (key.size() != 1) {
      return;
    }
    for (ColumnDef column : Definitions.columns(change)) {
      if (column.name().sameLast(key.get(0)) && isShort(column, ctx)) {
        report(
            column.span(),
            column.name().last()
                + " is a primary key of the type "
                + column.type().sql()
                + ", whose numbers run out.",
            "Write "
                + (column.type().base().endsWith("serial") ? "bigserial" : "bigint")
                + ": it costs four bytes a row now, and no rewrite of the table later.",
            ctx);
      }
    }
  }

  private static boolean isShort(ColumnDef column, Context ctx) {
    return switch (column.type().base().toLowerCase(Locale.ROOT)) {
      case "int",
          "int4",
          "integer",
          "mediumint",
          "smallint",
          "int2",
          "tinyint",
          "serial4",
          "smallserial",
          "serial2" ->
          true;
      // What MySQL calls SERIAL is a bigint.
      case "serial" -> ctx.target().is(Dialect.POSTGRESQL);
      default -> false;
    };
  }
}
