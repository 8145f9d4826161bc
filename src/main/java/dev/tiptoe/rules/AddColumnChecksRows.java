package dev.tiptoe.rules;

import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;

/** A new column with a constraint in its definition, for which all rows are looked at. */
public final class AddColumnChecksRows extends Rule<AddColumn> {

  public AddColumnChecksRows() {
    super(AddColumn.class, Severity.ERROR);
  }

  @Override
  protected void check(AddColumn add, Context ctx) {
    CheckedRows.of(add, ctx).ifPresent(checked -> report(add, checked, ctx));
  }

  private static void report(AddColumn add, CheckedRows checked, Context ctx) {
    Clause clause = checked.clause();
    String column = add.column().name().last();
    String word = clause.kind().name();
    String server = ctx.target().toString();
    switch (checked.kind()) {
      case BLOCKS -> {
        if (!ctx.isSmall(add.table())) {
          ctx.report(
              Severity.WARNING,
              Hazard.BLOCKS,
              clause.span(),
              word
                  + " of the new column "
                  + column
                  + ": "
                  + server
                  + " "
                  + checked.effect().text()
                  + ".",
              advice(add, checked, ctx));
        }
      }
      case DUPLICATES ->
          ctx.report(
              Severity.ERROR,
              Hazard.FAILS,
              clause.span(),
              column
                  + " is UNIQUE, and its default gives all rows the same value: "
                  + server
                  + " refuses it with error "
                  + checked.effect().error().orElseThrow()
                  + " (duplicate entry) as soon as the table holds two rows.",
              "Add it without the default, give every row a value of its own, then make it unique.");
      case OVERLOOKED ->
          ctx.report(
              Severity.NOTE,
              Hazard.CORRUPTS,
              clause.span(),
              server
                  + " adds "
                  + column
                  + " without looking whether its default passes the CHECK; a row that does not can then not be updated (error 4025).",
              "Make sure that the default passes.");
      case IGNORED ->
          ctx.report(
              Severity.WARNING,
              Hazard.CORRUPTS,
              clause.span(),
              server + " reads REFERENCES behind " + column + " and makes no foreign key.",
              "If one is wanted, write it as an action of its own: ADD FOREIGN KEY ("
                  + column
                  + ") REFERENCES ...");
    }
  }

  private static String advice(AddColumn add, CheckedRows checked, Context ctx) {
    if (ctx.target().dialect().isMySqlLike()) {
      return "Here a constraint cannot be added without that; do it when few writes come.";
    }
    String column = add.column().name().last();
    String text = ctx.file().text(checked.clause().body());
    return switch (checked.clause().kind()) {
      case UNIQUE ->
          "Add the column alone; then, each in a migration of its own, CREATE UNIQUE INDEX CONCURRENTLY ... ("
              + column
              + ") and ADD CONSTRAINT ... UNIQUE USING INDEX.";
      case CHECK ->
          "Add the column alone; then, each in a migration of its own, ADD CONSTRAINT ... CHECK ("
              + text
              + ") NOT VALID, and VALIDATE CONSTRAINT, which reads the rows while reads and writes go on.";
      default ->
          "Add the column alone; then, each in a migration of its own, ADD FOREIGN KEY ("
              + column
              + ") ... NOT VALID, and VALIDATE CONSTRAINT, which reads the rows while reads and writes go on.";
    };
  }
}
