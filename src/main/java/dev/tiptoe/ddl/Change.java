package dev.tiptoe.ddl;

import dev.tiptoe.text.Located;
import dev.tiptoe.text.Span;
import java.util.Optional;

/** One thing a statement does; an ALTER TABLE with three actions is three changes. */
public sealed interface Change extends Located
    permits TableChange,
        ColumnChange,
        ConstraintChange,
        IndexChange,
        TypeChange,
        ObjectChange,
        RowChange,
        MaintenanceChange,
        TriggerChange,
        SessionChange,
        Change.MakesRequired,
        Change.Neutral,
        Change.Other {

  /** A change of one table's definition or rows. */
  interface OfTable extends Located {
    Name table();
  }

  /** A change to the definition of an existing column. */
  interface OfColumn extends OfTable {
    /** The column, as it is named before the change. */
    Name column();
  }

  /** A change that makes or drops what may or may not be there. */
  interface MakesOrDrops extends Located {
    Existence existence();
  }

  /** A change after which an existing column may hold no NULL. */
  sealed interface MakesRequired extends Change, OfTable
      permits ColumnChange.SetNotNull, ColumnChange.RedefineColumn, ConstraintChange.AddConstraint {
    Scope scope();

    /** The column, as it is named before the change; empty if this one demands no such thing. */
    Optional<Name> requiredColumn();
  }

  /** How a table was named in an ALTER TABLE: with ONLY, or so that its absence is no error. */
  enum Scope {
    PLAIN,
    ONLY,
    IF_EXISTS,
    IF_EXISTS_ONLY;

    public boolean only() {
      return this == ONLY || this == IF_EXISTS_ONLY;
    }

    public boolean ifExists() {
      return this == IF_EXISTS || this == IF_EXISTS_ONLY;
    }
  }

  /**
   * Whether a statement minds that the thing it makes is there already, or that the one it drops is
   * not.
   */
  enum Existence {
    STRICT,
    TOLERANT
  }

  /** Whether a constraint holds for the rows that were there before it. */
  enum Validity {
    VALIDATED,
    NOT_VALID
  }

  /** What an index is for besides finding rows. */
  enum IndexKind {
    PLAIN,
    UNIQUE,
    FULLTEXT,
    SPATIAL
  }

  /** What a constraint demands. */
  enum Demand {
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY,
    CHECK,
    NOT_NULL,
    EXCLUDE
  }

  /** Whether a view keeps rows of its own. */
  enum ViewKind {
    PLAIN,
    MATERIALIZED
  }

  /** Which rows an UPDATE or a DELETE reaches. */
  enum Extent {
    ALL,
    SOME
  }

  /** A statement that is known and changes nothing that is modelled. */
  record Neutral(Span span) implements Change {}

  /**
   * What could not be read.
   *
   * @param table the table it is known to be about
   * @param reason why, fit for people
   */
  record Other(Reading reading, Optional<Name> table, String reason, Span span) implements Change {
    /** How much of it is in the dark. */
    public enum Reading {
      /** A string, comment or quoted name never ends, so everything after it is unread. */
      UNCLOSED,
      /** This statement or action alone. */
      NOT_UNDERSTOOD,
      /** A body of code that runs but is not looked into. */
      OPAQUE
    }
  }
}
