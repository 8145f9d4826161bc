package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.TableChange.CreateTable;
import dev.tiptoe.ddl.TableTrait;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.StyleRule;

/** Rows of a table without a primary key can be told apart by nobody, replication included. */
public final class RequirePrimaryKey extends StyleRule<CreateTable> {

  public RequirePrimaryKey() {
    super(CreateTable.class);
  }

  @Override
  protected void check(CreateTable create, Context ctx) {
    boolean other =
        create.partitionOf().isPresent()
            || create.traits().contains(TableTrait.TEMPORARY)
            || create.traits().contains(TableTrait.OPEN_ENDED);
    if (!other && Definitions.primaryKey(create).isEmpty() && !getsOneLater(create, ctx)) {
      report(
          create.table().span(),
          create.table().last() + " has no primary key.",
          "Add one: logical replication and row based binary logs find a row to update or delete by it"
              + (ctx.target().dialect().isMySqlLike()
                  ? ", and InnoDB keeps the rows in its order."
                  : "."),
          ctx);
    }
  }

  private static boolean getsOneLater(CreateTable create, Context ctx) {
    return ctx.laterStatements().stream()
        .flatMap(statement -> statement.changes().stream())
        .filter(Change.OfTable.class::isInstance)
        .filter(change -> ((Change.OfTable) change).table().sameLast(create.table()))
        .anyMatch(change -> !Definitions.primaryKey(change).isEmpty());
  }
}
