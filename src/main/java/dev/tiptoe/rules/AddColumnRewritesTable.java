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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A new column whose values must be written into every row, while everybody waits. */
public final class AddColumnRewritesTable extends Rule<AddColumn> {

  public AddColumnRewritesTable() {
    super(AddColumn.class, Severity.ERROR);
  }

  /** Why the values of a column must be written. */
  private enum Reason {
    DEFAULT("is added with its default", "are added with their defaults"),
    DOMAIN("is of a domain with a constraint", "are of domains with a constraint"),
    COMPUTED("is computed for every row", "are computed for every row"),
    NUMBERED("numbers every row", "number every row");

    private final String one;
    private final String several;

    Reason(String one, String several) {
      this.one = one;
      this.several = several;
    }
  }

  /** A column for which the table is written anew. */
  private record Rewrite(AddColumn add, Reason reason, String text, String advice) {}

  /** Those of one statement: it writes the table anew once, however many columns ask for it. */
  private record Rewrites(List<Rewrite> all) {}

  @Override
  protected void check(AddColumn add, Context ctx) {
    List<Rewrite> rewrites =
        ctx.perStatement(Rewrites.class, () -> new Rewrites(rewrites(ctx))).all();
    if (!rewrites.isEmpty() && rewrites.get(0).add().equals(add)) {
      ctx.report(
          Severity.WARNING,
          Hazard.BLOCKS,
          add.column().span(),
          reasons(rewrites) + ": " + ctx.target() + " " + rewrites.get(0).text() + ".",
          rewrites.get(0).advice());
    }
    withDefault(add, ctx).ifPresent(outcome -> refusedOrLost(add, outcome, ctx));
  }

  private List<Rewrite> rewrites(Context ctx) {
    return ctx.statement().changes().stream()
        .filter(AddColumn.class::isInstance)
        .map(AddColumn.class::cast)
        .filter(add -> !ctx.isSmall(add.table()))
        .flatMap(add -> rewrite(add, ctx).stream())
        .filter(rewrite -> !ctx.isIgnored(id(), rewrite.add().column().span()))
        .toList();
  }

  /** {@code a and b are computed for every row and c numbers every row}. */
  private static String reasons(List<Rewrite> rewrites) {
    Map<Reason, List<String>> names = new LinkedHashMap<>();
    for (Rewrite rewrite : rewrites) {
      names
          .computeIfAbsent(rewrite.reason(), any -> new ArrayList<>())
          .add(rewrite.add().column().name().last());
    }
    return names.entrySet().stream()
        .map(
            e ->
                Listing.of(e.getValue())
                    + " "
                    + (e.getValue().size() > 1 ? e.getKey().several : e.getKey().one))
        .collect(Collectors.joining(" and "));
  }

  private static Optional<Rewrite> rewrite(AddColumn add, Context ctx) {
    ColumnDef column = add.column();
    if (isWithoutRows(add, ctx)) {
      return Optional.empty();
    }
    if (column.computed()) {
      String storage = column.clause(Kind.GENERATED).map(c -> ctx.file().text(c.body())).orElse("");
      return ComputedColumn.effect(column, storage, ctx.target())
          .filter(Effect::isLongAndBlocks)
          .map(
              e ->
                  new Rewrite(
                      add,
                      column.has(Kind.GENERATED) ? Reason.COMPUTED : Reason.NUMBERED,
                      e.text(),
                      computedAdvice(column, ctx)));
    }
    return isOfCheckedDomain(add, ctx)
        ? ctx.effect("add_column_domain_check_nullable")
            .map(
                e ->
                    new Rewrite(
                        add,
                        Reason.DOMAIN,
                        e.text(),
                        "Add it with the domain's base type and give the table a CHECK that is NOT VALID at first; VALIDATE then reads the rows while reads and writes go on."))
        : withDefault(add, ctx)
            .filter(o -> o.kind() == Outcome.Kind.REWRITES || o.kind() == Outcome.Kind.COPIES)
            .map(
                o ->
                    new Rewrite(
                        add,
                        Reason.DEFAULT,
                        o.text(),
                        "Add the column without the default; set the default in a migration after that, which touches no row; then fill the existing rows in batches."));
  }

  private static boolean isWithoutRows(AddColumn add, Context ctx) {
    return ctx.schema().isNew(add.table()) || ctx.schema().isWithoutRows(add.table());
  }

  /** What becomes of the default of a column that may be NULL; of others another rule speaks. */
  private static Optional<Outcome> withDefault(AddColumn add, Context ctx) {
    ColumnDef column = add.column();
    return isWithoutRows(add, ctx)
            || column.computed()
            || column.required()
            || RequiredColumn.of(add, ctx).isPresent()
            || isOfCheckedDomain(add, ctx)
        ? Optional.empty()
        : column
            .clause(Kind.DEFAULT)
            .map(c -> ctx.expression(ctx.file().text(c.body())))
            .filter(e -> e.kind() != Expression.Kind.NULL)
            .map(
                e ->
                    AddedColumn.withDefault(
                        column.type(), e, ctx.target(), ctx.schema().sqlMode()));
  }

  private static void refusedOrLost(AddColumn add, Outcome outcome, Context ctx) {
    String message =
        add.column().name().last()
            + " is added with its default: "
            + ctx.target()
            + " "
            + outcome.text()
            + ".";
    switch (outcome.kind()) {
      case FILLS_SILENTLY ->
          ctx.report(
              Severity.ERROR,
              Hazard.CORRUPTS,
              add.column().span(),
              message,
              "Add the column without the default, set the default in a statement after that, and fill the existing rows with an UPDATE.");
      case FAILS, FAILS_ALWAYS ->
          ctx.report(
              Severity.ERROR,
              Hazard.FAILS,
              add.column().span(),
              message,
              "Add the column without the default and set the default in a statement after that; an expression stands in parentheses. Then fill the existing rows.");
      case REWRITES, COPIES, REBUILDS_ONLINE, METADATA_ONLY -> {}
    }
  }

  private static boolean isOfCheckedDomain(AddColumn add, Context ctx) {
    ColumnDef column = add.column();
    return !column.required()
        && RequiredColumn.of(add, ctx).isEmpty()
        && column.type().family() == TypeFamily.USER_DEFINED
        && ctx.target().is(Dialect.POSTGRESQL)
        && ctx.schema().domain(column.type().base()).filter(Domain::checked).isPresent();
  }

  private static String computedAdvice(ColumnDef column, Context ctx) {
    if (!column.has(Kind.GENERATED)) {
      return ctx.target().is(Dialect.POSTGRESQL)
          ? "Add a plain nullable column, give it the next value of a sequence as its default in a migration after that, and number the existing rows in batches."
          : "No way to number the rows leaves writes alone: do it when few of them come.";
    }
    boolean virtual =
        ctx.effect("add_column_generated_virtual").filter(e -> !e.isLong()).isPresent();
    return virtual
        ? "A VIRTUAL column is computed when it is read, and adding one takes only a moment."
        : "Add a plain column that a trigger or the application keeps, and fill the existing rows in batches.";
  }
}
