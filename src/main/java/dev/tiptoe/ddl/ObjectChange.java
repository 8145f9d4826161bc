package dev.tiptoe.ddl;

import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.ViewKind;
import dev.tiptoe.text.Span;

/** A change of what is no table: a schema, a view or a routine. */
public sealed interface ObjectChange extends Change {

  /** A schema of PostgreSQL or a database of MySQL. */
  record CreateSchema(Name schema, Existence existence, Span span) implements ObjectChange {}

  record DropSchema(Name schema, Existence existence, DropBehavior behavior, Span span)
      implements ObjectChange {}

  /** A view; tolerant if there may have been one before. */
  record CreateView(Name view, ViewKind kind, Existence existence, Span span)
      implements ObjectChange {}

  record RenameView(Name view, Name newName, Span span) implements ObjectChange {}

  record DropView(Name view, Existence existence, DropBehavior behavior, Span span)
      implements ObjectChange {}

  /** A function or procedure, whose body does nothing until it is called. */
  record CreateRoutine(Name routine, Volatility volatility, Span span) implements ObjectChange {}
}
