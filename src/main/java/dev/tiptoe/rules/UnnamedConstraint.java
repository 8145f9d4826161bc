package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.StyleRule;

/** A name that the server chose is hard to foretell when the constraint shall go. */
public final class UnnamedConstraint extends StyleRule<Change> {

  private static final String ADVICE =
      "Write CONSTRAINT and a name before it, for the migration that changes or drops it and for the reader of an error.";

  public UnnamedConstraint() {
    super(Change.class);
  }

  @Override
  protected void check(Change change, Context ctx) {
    for (AddConstraint constraint : Definitions.constraints(change)) {
      if (constraint.name().isEmpty()
          && constraint.usingIndex().isEmpty()
          && constraint.demand() != Demand.PRIMARY_KEY
          && constraint.demand() != Demand.NOT_NULL) {
        report(constraint.span(), "This constraint has no name of its own.", ADVICE, ctx);
      }
    }
    for (ColumnDef column : Definitions.columns(change)) {
      for (Clause clause : column.clauses()) {
        if (isConstraint(clause) && clause.constraint().isEmpty()) {
          report(
              clause.span(),
              "This constraint of " + column.name().last() + " has no name of its own.",
              ADVICE,
              ctx);
        }
      }
    }
  }

  private static boolean isConstraint(Clause clause) {
    return switch (clause.kind()) {
      case UNIQUE, CHECK, REFERENCES -> true;
      default -> false;
    };
  }
}
