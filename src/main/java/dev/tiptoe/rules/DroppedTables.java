package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange.CreateTable;
import dev.tiptoe.ddl.TableChange.DropTable;
import dev.tiptoe.ddl.TableTrait;
import dev.tiptoe.lint.Context;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** The tables that a statement drops and that users may have rows in. */
record DroppedTables(List<DropTable> drops) {

  static DroppedTables of(Statement statement, Context ctx) {
    return new DroppedTables(
        drops(Stream.of(statement)).filter(drop -> !isHarmless(drop, ctx)).toList());
  }

  private static Stream<DropTable> drops(Stream<Statement> statements) {
    return statements
        .flatMap(s -> s.changes().stream())
        .filter(DropTable.class::isInstance)
        .map(DropTable.class::cast);
  }

  private static boolean isHarmless(DropTable drop, Context ctx) {
    Name table = drop.table();
    return drop.traits().contains(TableTrait.TEMPORARY)
        || ctx.schema().isNew(table)
        || ctx.schema().table(table).filter(Table::isTemporary).isPresent()
        || ((isReplaced(table, ctx) || isMadeAnew(table, ctx)) && ctx.isCopiedBefore(table))
        || isFreshStart(drop, ctx);
  }

  /**
   * DROP TABLE IF EXISTS before CREATE TABLE is how scripts make sure of a fresh start. One that
   * does so with a table that never was makes a database of its own, and names of its tables are
   * known by chance.
   */
  static boolean isFreshStart(DropTable drop, Context ctx) {
    return drop.existence() == Existence.TOLERANT
        && isMadeAnew(drop.table(), ctx)
        && drops(ctx.statements().stream())
            .anyMatch(
                other ->
                    other.existence() == Existence.TOLERANT
                        && ctx.schemaBefore().table(other.table()).isEmpty()
                        && isCreated(other.table(), ctx.statements()));
  }

  static boolean isMadeAnew(Name table, Context ctx) {
    return isCreated(table, ctx.laterStatements());
  }

  private static boolean isCreated(Name table, List<Statement> statements) {
    return statements.stream()
        .flatMap(s -> s.changes().stream())
        .anyMatch(c -> c instanceof CreateTable create && create.table().sameLast(table));
  }

  /** Whether another table takes the name. */
  static boolean isReplaced(Name table, Context ctx) {
    return Renames.later(ctx).isTaken(table);
  }
}
