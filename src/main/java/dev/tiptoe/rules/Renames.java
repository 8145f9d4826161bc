package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.ColumnChange.RedefineColumn;
import dev.tiptoe.ddl.ColumnChange.RenameColumn;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.ObjectChange.CreateView;
import dev.tiptoe.ddl.TableChange.RenameTable;
import dev.tiptoe.lint.Context;
import dev.tiptoe.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** The new names that some statements give, among them names that others had before. */
record Renames(List<Change> changes) {

  /** Those of the statement looked at and of the later ones. */
  static Renames later(Context ctx) {
    return of(Stream.concat(Stream.of(ctx.statement()), ctx.laterStatements().stream()));
  }

  /** Those that happen at once, for whoever uses the database, with the statement looked at. */
  static Renames together(Context ctx) {
    return ctx.target().dialect().isMySqlLike() || ctx.transaction().isEmpty()
        ? of(Stream.of(ctx.statement()))
        : of(ctx.transaction().stream());
  }

  private static Renames of(Stream<Statement> statements) {
    return new Renames(statements.flatMap(s -> s.changes().stream()).toList());
  }

  /** Whether a table gets this name. */
  boolean isTaken(Name table) {
    return all(RenameTable.class).anyMatch(rename -> rename.newName().sameLast(table));
  }

  /** Whether the table of this name gets another. */
  boolean isLeft(Name table) {
    return all(RenameTable.class).anyMatch(rename -> rename.table().sameLast(table));
  }

  /** Whether a column of the table gets this name. */
  boolean isTaken(Name table, Name column) {
    return all(RenameColumn.class)
            .anyMatch(r -> r.table().sameLast(table) && r.newName().sameLast(column))
        || all(RedefineColumn.class)
            .filter(r -> r.table().sameLast(table) && !r.column().sameLast(column))
            .anyMatch(r -> r.definition().name().sameLast(column));
  }

  /**
   * Whether a view gets the name that queries know the table by, so that they go on as if nothing
   * had been renamed.
   */
  boolean isCoveredByView(Name table) {
    return all(CreateView.class)
        .anyMatch(create -> create.view().sameLast(table) || isOldName(create.view(), table));
  }

  private boolean isOldName(Name view, Name table) {
    return all(RenameTable.class)
        .anyMatch(r -> r.newName().sameLast(table) && r.table().sameLast(view));
  }

  private <T> Stream<T> all(Class<T> kind) {
    return changes.stream().filter(kind::isInstance).map(kind::cast);
  }
}
