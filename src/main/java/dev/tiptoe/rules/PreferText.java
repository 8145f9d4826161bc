package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.StyleRule;
import dev.tiptoe.sql.Dialect;

/** On PostgreSQL a length saves nothing, and to change it later takes a migration. */
public final class PreferText extends StyleRule<Change> {

  public PreferText() {
    super(Change.class, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(Change change, Context ctx) {
    for (ColumnDef column : Definitions.columns(change)) {
      if (column.type().family() == TypeFamily.CHARACTER && !column.type().arguments().isEmpty()) {
        report(
            column.type().span(),
            column.name().last() + " is a " + column.type().sql() + ".",
            "Write text, which PostgreSQL stores alike; if the length is a rule, say it with a CHECK, which can be added and dropped without a new type.",
            ctx);
      }
    }
  }
}
