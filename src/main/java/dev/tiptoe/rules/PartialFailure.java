package dev.tiptoe.rules;

import static dev.tiptoe.sql.Dialect.MARIADB;
import static dev.tiptoe.sql.Dialect.MYSQL;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.MakesOrDrops;
import dev.tiptoe.ddl.Change.OfTable;
import dev.tiptoe.ddl.ColumnChange.RedefineColumn;
import dev.tiptoe.ddl.ColumnChange.RenameColumn;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.ConstraintChange.DropPrimaryKey;
import dev.tiptoe.ddl.IndexChange.AddIndex;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange.RenameTable;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.sql.Statement;
import java.util.List;

/** A statement that rows can make fail comes after others that are committed by then. */
public final class PartialFailure extends Rule<OfTable> {

  public PartialFailure() {
    super(OfTable.class, Severity.NOTE, MYSQL, MARIADB);
  }

  @Override
  protected void check(OfTable change, Context ctx) {
    if (!canFail(change, ctx)
        || ctx.schema().isNew(change.table())
        || ctx.schema().isWithoutRows(change.table())) {
      return;
    }
    long done = ctx.statements().stream().filter(s -> isDoneBefore(s, ctx)).count();
    if (done == 0 || !ctx.isFirst(id())) {
      return;
    }
    ctx.report(
        Severity.NOTE,
        Hazard.HISTORY,
        change.span(),
        "If an existing row makes this statement fail ("
            + cause(change)
            + "), "
            + (done == 1
                ? "the statement before it stays done: "
                : "the " + done + " statements before it stay done: ")
            + ctx.target().dialect().title()
            + " commits every such statement by itself.",
        (ctx.isPrisma()
                ? "Prisma stops with P3018, and every later deploy with P3009, until you have undone them by hand and run `prisma migrate resolve --rolled-back` with the migration's name. "
                : "A second run stops at what is done already, until somebody has undone that by hand. ")
            + "Put this statement into a migration of its own, so that it leaves nothing half done.");
  }

  private static boolean canFail(OfTable change, Context ctx) {
    if (change instanceof AddIndex index) {
      return Duplicates.arePossible(index, ctx) && meetsOldValues(index, index.columns(), ctx);
    }
    if (change instanceof AddConstraint add) {
      return add.isValidated() && breaksOnRows(add, ctx) && meetsOldValues(add, add.columns(), ctx);
    }
    return change instanceof RedefineColumn redefine
        && redefine.requiredColumn().isPresent()
        && ctx.schema()
            .column(redefine.table(), redefine.column())
            .filter(c -> c.nullability() == Nullability.NULLABLE && !c.isFilled())
            .isPresent();
  }

  /** Rows that met a key which this file drops meet one of the same name again. */
  private static boolean breaksOnRows(AddConstraint add, Context ctx) {
    return switch (add.demand()) {
      case FOREIGN_KEY ->
          ctx.schema().checksForeignKeys()
              && add.name().filter(name -> Duplicates.isDropped(name, ctx)).isEmpty();
      case UNIQUE -> Duplicates.arePossible(add, ctx);
      default -> true;
    };
  }

  private static String cause(OfTable change) {
    if (change instanceof RedefineColumn) {
      return "a NULL";
    }
    return change instanceof AddConstraint add
        ? switch (add.demand()) {
          case FOREIGN_KEY -> "one that points nowhere";
          case CHECK -> "one that breaks the condition";
          default -> "a duplicate";
        }
        : "a duplicate";
  }

  /** Whether it looks at values that were there before this file. */
  private static boolean meetsOldValues(OfTable change, List<Name> columns, Context ctx) {
    return !columns.stream().allMatch(column -> ctx.addedHere(change.table(), column).isPresent());
  }

  private static boolean isDoneBefore(Statement statement, Context ctx) {
    return statement.span().start() < ctx.statement().span().start()
        && statement.changes().stream().anyMatch(PartialFailure::cannotBeRepeated);
  }

  /** Whether it finds its own work done in a second run and fails. */
  private static boolean cannotBeRepeated(Change change) {
    if (change instanceof MakesOrDrops thing) {
      return thing.existence() == Existence.STRICT;
    }
    if (change instanceof RedefineColumn redefine) {
      return !redefine.column().sameLast(redefine.definition().name());
    }
    return change instanceof AddConstraint
        || change instanceof DropPrimaryKey
        || change instanceof RenameTable
        || change instanceof RenameColumn;
  }
}
