package dev.tiptoe.rules;

import static dev.tiptoe.sql.Dialect.MARIADB;
import static dev.tiptoe.sql.Dialect.MYSQL;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.ColumnChange.RedefineColumn;
import dev.tiptoe.ddl.ColumnChange.SetDefault;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange.CreateTable;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.text.Span;
import java.util.Optional;

/** A default of 0000-00-00 is refused by MySQL, and elsewhere a date that is none. */
public final class ZeroDateDefault extends Rule<Change.OfTable> {

  public ZeroDateDefault() {
    super(Change.OfTable.class, Severity.ERROR, MYSQL, MARIADB);
  }

  @Override
  protected void check(Change.OfTable change, Context ctx) {
    if (change instanceof CreateTable create) {
      if (error(ctx).isEmpty()) {
        return;
      }
      create.columns().forEach(column -> column(create.table(), column, ctx));
    } else if (change instanceof AddColumn add) {
      column(add.table(), add.column(), ctx);
    } else if (change instanceof RedefineColumn redefine) {
      column(redefine.table(), redefine.definition(), ctx);
    } else if (change instanceof SetDefault set) {
      value(set.table(), set.column(), set.expression(), ctx);
    }
  }

  private void column(Name table, ColumnDef column, Context ctx) {
    column.clause(Clause.Kind.DEFAULT).ifPresent(c -> value(table, column.name(), c.body(), ctx));
  }

  private void value(Name table, Name column, Span value, Context ctx) {
    String text = ctx.file().text(value);
    Optional<String> error = error(ctx);
    if (!isZeroDate(text) || (error.isEmpty() && ctx.schema().isNew(table))) {
      return;
    }
    ctx.report(
        error.isPresent() ? Severity.ERROR : Severity.NOTE,
        error.isPresent() ? Hazard.FAILS : Hazard.CORRUPTS,
        value,
        error.isPresent()
            ? ctx.target()
                + " refuses it with error "
                + error.get()
                + ": with the sql_mode it comes with, 0000-00-00 is no date."
            : ctx.target()
                + " takes it here and writes 0000-00-00 into each row that says nothing else: a date that is none.",
        "Let "
            + column.last()
            + " hold NULL where there is no date, or give it a default that is one, such as CURRENT_TIMESTAMP."
            + (error.isPresent() ? "" : " MySQL refuses such a default."));
  }

  static boolean isZeroDate(String sql) {
    return sql.startsWith("'0000-00-00") || sql.startsWith("\"0000-00-00");
  }

  private static Optional<String> error(Context ctx) {
    return ctx.effect("add_column_not_null_default_zero_date").flatMap(Effect::error);
  }
}
