package dev.tiptoe.ddl;

import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.MakesRequired;
import dev.tiptoe.ddl.Change.OfColumn;
import dev.tiptoe.ddl.Change.OfTable;
import dev.tiptoe.ddl.Change.Scope;
import dev.tiptoe.text.Span;
import java.util.Optional;

/** A change of one column. */
public sealed interface ColumnChange extends Change {

  record AddColumn(Name table, Scope scope, Existence existence, ColumnDef column, Span span)
      implements ColumnChange, OfTable, MakesOrDrops {}

  record DropColumn(Name table, Name column, Existence existence, DropBehavior behavior, Span span)
      implements ColumnChange, OfTable, MakesOrDrops {}

  record RenameColumn(Name table, Name column, Name newName, Span span)
      implements ColumnChange, OfColumn {}

  /**
   * MySQL's MODIFY and CHANGE: the column gets this definition and loses what it does not repeat.
   */
  record RedefineColumn(Name table, Scope scope, Name column, ColumnDef definition, Span span)
      implements ColumnChange, OfColumn, MakesRequired {
    @Override
    public Optional<Name> requiredColumn() {
      return definition.has(Clause.Kind.NOT_NULL) && !definition.computed()
          ? Optional.of(column)
          : Optional.empty();
    }
  }

  record ChangeType(Name table, Name column, TypeName type, Optional<Span> using, Span span)
      implements ColumnChange, OfColumn {}

  record SetNotNull(Name table, Scope scope, Name column, Span span)
      implements ColumnChange, OfColumn, MakesRequired {
    @Override
    public Optional<Name> requiredColumn() {
      return Optional.of(column);
    }
  }

  record DropNotNull(Name table, Name column, Span span) implements ColumnChange, OfColumn {}

  record SetDefault(Name table, Name column, Span expression, Span span)
      implements ColumnChange, OfColumn {}

  record DropDefault(Name table, Name column, Span span) implements ColumnChange, OfColumn {}
}
