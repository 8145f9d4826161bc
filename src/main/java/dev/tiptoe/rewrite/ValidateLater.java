package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.ConstraintChange.DropConstraint;
import dev.tiptoe.ddl.ConstraintChange.RenameConstraint;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.lint.Sequel;
import dev.tiptoe.lint.Sequel.Stage;
import dev.tiptoe.schema.Table;
import dev.tiptoe.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A constraint that is added as NOT VALID, which takes a moment, and validated in a transaction of
 * its own, which locks next to nobody out.
 *
 * @param fix what writes it
 * @param plan what is done about it, or what a person has to do
 */
public record ValidateLater(Optional<Fix> fix, String plan) {

  private static final String FORM =
      "Added as NOT VALID it takes a moment, and VALIDATE CONSTRAINT reads the rows afterwards while reads and writes go on";

  /** For an action of the statement that is looked at. */
  public static ValidateLater of(Context ctx, AddConstraint add) {
    Optional<String> obstacle = obstacle(ctx, add);
    if (obstacle.isPresent()) {
      return new ValidateLater(Optional.empty(), FORM + obstacle.get());
    }
    TextEdit notValid = TextEdit.insert(add.span().end(), " " + ctx.keyword("NOT VALID"));
    String validate =
        StatementWriter.alterTable(ctx, add.scope(), add.table())
            + " "
            + ctx.keyword("VALIDATE CONSTRAINT")
            + " "
            + add.name().orElseThrow();
    if (Split.isAsked(ctx)) {
      return new ValidateLater(
          Optional.of(
              new Fix(
                  "validate it in a later migration",
                  Fix.Safety.SAFE,
                  List.of(notValid),
                  List.of(new Sequel(Stage.VALIDATE, "check the rows that are there.", validate)))),
          FORM + ": --fix writes both.");
    }
    StatementWriter writer = new StatementWriter(ctx);
    List<TextEdit> edits = new ArrayList<>(List.of(notValid));
    edits.addAll(writer.after(List.of(writer.ended(validate))));
    Concurrently form =
        Concurrently.of(ctx, FORM, "validate it in a transaction of its own", edits);
    return form.fix().isPresent()
        ? new ValidateLater(form.fix(), FORM + ": --fix writes both.")
        : new ValidateLater(Optional.empty(), FORM + elsewhere(ctx));
  }

  private static String elsewhere(Context ctx) {
    return ", but only in a transaction of its own: write it into the next migration"
        + (ctx.splitRefusal().isEmpty() ? " (--fix --steps split does)." : ".");
  }

  /** Why it cannot be written, and what to do, as the end of a sentence. */
  private static Optional<String> obstacle(Context ctx, AddConstraint add) {
    if (isRefused(ctx, add)) {
      return Optional.of(
          "; "
              + ctx.target()
              + " refuses that on a partitioned table: add it to each partition so.");
    }
    if (add.name().isEmpty()) {
      return Optional.of("; that takes a name: write ADD CONSTRAINT with one.");
    }
    if (countOfSuch(ctx) > 1) {
      return Optional.of("; write a statement of its own for each constraint.");
    }
    if (isChangedLater(ctx, add.table(), add.name().get())) {
      return Optional.of(
          "; a later statement of this file changes the table's name or the constraint.");
    }
    return (Split.isAsked(ctx) ? splitObstacle(ctx) : ctx.obstacle())
        .map(o -> ". " + Backfill.nothingWritten(o));
  }

  private static Optional<String> splitObstacle(Context ctx) {
    return ctx.splitRefusal()
        .or(
            () ->
                ctx.changesSession()
                    ? Optional.of(
                        "the file sets search_path, which migrations after it would not have; write names with their schema")
                    : Optional.empty());
  }

  private static boolean isRefused(Context ctx, AddConstraint add) {
    return add.demand() == Demand.FOREIGN_KEY
        && ctx.schema().table(add.table()).filter(Table::isPartitioned).isPresent()
        && ctx.effect("add_fk_not_valid_on_partitioned_child_table")
            .filter(Effect::fails)
            .isPresent();
  }

  private static long countOfSuch(Context ctx) {
    return ctx.statement().changes().stream()
        .filter(
            c ->
                c instanceof AddConstraint constraint
                    && constraint.validity() == Change.Validity.VALIDATED
                    && (constraint.demand() == Demand.FOREIGN_KEY
                        || constraint.demand() == Demand.CHECK))
        .count();
  }

  private static boolean isChangedLater(Context ctx, Name table, Name constraint) {
    return ctx.statements().stream()
        .filter(s -> s.span().start() >= ctx.statement().span().start())
        .flatMap(s -> s.changes().stream())
        .anyMatch(
            c ->
                (c instanceof TableChange.RenameTable rename && rename.table().sameLast(table))
                    || (c instanceof TableChange.MoveTable move && move.table().sameLast(table))
                    || (c instanceof TableChange.DropTable drop && drop.table().sameLast(table))
                    || (c instanceof DropConstraint gone
                        && gone.constraint().sameLast(constraint)
                        && gone.span().start() > ctx.statement().span().end())
                    || (c instanceof RenameConstraint other
                        && other.constraint().sameLast(constraint)));
  }
}
