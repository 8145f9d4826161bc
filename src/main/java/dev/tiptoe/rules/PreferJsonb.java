package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.StyleRule;
import dev.tiptoe.sql.Dialect;

/** PostgreSQL's json has no equality, so that DISTINCT and UNION fail, and no index of its own. */
public final class PreferJsonb extends StyleRule<Change> {

  public PreferJsonb() {
    super(Change.class, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(Change change, Context ctx) {
    for (ColumnDef column : Definitions.columns(change)) {
      if (column.type().base().equals("json")) {
        report(
            column.type().span(),
            column.name().last() + " is of the type json, which has no equality and no index.",
            "Write jsonb, unless white space, the order of the keys or repeated keys matter.",
            ctx);
      }
    }
  }
}
