package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.facts.RequiredColumnOutcome;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Sequel;
import dev.tiptoe.lint.Sequel.Stage;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL: makes a column NOT NULL while reads and writes go on. A constraint that is not valid
 * yet takes a moment, VALIDATE reads the table beside others, and what it has proved spares SET NOT
 * NULL the scan under which everybody waits. From 18 on the constraint itself is the NOT NULL.
 */
final class ProvenNotNull {

  private static final String REFUSE = "refuse NULL in new rows.";
  static final String VALIDATE = "look at all rows, while reads and writes go on.";

  private final Context ctx;
  private final String alterTable;
  private final String column;
  private final String constraint;
  private final boolean isNotNullItself;

  /** For a column whose NOT NULL the author gave this name, if any. */
  ProvenNotNull(
      Context ctx, String alterTable, Name table, Name column, Optional<String> constraint) {
    this.ctx = ctx;
    this.alterTable = alterTable;
    this.column = column.last();
    this.isNotNullItself = ctx.target().is(Dialect.POSTGRESQL, 18, 0, 0);
    this.constraint =
        constraint
            .filter(name -> isNotNullItself)
            .orElseGet(() -> ConstraintName.ofNotNull(table, column));
  }

  /** Whether a proof is of use to this server. */
  static boolean isOfUse(Target target) {
    return RequiredColumnOutcome.usesProof(target);
  }

  /**
   * The steps.
   *
   * @param first what is to be done before all rows are looked at
   * @param afterwards actions of ALTER TABLE that wait for the end
   */
  List<Sequel> sequels(List<Sequel> first, List<String> afterwards) {
    List<Sequel> sequels = new ArrayList<>();
    String dropNotNull = alterColumn() + ctx.keyword("DROP NOT NULL");
    sequels.add(
        new Sequel(
                Stage.REFUSE,
                REFUSE,
                alterTable
                    + " "
                    + ctx.keyword("ADD CONSTRAINT")
                    + " "
                    + constraint
                    + " "
                    + (isNotNullItself
                        ? ctx.keyword("NOT NULL") + " " + column
                        : ctx.keyword("CHECK")
                            + " ("
                            + column
                            + " "
                            + ctx.keyword("IS NOT NULL")
                            + ")")
                    + " "
                    + ctx.keyword("NOT VALID"))
            .withDown(
                isNotNullItself ? dropNotNull : dropConstraint(ctx.keyword("IF EXISTS") + " ")));
    sequels.addAll(first);
    sequels.add(
        new Sequel(
            Stage.VALIDATE,
            VALIDATE,
            alterTable + " " + ctx.keyword("VALIDATE CONSTRAINT") + " " + constraint));
    List<String> actions = new ArrayList<>(afterwards);
    if (!isNotNullItself) {
      sequels.add(
          new Sequel(
                  Stage.REQUIRE,
                  "make it NOT NULL. The check has proved it, so no row is read.",
                  alterColumn() + ctx.keyword("SET NOT NULL"))
              .withDown(dropNotNull));
      // In one statement with SET NOT NULL it would be gone before it could prove anything.
      actions.add(0, ctx.keyword("DROP CONSTRAINT") + " " + constraint);
    }
    if (!actions.isEmpty()) {
      sequels.add(
          new Sequel(
              Stage.REQUIRE,
              "do what had to wait until the column is NOT NULL.",
              alterTable + " " + String.join(", ", actions)));
    }
    return sequels;
  }

  private String alterColumn() {
    return alterTable + " " + ctx.keyword("ALTER COLUMN") + " " + column + " ";
  }

  private String dropConstraint(String ifExists) {
    return alterTable + " " + ctx.keyword("DROP CONSTRAINT") + " " + ifExists + constraint;
  }
}
