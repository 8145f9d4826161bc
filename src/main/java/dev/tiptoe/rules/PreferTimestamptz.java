package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.StyleRule;
import dev.tiptoe.sql.Dialect;

/** A timestamp without a time zone means another moment to each session that has another zone. */
public final class PreferTimestamptz extends StyleRule<Change> {

  public PreferTimestamptz() {
    super(Change.class, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(Change change, Context ctx) {
    for (ColumnDef column : Definitions.columns(change)) {
      String base = column.type().base();
      if (base.equals("timestamp") || base.equals("timestamp without time zone")) {
        report(
            column.type().span(),
            column.name().last() + " is a " + column.type().sql() + ", which knows no time zone.",
            "Write timestamptz"
                + (column.type().arguments().isEmpty()
                    ? ""
                    : "(" + column.type().arguments().get(0) + ")")
                + ", which is a moment; it takes the same eight bytes.",
            ctx);
      }
    }
  }
}
