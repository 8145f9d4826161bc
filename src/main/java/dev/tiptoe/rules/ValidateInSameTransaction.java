package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.Validity;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.ConstraintChange.ValidateConstraint;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Dialect;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A constraint that is validated in the transaction that adds it is checked under the lock that it
 * was added with, as if NOT VALID had never been written.
 */
public final class ValidateInSameTransaction extends Rule<ValidateConstraint> {

  public ValidateInSameTransaction() {
    super(ValidateConstraint.class, Severity.WARNING, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(ValidateConstraint validate, Context ctx) {
    if (!ctx.nobodyWaitsFor(validate.table())) {
      added(validate, ctx).ifPresent(add -> report(add, validate, ctx));
    }
  }

  private static Optional<AddConstraint> added(ValidateConstraint validate, Context ctx) {
    return Stream.concat(SharedTransaction.earlier(ctx).stream(), Stream.of(ctx.statement()))
        .flatMap(s -> s.changes().stream())
        .filter(AddConstraint.class::isInstance)
        .map(AddConstraint.class::cast)
        .filter(
            add ->
                add.validity() == Validity.NOT_VALID
                    && add.name().filter(validate.constraint()::sameLast).isPresent())
        .findFirst();
  }

  private static void report(AddConstraint add, ValidateConstraint validate, Context ctx) {
    String operation =
        add.demand() == Demand.FOREIGN_KEY
            ? "add_fk_not_valid_and_validate_one_transaction"
            : "add_check_not_valid_and_validate_one_transaction";
    boolean oneStatement = ctx.statement().span().covers(add.span());
    ctx.effect(operation)
        .ifPresent(
            effect ->
                ctx.report(
                    Severity.WARNING,
                    Hazard.BLOCKS,
                    validate.span(),
                    validate.constraint()
                        + " was added in the same transaction"
                        + (oneStatement ? "" : SharedTransaction.condition(ctx))
                        + ": "
                        + ctx.target()
                        + " "
                        + effect.text()
                        + ", as if it had been added without NOT VALID.",
                    "Write VALIDATE CONSTRAINT into a migration of its own, so that the lock is gone before the rows are read."));
  }
}
