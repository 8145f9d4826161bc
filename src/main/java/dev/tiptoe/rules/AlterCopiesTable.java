package dev.tiptoe.rules;

import static dev.tiptoe.sql.Dialect.MARIADB;
import static dev.tiptoe.sql.Dialect.MYSQL;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Change.OfTable;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.ConstraintChange.DropPrimaryKey;
import dev.tiptoe.ddl.IndexChange.AddIndex;
import dev.tiptoe.ddl.TableChange.ConvertCharacterSet;
import dev.tiptoe.ddl.TableChange.ExecutionOption;
import dev.tiptoe.ddl.TableChange.Reorganize;
import dev.tiptoe.ddl.TableChange.SetTableOptions;
import dev.tiptoe.facts.AlterCost;
import dev.tiptoe.facts.AlterCost.Part;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import java.util.Optional;

/** An ALTER TABLE copies or rebuilds the whole table, and mostly writes wait until that is done. */
public final class AlterCopiesTable extends Rule<OfTable> {

  private static final String COPY = "modify_type_int_to_bigint";

  public AlterCopiesTable() {
    super(OfTable.class, Severity.WARNING, MYSQL, MARIADB);
  }

  @Override
  protected void check(OfTable first, Context ctx) {
    boolean seen = !ctx.isFirst(id() + ctx.statement().span().start());
    if (seen
        || ctx.schema().isNew(first.table())
        || ctx.schema().isWithoutRows(first.table())
        || ctx.isSmall(first.table())) {
      return;
    }
    AlterCost cost = ctx.schema().alterCost(ctx.statement());
    Optional<ExecutionOption> asked = askedToBlock(ctx);
    if (asked.isPresent()) {
      asked(asked.get(), cost, ctx);
    } else if (ctx.statement().changes().stream().noneMatch(AlterCopiesTable::hasItsOwnRule)) {
      cost.parts().stream()
          .filter(AlterCopiesTable::isWorthSaying)
          .findFirst()
          .ifPresent(part -> costs(part, ctx));
    }
  }

  /** What is spoken of with more knowledge elsewhere. */
  private static boolean hasItsOwnRule(Change change) {
    return change instanceof ConvertCharacterSet
        || (change instanceof SetTableOptions set
            && (set.options().engine().isPresent() || set.options().rowFormat().isPresent()))
        || (change instanceof AddConstraint add && add.demand() == Demand.FOREIGN_KEY)
        || (change instanceof AddIndex index
            && (index.kind() == IndexKind.FULLTEXT || index.kind() == IndexKind.SPATIAL));
  }

  private static boolean isWorthSaying(Part part) {
    Effect effect = part.effect();
    return (effect.isLongAndBlocks() && !(part.change() instanceof AddIndex))
        || (effect.rewrites()
            && (part.change() instanceof Reorganize
                || part.change() instanceof AddConstraint
                || part.change() instanceof DropPrimaryKey));
  }

  private void costs(Part part, Context ctx) {
    boolean blocks = part.effect().blocksWrites();
    ctx.report(
        blocks ? Severity.WARNING : Severity.NOTE,
        blocks ? Hazard.BLOCKS : Hazard.NONE,
        part.change().span(),
        ctx.target() + " " + part.effect().text() + why(part) + ".",
        advice(part, ctx));
  }

  private static String why(Part part) {
    return switch (part.operation()) {
      case "add_column_table_with_fulltext" -> ", because the table has a FULLTEXT index";
      case "add_column_table_myisam" -> ", because the table is not kept by InnoDB";
      default -> "";
    };
  }

  private static String advice(Part part, Context ctx) {
    if (!part.effect().blocksWrites()) {
      return "It takes longer the larger the table is: plan for the time, and for free disk space of the size of the table.";
    }
    return switch (part.operation()) {
      case "drop_primary_key" ->
          "Drop the key and add the new one in a single ALTER TABLE: then " + inPlace(ctx) + ".";
      case "add_check" -> check(ctx);
      default ->
          "Run it when few write to the table, or let pt-online-schema-change or gh-ost copy it in the background.";
    };
  }

  private static String inPlace(Context ctx) {
    return ctx.target()
        + " "
        + ctx.effect("swap_primary_key").map(Effect::text).orElse("works in place");
  }

  private static String check(Context ctx) {
    String refusal =
        ctx.effect("add_check_violated")
            .flatMap(Effect::error)
            .map(error -> "It is refused with error " + error + " if one row violates it. ")
            .orElse("");
    return refusal
        + "There is no cheaper way to have it checked: run it when few write to the table.";
  }

  private static Optional<ExecutionOption> askedToBlock(Context ctx) {
    return ctx.statement().changes().stream()
        .filter(ExecutionOption.class::isInstance)
        .map(ExecutionOption.class::cast)
        .filter(
            o ->
                switch (o.kind()) {
                  case ALGORITHM -> o.value().equals("COPY");
                  case LOCK -> o.value().equals("SHARED") || o.value().equals("EXCLUSIVE");
                  case WAIT -> false;
                })
        .findFirst();
  }

  private void asked(ExecutionOption option, AlterCost cost, Context ctx) {
    boolean copies = option.kind() == ExecutionOption.Kind.ALGORITHM;
    Optional<Effect> copy = ctx.effect(COPY);
    boolean blocks = !copies || copy.filter(e -> !e.blocksWrites()).isEmpty();
    String waiting = option.value().equals("SHARED") ? "writes wait" : "reads and writes wait";
    ctx.report(
        blocks ? Severity.WARNING : Severity.NOTE,
        blocks ? Hazard.BLOCKS : Hazard.NONE,
        option.span(),
        copies
            ? "As told, " + ctx.target() + " " + copy.map(Effect::text).orElse("copies it") + "."
            : "LOCK=" + option.value() + ": " + waiting + " until the statement is done.",
        "Leave the clause out: then "
            + cost.effect()
                .map(e -> ctx.target() + " " + e.text())
                .orElse("the server takes the cheapest way that it knows")
            + ".");
  }
}
