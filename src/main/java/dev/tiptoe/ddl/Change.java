package dev.tiptoe.ddl;

import dev.tiptoe.text.Located;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;

/** One thing a statement does; an ALTER TABLE with three actions is three changes. */
public sealed interface Change extends Located {

  /** A change of one table's definition or rows. */
  sealed interface OfTable extends Change {
    Name table();
  }

  /** A change to the definition of an existing column. */
  sealed interface OfColumn extends OfTable {
    /** The column, as it is named before the change. */
    Name column();
  }

  /** A change after which an existing column may hold no NULL. */
  sealed interface MakesRequired extends OfTable {
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

  /**
   * @param primaryKey its columns, whether the key stands beside them or in the definition of one
   */
  record CreateTable(
      Name table, Existence existence, List<ColumnDef> columns, List<Name> primaryKey, Span span)
      implements OfTable {}

  record DropTable(Name table, Span span) implements OfTable {}

  record RenameTable(Name table, Name newName, Span span) implements OfTable {}

  record AddColumn(Name table, Scope scope, Existence existence, ColumnDef column, Span span)
      implements OfTable {}

  record DropColumn(Name table, Name column, Span span) implements OfTable {}

  record RenameColumn(Name table, Name column, Name newName, Span span) implements OfColumn {}

  /**
   * MySQL's MODIFY and CHANGE: the column gets this definition and loses what it does not repeat.
   */
  record RedefineColumn(Name table, Scope scope, Name column, ColumnDef definition, Span span)
      implements OfColumn, MakesRequired {
    @Override
    public Optional<Name> requiredColumn() {
      return definition.has(Clause.Kind.NOT_NULL) && !definition.computed()
          ? Optional.of(column)
          : Optional.empty();
    }
  }

  record ChangeType(Name table, Name column, TypeName type, Optional<Span> using, Span span)
      implements OfColumn {}

  record SetNotNull(Name table, Scope scope, Name column, Span span)
      implements OfColumn, MakesRequired {
    @Override
    public Optional<Name> requiredColumn() {
      return Optional.of(column);
    }
  }

  record DropNotNull(Name table, Name column, Span span) implements OfColumn {}

  record SetDefault(Name table, Name column, Span expression, Span span) implements OfColumn {}

  record DropDefault(Name table, Name column, Span span) implements OfColumn {}

  /**
   * A constraint on existing columns; those inside a new column's definition are its clauses.
   *
   * @param name as written; empty if the server chooses it
   * @param columns the constrained columns; of a CHECK the names that occur in its condition
   * @param proven the columns that it proves to be not null
   */
  record AddConstraint(
      Name table,
      Scope scope,
      Demand demand,
      Optional<Name> name,
      List<Name> columns,
      List<Name> proven,
      Validity validity,
      Span span)
      implements MakesRequired {
    @Override
    public Optional<Name> requiredColumn() {
      return demand == Demand.NOT_NULL && validity == Validity.VALIDATED
          ? columns.stream().findFirst()
          : Optional.empty();
    }
  }

  record ValidateConstraint(Name table, Name constraint, Span span) implements OfTable {}

  record DropConstraint(Name table, Name constraint, Span span) implements OfTable {}

  record AddIndex(Name table, IndexKind kind, List<Name> columns, Span span) implements OfTable {}

  /** An action on a table that is known and changes nothing that is modelled. */
  record OtherTableAction(Name table, Span span) implements OfTable {}

  record CreateEnum(Name type, List<String> values, Span span) implements Change {}

  /** A domain; required if it rejects NULL. */
  record CreateDomain(Name type, boolean required, boolean hasDefault, Span span)
      implements Change {}

  /** Which rows an UPDATE or a DELETE reaches. */
  enum Extent {
    ALL,
    SOME
  }

  /** INSERT, COPY or LOAD into a table. */
  record InsertRows(Name table, Span span) implements OfTable {}

  /**
   * UPDATE.
   *
   * @param columns the columns to which it gives a value other than NULL
   * @param nullColumns the columns of which it reaches every row that has NULL in them
   */
  record UpdateRows(
      Name table, List<Name> columns, Extent extent, List<Name> nullColumns, Span span)
      implements OfTable {}

  /**
   * DELETE.
   *
   * @param nullColumns the columns of which it takes every row that has NULL in them
   */
  record DeleteRows(Name table, Extent extent, List<Name> nullColumns, Span span)
      implements OfTable {}

  /** TRUNCATE of one table. */
  record Truncate(Name table, Span span) implements OfTable {}

  /** BEGIN, COMMIT, ROLLBACK. */
  record Transaction(Step step, Span span) implements Change {
    /** What it does to the open transaction. */
    public enum Step {
      BEGIN,
      COMMIT,
      ROLLBACK
    }
  }

  /** SET of a session variable, such as search_path or sql_mode. */
  record SetVariable(String variable, String value, Span span) implements Change {}

  /** USE of another MySQL database. */
  record UseDatabase(Name database, Span span) implements Change {}

  /** A statement that is known and changes nothing that is modelled. */
  record Neutral(Span span) implements Change {}

  /**
   * What could not be read.
   *
   * @param reason why, fit for people
   */
  record Other(Reading reading, String reason, Span span) implements Change {
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
