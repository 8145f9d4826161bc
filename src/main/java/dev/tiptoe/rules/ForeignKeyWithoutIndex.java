package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.ConstraintChange.DropConstraint;
import dev.tiptoe.ddl.Coverage;
import dev.tiptoe.ddl.IndexChange.AddIndex;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.Reference;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Dialect;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Without an index on the columns of a foreign key, each row that is deleted from the table it
 * points to costs a look at every row of this one.
 */
public final class ForeignKeyWithoutIndex extends Rule<AddConstraint> {

  public ForeignKeyWithoutIndex() {
    super(AddConstraint.class, Severity.NOTE, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(AddConstraint add, Context ctx) {
    boolean hasNone =
        add.demand() == Demand.FOREIGN_KEY
            && ctx.schema()
                .table(add.table())
                .filter(t -> !t.isNew() && t.isComplete())
                .filter(t -> !t.hasIndexStartingWith(add.columns()))
                .isPresent();
    if (hasNone
        && !ctx.isSmall(add.table())
        && isNew(add, ctx)
        && !isIndexedLater(add, ctx)
        && ForeignKeyTypeMismatch.mismatch(add, ctx).isEmpty()) {
      add.reference().ifPresent(reference -> report(add, reference, ctx));
    }
  }

  private static void report(AddConstraint add, Reference reference, Context ctx) {
    String columns = add.columns().stream().map(Name::last).collect(Collectors.joining(", "));
    ctx.report(
        Severity.NOTE,
        Hazard.NONE,
        add.span(),
        "No index of "
            + add.table()
            + " begins with "
            + columns
            + ": for each row that is deleted from "
            + reference.table()
            + ", "
            + ctx.target().dialect().title()
            + " scans the whole table.",
        "Create an index on "
            + add.table()
            + " ("
            + columns
            + "), unless hardly a row is ever deleted from "
            + reference.table()
            + ".");
  }

  /** Whether the file does not drop a key of this name first, to make it anew. */
  private static boolean isNew(AddConstraint add, Context ctx) {
    return changes(ctx)
        .noneMatch(
            c ->
                c instanceof DropConstraint drop
                    && drop.table().sameLast(add.table())
                    && add.name().filter(drop.constraint()::sameLast).isPresent());
  }

  private static boolean isIndexedLater(AddConstraint add, Context ctx) {
    return changes(ctx)
        .anyMatch(
            c ->
                (c instanceof AddIndex index
                        && index.table().sameLast(add.table())
                        && index.coverage() != Coverage.SOME_ROWS
                        && isStart(add.columns(), index.columns()))
                    || (c instanceof AddConstraint key
                        && key.table().sameLast(add.table())
                        && (key.demand() == Demand.PRIMARY_KEY || key.demand() == Demand.UNIQUE)
                        && isStart(add.columns(), key.columns())));
  }

  private static boolean isStart(List<Name> columns, List<Name> indexed) {
    return columns.size() <= indexed.size()
        && indexed.subList(0, columns.size()).stream()
            .allMatch(i -> columns.stream().anyMatch(i::sameLast));
  }

  private static Stream<Change> changes(Context ctx) {
    return ctx.statements().stream().flatMap(s -> s.changes().stream());
  }
}
