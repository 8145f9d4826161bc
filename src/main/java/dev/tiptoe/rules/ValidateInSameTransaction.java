package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.OfTable;
import dev.tiptoe.ddl.Change.Validity;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.ConstraintChange.ValidateConstraint;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A constraint that is validated in the transaction that adds it, or changes its table otherwise,
 * is checked under the lock of that change, as if NOT VALID had never been written.
 */
public final class ValidateInSameTransaction extends Rule<ValidateConstraint> {

  public ValidateInSameTransaction() {
    super(ValidateConstraint.class, Severity.WARNING, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(ValidateConstraint validate, Context ctx) {
    if (ctx.nobodyWaitsFor(validate.table())) {
      return;
    }
    List<Change> before =
        Stream.concat(SharedTransaction.earlier(ctx).stream(), Stream.of(ctx.statement()))
            .flatMap(s -> s.changes().stream())
            .filter(c -> locks(c, validate.table()))
            .toList();
    Optional<Change> added =
        before.stream().filter(c -> adds(c, validate.constraint())).findFirst();
    if (added.isPresent()) {
      report(
          added.get(), validate, validate.constraint() + " was added in the same transaction", ctx);
    } else if (!before.isEmpty()) {
      String message = validate.table() + " is locked by an earlier statement of the transaction";
      report(before.get(0), validate, message, ctx);
    }
  }

  /** Whether a change of the table holds a lock that the rows are then read under. */
  private static boolean locks(Change change, Name table) {
    return (change instanceof ColumnChange || change instanceof ConstraintChange)
        && !(change instanceof ValidateConstraint)
        && change instanceof OfTable of
        && of.table().sameLast(table);
  }

  private static boolean adds(Change change, Name constraint) {
    return change instanceof AddConstraint add
        && add.validity() == Validity.NOT_VALID
        && add.name().filter(constraint::sameLast).isPresent();
  }

  private static void report(
      Change before, ValidateConstraint validate, String message, Context ctx) {
    String operation =
        before instanceof AddConstraint add && add.demand() == Demand.FOREIGN_KEY
            ? "add_fk_not_valid_and_validate_one_transaction"
            : "add_check_not_valid_and_validate_one_transaction";
    boolean oneStatement = ctx.statement().span().covers(before.span());
    ctx.effect(operation)
        .ifPresent(
            effect ->
                ctx.report(
                    Severity.WARNING,
                    Hazard.BLOCKS,
                    validate.span(),
                    message
                        + (oneStatement ? "" : SharedTransaction.condition(ctx))
                        + ": "
                        + ctx.target()
                        + " "
                        + effect.text()
                        + ", as if NOT VALID had never been written.",
                    "Write VALIDATE CONSTRAINT into a migration of its own, so that the lock is gone before the rows are read."));
  }
}
