package dev.tiptoe.ddl;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.MakesRequired;
import dev.tiptoe.ddl.Change.OfTable;
import dev.tiptoe.ddl.Change.Scope;
import dev.tiptoe.ddl.Change.Validity;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;

/** A change of a key or another constraint. */
public sealed interface ConstraintChange extends Change {

  /**
   * A constraint on existing columns; those inside a new column's definition are its clauses.
   *
   * @param name as written; empty if the server chooses it
   * @param columns the constrained columns; of a CHECK the names that occur in its condition
   * @param proven the columns that it proves to be not null
   * @param reference what a foreign key points to
   * @param usingIndex the index that becomes a key's own; of a foreign key the name of the index
   *     that MySQL makes for it
   */
  record AddConstraint(
      Name table,
      Scope scope,
      Demand demand,
      Optional<Name> name,
      List<Name> columns,
      List<Name> proven,
      Optional<Reference> reference,
      Optional<Name> usingIndex,
      Validity validity,
      Span span)
      implements ConstraintChange, MakesRequired {
    /** Whether the rows that are there are held against it. */
    public boolean isValidated() {
      return validity == Validity.VALIDATED;
    }

    @Override
    public Optional<Name> requiredColumn() {
      return demand == Demand.NOT_NULL && isValidated()
          ? columns.stream().findFirst()
          : Optional.empty();
    }
  }

  record ValidateConstraint(Name table, Name constraint, Span span)
      implements ConstraintChange, OfTable {}

  record RenameConstraint(Name table, Name constraint, Name newName, Span span)
      implements ConstraintChange, OfTable {}

  record DropConstraint(
      Name table, Name constraint, Existence existence, DropBehavior behavior, Span span)
      implements ConstraintChange, OfTable, MakesOrDrops {}

  /** MySQL's DROP PRIMARY KEY. */
  record DropPrimaryKey(Name table, Span span) implements ConstraintChange, OfTable {}
}
