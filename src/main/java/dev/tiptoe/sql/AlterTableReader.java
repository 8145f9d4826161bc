package dev.tiptoe.sql;

import dev.tiptoe.ddl.Access;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.Scope;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.DropBehavior;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.ddl.TableOptions;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.text.Span;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Reads ALTER TABLE: its header, then each action alone, so that one that is not understood hides
 * no other.
 */
final class AlterTableReader {

  private final Cursor cursor;
  private final Consumer<Change> changes;

  AlterTableReader(Cursor cursor, Consumer<Change> changes) {
    this.cursor = cursor;
    this.changes = changes;
  }

  /** Reads what follows ALTER TABLE; false if there is no table name. */
  boolean read() {
    boolean ifExists = cursor.take("IF", "EXISTS");
    boolean only = cursor.take("ONLY");
    Optional<Name> table = cursor.takeName();
    if (table.isEmpty()) {
      return false;
    }
    cursor.takeSymbol('*');
    if (cursor.mySqlLike() && (cursor.peek("WAIT") || cursor.peek("NOWAIT"))) {
      ExecutionOptionReader.read(cursor, table.get()).ifPresent(changes);
    }
    Scope scope =
        ifExists
            ? (only ? Scope.IF_EXISTS_ONLY : Scope.IF_EXISTS)
            : (only ? Scope.ONLY : Scope.PLAIN);
    for (Cursor action : cursor.elements()) {
      if (cursor.mySqlLike() && ReorganizeReader.takesTheRest(action)) {
        new Action(cursor.part(action.at(), cursor.limit()), table.get(), scope).read();
        return true;
      }
      new Action(action, table.get(), scope).read();
    }
    return true;
  }

  /** One action of the statement. */
  private final class Action {
    private final Cursor in;
    private final Name table;
    private final Scope scope;
    private final int first;
    private final Span span;

    Action(Cursor in, Name table, Scope scope) {
      this.in = in;
      this.table = table;
      this.scope = scope;
      this.first = in.at();
      this.span = in.all(first);
    }

    void read() {
      if (in.mySqlLike() && (reorganize() || executionOption())) {
        return;
      }
      boolean known =
          in.take("ADD")
              ? add()
              : in.take("DROP")
                  ? drop()
                  : in.take("ALTER")
                      ? alter()
                      : in.take("MODIFY")
                          ? modify()
                          : in.take("CHANGE") ? change() : in.take("RENAME") ? rename() : other();
      if (!known) {
        in.moveTo(first);
        notUnderstood(span, "this part of the ALTER TABLE");
      }
    }

    private void notUnderstood(Span part, String what) {
      if (new DetailParser(in.target()).reads("ALTER TABLE t " + in.source(span))) {
        changes.accept(new TableChange.OtherTableAction(table, part));
      } else {
        changes.accept(
            new Change.Other(
                Change.Other.Reading.NOT_UNDERSTOOD,
                Optional.of(table),
                what + " is not understood",
                part));
      }
    }

    private boolean reorganize() {
      return accept(ReorganizeReader.read(in).map(a -> new TableChange.Reorganize(table, a, span)));
    }

    private boolean executionOption() {
      return accept(ExecutionOptionReader.read(in, table));
    }

    private boolean neutral() {
      changes.accept(new TableChange.OtherTableAction(table, span));
      return true;
    }

    private boolean add() {
      ConstraintReader constraint = new ConstraintReader(in, table, scope, first);
      if (constraint.startsHere()) {
        Optional<Change> read = constraint.read();
        read.ifPresent(changes);
        return read.isPresent();
      }
      in.take("COLUMN");
      Existence existence = in.take("IF", "NOT", "EXISTS") ? Existence.TOLERANT : Existence.STRICT;
      if (in.mySqlLike() && in.peekSymbol('(')) {
        int inside = in.at() + 1;
        for (Cursor element : in.part(inside, in.afterParenthesis() - 1).elements()) {
          ConstraintReader inner = new ConstraintReader(element, table, scope, element.at());
          Optional<Change> read =
              inner.startsHere()
                  ? inner.read()
                  : ColumnReader.read(element).map(c -> addColumn(c, existence, c.span()));
          if (read.isEmpty()) {
            return false;
          }
          read.ifPresent(changes);
        }
        return true;
      }
      Optional<ColumnDef> column = ColumnReader.read(in);
      column.ifPresent(
          c -> {
            changes.accept(addColumn(c, existence, span));
            reportUnknown(c);
          });
      return column.isPresent();
    }

    private Change addColumn(ColumnDef column, Existence existence, Span place) {
      return new ColumnChange.AddColumn(table, scope, existence, column, place);
    }

    private void reportUnknown(ColumnDef column) {
      column
          .clause(Clause.Kind.UNKNOWN)
          .ifPresent(c -> notUnderstood(c.span(), "this part of the column definition"));
    }

    private boolean drop() {
      if (in.take("CONSTRAINT")
          || in.take("FOREIGN", "KEY")
          || (in.mySqlLike() && in.take("CHECK"))) {
        Existence existence = in.takeIfExists();
        return accept(
            in.takeName()
                .map(
                    n ->
                        new ConstraintChange.DropConstraint(
                            table, n, existence, in.takeBehavior(), span)));
      }
      if (in.mySqlLike()) {
        if (in.take("PRIMARY", "KEY")) {
          return accept(Optional.of(new ConstraintChange.DropPrimaryKey(table, span)));
        }
        if (in.take("INDEX") || in.take("KEY")) {
          return dropIndex();
        }
        if (in.peek("SYSTEM")) {
          return neutral();
        }
      }
      in.take("COLUMN");
      Existence existence = in.takeIfExists();
      return accept(
          in.takeName()
              .map(n -> new ColumnChange.DropColumn(table, n, existence, in.takeBehavior(), span)));
    }

    private boolean dropIndex() {
      Existence existence = in.takeIfExists();
      return accept(
          in.takeName()
              .map(
                  n ->
                      new IndexChange.DropIndex(
                          n,
                          Optional.of(table),
                          existence,
                          Access.BLOCKING,
                          DropBehavior.RESTRICT,
                          span)));
    }

    private boolean alter() {
      if (in.mySqlLike() && (in.take("CONSTRAINT") || in.take("CHECK"))) {
        Optional<Name> constraint = in.takeName();
        return in.peek("ENFORCED")
            ? accept(constraint.map(n -> new ConstraintChange.ValidateConstraint(table, n, span)))
            : neutral();
      }
      if (in.take("CONSTRAINT") || in.take("INDEX")) {
        return neutral();
      }
      in.take("COLUMN");
      in.take("IF", "EXISTS");
      Optional<Name> column = in.takeName();
      return column.isPresent() && alterColumn(column.get());
    }

    private boolean alterColumn(Name column) {
      if (in.take("SET", "NOT", "NULL")) {
        return accept(Optional.of(new ColumnChange.SetNotNull(table, scope, column, span)));
      }
      if (in.take("DROP", "NOT", "NULL")) {
        return accept(Optional.of(new ColumnChange.DropNotNull(table, column, span)));
      }
      if (in.take("SET", "DEFAULT")) {
        return accept(
            Optional.of(new ColumnChange.SetDefault(table, column, in.all(in.at()), span)));
      }
      if (in.take("DROP", "DEFAULT")) {
        return accept(Optional.of(new ColumnChange.DropDefault(table, column, span)));
      }
      if (in.take("SET", "DATA", "TYPE") || in.take("TYPE")) {
        return changeType(column);
      }
      boolean known =
          in.peek("SET", "STATISTICS")
              || in.peek("SET", "STORAGE")
              || in.peek("SET", "COMPRESSION")
              || in.peek("SET", "GENERATED")
              || in.peek("SET", "EXPRESSION")
              || in.peek("SET", "VISIBLE")
              || in.peek("SET", "INVISIBLE")
              || (in.peek("SET") && in.peekSymbolAt(1, '('))
              || in.peek("SET", "INCREMENT")
              || in.peek("SET", "START")
              || in.peek("SET", "CACHE")
              || in.peek("RESET")
              || in.peek("RESTART")
              || in.peek("ADD", "GENERATED")
              || in.peek("DROP", "IDENTITY")
              || in.peek("DROP", "EXPRESSION")
              || in.peek("OPTIONS");
      return known && neutral();
    }

    private boolean changeType(Name column) {
      Optional<TypeName> type = TypeReader.read(in);
      if (type.isEmpty()) {
        return false;
      }
      if (in.take("COLLATE")) {
        in.takeName();
      }
      Optional<Span> using =
          in.take("USING") ? Optional.of(in.all(in.at())) : Optional.<Span>empty();
      changes.accept(new ColumnChange.ChangeType(table, column, type.get(), using, span));
      return true;
    }

    private boolean modify() {
      if (in.peek("PARTITION")) {
        return neutral();
      }
      in.take("COLUMN");
      in.take("IF", "EXISTS");
      int from = in.at();
      Optional<Name> column = in.takeName();
      in.moveTo(from);
      return column.isPresent() && redefine(column.get(), ColumnReader.read(in));
    }

    private boolean change() {
      in.take("COLUMN");
      in.take("IF", "EXISTS");
      Optional<Name> column = in.takeName();
      return column.isPresent() && redefine(column.get(), ColumnReader.read(in));
    }

    private boolean redefine(Name column, Optional<ColumnDef> definition) {
      definition.ifPresent(
          d -> {
            changes.accept(new ColumnChange.RedefineColumn(table, scope, column, d, span));
            reportUnknown(d);
          });
      return definition.isPresent();
    }

    private boolean rename() {
      if (in.take("CONSTRAINT")) {
        return renamed((old, n) -> new ConstraintChange.RenameConstraint(table, old, n, span));
      }
      if (in.take("INDEX") || (in.mySqlLike() && in.take("KEY"))) {
        return renamed((old, n) -> new IndexChange.RenameIndex(old, Optional.of(table), n, span));
      }
      if (in.take("TO") || (in.mySqlLike() && (in.take("AS") || in.takeSymbol('=')))) {
        return accept(in.takeName().map(n -> new TableChange.RenameTable(table, n, span)));
      }
      in.take("COLUMN");
      in.take("IF", "EXISTS");
      Optional<Name> column = in.takeName();
      if (column.isPresent() && in.take("TO")) {
        return accept(
            in.takeName().map(n -> new ColumnChange.RenameColumn(table, column.get(), n, span)));
      }
      // MySQL renames the table without TO as well.
      return in.mySqlLike()
          && in.atEnd()
          && accept(column.map(n -> new TableChange.RenameTable(table, n, span)));
    }

    private boolean renamed(BiFunction<Name, Name, Change> change) {
      in.takeIfExists();
      Optional<Name> old = in.takeName();
      return old.isPresent()
          && in.take("TO")
          && accept(in.takeName().map(n -> change.apply(old.get(), n)));
    }

    private boolean other() {
      if (in.take("VALIDATE", "CONSTRAINT")) {
        return accept(
            in.takeName().map(n -> new ConstraintChange.ValidateConstraint(table, n, span)));
      }
      if (in.take("CONVERT", "TO")) {
        return convert();
      }
      if (!in.mySqlLike() && accept(WholeTableReader.read(in, table, span))) {
        return true;
      }
      if (!TableActions.isKnown(in)) {
        return false;
      }
      return in.mySqlLike() ? tableOptions() : neutral();
    }

    /** Options stand side by side without commas, and the partitioning may follow them. */
    private boolean tableOptions() {
      TableOptions options = TableOptionsReader.read(in);
      boolean known =
          !options.isEmpty()
              && accept(Optional.of(new TableChange.SetTableOptions(table, options, span)));
      return reorganize() || known || neutral();
    }

    private boolean convert() {
      TableOptions options = TableOptionsReader.read(in);
      return accept(
          options
              .characterSet()
              .map(c -> new TableChange.ConvertCharacterSet(table, c, options.collation(), span)));
    }

    private boolean accept(Optional<? extends Change> change) {
      change.ifPresent(changes);
      return change.isPresent();
    }
  }
}
