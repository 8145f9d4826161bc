package dev.tiptoe.rules;

import dev.tiptoe.ddl.Clause.Kind;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.facts.AddedColumn;
import dev.tiptoe.facts.ComputedColumn;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.facts.Outcome;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rewrite.RequiredColumn;
import dev.tiptoe.schema.Catalog.Domain;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Expression;
import java.util.Optional;

/** A new column whose values must be written into every row, while everybody waits. */
public final class AddColumnRewritesTable extends Rule<AddColumn> {

  public AddColumnRewritesTable() {
    super(AddColumn.class, Severity.ERROR);
  }

  @Override
  protected void check(AddColumn add, Context ctx) {
    ColumnDef column = add.column();
    if (ctx.schema().isNew(add.table()) || ctx.schema().isWithoutRows(add.table())) {
      return;
    }
    if (column.computed()) {
      String storage = column.clause(Kind.GENERATED).map(c -> ctx.file().text(c.body())).orElse("");
      ComputedColumn.effect(column, storage, ctx.target())
          .filter(Effect::isLongAndBlocks)
          .ifPresent(
              e -> blocks(add, computes(column), e.text(), computedAdvice(column, ctx), ctx));
    } else if (RequiredColumn.of(add, ctx).isEmpty() && !column.required()) {
      nullable(add, ctx);
    }
  }

  private void nullable(AddColumn add, Context ctx) {
    ColumnDef column = add.column();
    Optional<Expression> value =
        column
            .clause(Kind.DEFAULT)
            .map(c -> ctx.expression(ctx.file().text(c.body())))
            .filter(e -> e.kind() != Expression.Kind.NULL);
    Optional<Effect> domain =
        isOfCheckedDomain(column, ctx)
            ? ctx.effect("add_column_domain_check_nullable")
            : Optional.empty();
    if (domain.isPresent()) {
      blocks(
          add,
          "is of a domain with a constraint",
          domain.get().text(),
          "Add it with the domain's base type and give the table a CHECK that is NOT VALID at first; VALIDATE then reads the rows while reads and writes go on.",
          ctx);
    } else if (value.isPresent()) {
      Outcome outcome =
          AddedColumn.withDefault(column.type(), value.get(), ctx.target(), ctx.schema().sqlMode());
      withDefault(add, outcome, ctx);
    }
  }

  private void withDefault(AddColumn add, Outcome outcome, Context ctx) {
    switch (outcome.kind()) {
      case REWRITES, COPIES ->
          blocks(
              add,
              "is added with its default",
              outcome.text(),
              "Add the column without the default; set the default in a migration after that, which touches no row; then fill the rows there are, in batches.",
              ctx);
      case FILLS_SILENTLY ->
          ctx.report(
              Severity.ERROR,
              Hazard.CORRUPTS,
              add.column().span(),
              message(add, "is added with its default", outcome.text(), ctx),
              "Add the column without the default, set the default in a statement after that, and fill the rows there are with an UPDATE.");
      case FAILS, FAILS_ALWAYS ->
          ctx.report(
              Severity.ERROR,
              Hazard.FAILS,
              add.column().span(),
              message(add, "is added with its default", outcome.text(), ctx),
              "Add the column without the default and set the default in a statement after that; an expression stands in parentheses. Then fill the rows there are.");
      case REBUILDS_ONLINE, METADATA_ONLY -> {}
    }
  }

  private static boolean isOfCheckedDomain(ColumnDef column, Context ctx) {
    return column.type().family() == TypeFamily.USER_DEFINED
        && ctx.target().is(Dialect.POSTGRESQL)
        && ctx.schema().domain(column.type().base()).filter(Domain::checked).isPresent();
  }

  private void blocks(AddColumn add, String what, String text, String advice, Context ctx) {
    // One statement writes the table anew once, however many columns ask for it.
    String once = id() + ctx.statement().span().start();
    if (!ctx.isSmall(add.table())
        && !ctx.isIgnored(id(), add.column().span())
        && ctx.isFirst(once)) {
      ctx.report(
          Severity.WARNING,
          Hazard.BLOCKS,
          add.column().span(),
          message(add, what, text, ctx),
          advice);
    }
  }

  private static String message(AddColumn add, String what, String text, Context ctx) {
    return add.column().name().last() + " " + what + ": " + ctx.target() + " " + text + ".";
  }

  private static String computes(ColumnDef column) {
    return column.has(Kind.GENERATED) ? "is computed for every row" : "numbers every row";
  }

  private static String computedAdvice(ColumnDef column, Context ctx) {
    if (!column.has(Kind.GENERATED)) {
      return ctx.target().is(Dialect.POSTGRESQL)
          ? "Add a plain nullable column, give it the next value of a sequence as its default in a migration after that, and number the rows there are in batches."
          : "No way to number the rows leaves writes alone: do it when few of them come.";
    }
    boolean virtual =
        ctx.effect("add_column_generated_virtual").filter(e -> !e.isLong()).isPresent();
    return virtual
        ? "A VIRTUAL column is computed when it is read, and adding one takes only a moment."
        : "Add a plain column that a trigger or the application keeps, and fill the rows there are in batches.";
  }
}
