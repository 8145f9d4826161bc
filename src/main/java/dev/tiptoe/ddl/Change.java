package dev.tiptoe.ddl;

import dev.tiptoe.text.Located;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
   * CREATE TABLE.
   *
   * @param constraints those that stand beside the columns; the others are the columns' clauses
   * @param partitionOf the table whose columns it shares as its partition
   */
  record CreateTable(
      Name table,
      Existence existence,
      Set<TableTrait> traits,
      List<ColumnDef> columns,
      List<AddConstraint> constraints,
      List<AddIndex> indexes,
      Optional<Name> partitionOf,
      TableOptions options,
      Span span)
      implements OfTable {}

  /**
   * DROP TABLE.
   *
   * @param traits those that it must have; another table of the name stays
   */
  record DropTable(
      Name table, Existence existence, DropBehavior behavior, Set<TableTrait> traits, Span span)
      implements OfTable {}

  record RenameTable(Name table, Name newName, Span span) implements OfTable {}

  /** ALTER TABLE ... SET SCHEMA. */
  record MoveTable(Name table, Name schema, Span span) implements OfTable {}

  record AttachPartition(Name table, Name partition, Span span) implements OfTable {}

  record DetachPartition(Name table, Name partition, Access access, Span span) implements OfTable {}

  /** Options of a MySQL table; those that are empty stay as they are. */
  record SetTableOptions(Name table, TableOptions options, Span span) implements OfTable {}

  /** MySQL's CONVERT TO CHARACTER SET, which reaches every column of text. */
  record ConvertCharacterSet(Name table, String characterSet, Optional<String> collation, Span span)
      implements OfTable {}

  record AddColumn(Name table, Scope scope, Existence existence, ColumnDef column, Span span)
      implements OfTable {}

  record DropColumn(Name table, Name column, Existence existence, DropBehavior behavior, Span span)
      implements OfTable {}

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
      implements MakesRequired {
    @Override
    public Optional<Name> requiredColumn() {
      return demand == Demand.NOT_NULL && validity == Validity.VALIDATED
          ? columns.stream().findFirst()
          : Optional.empty();
    }
  }

  record ValidateConstraint(Name table, Name constraint, Span span) implements OfTable {}

  record RenameConstraint(Name table, Name constraint, Name newName, Span span)
      implements OfTable {}

  record DropConstraint(
      Name table, Name constraint, Existence existence, DropBehavior behavior, Span span)
      implements OfTable {}

  /** MySQL's DROP PRIMARY KEY. */
  record DropPrimaryKey(Name table, Span span) implements OfTable {}

  /**
   * CREATE INDEX, ALTER TABLE ... ADD INDEX, or an index within a CREATE TABLE.
   *
   * @param name as written; empty if the server chooses it
   * @param scope whether ONLY keeps it from the table's partitions
   * @param method after USING, in lower case
   * @param others the columns that it depends on besides those of its parts
   */
  record AddIndex(
      Name table,
      Scope scope,
      IndexKind kind,
      Optional<Name> name,
      Existence existence,
      Access access,
      Optional<String> method,
      List<IndexPart> parts,
      Coverage coverage,
      List<Name> others,
      Span span)
      implements OfTable {

    /** The columns among its parts, be it only by a prefix. */
    public List<Name> columns() {
      return parts.stream().flatMap(p -> p.column().stream()).toList();
    }
  }

  /**
   * An index that is dropped.
   *
   * @param table the table it is on; empty on PostgreSQL, where it is not written
   */
  record DropIndex(
      Name index,
      Optional<Name> table,
      Existence existence,
      Access access,
      DropBehavior behavior,
      Span span)
      implements Change {}

  /** An index that is renamed; on PostgreSQL the table is not written. */
  record RenameIndex(Name index, Optional<Name> table, Name newName, Span span) implements Change {}

  /** An action on a table that is known and changes nothing that is modelled. */
  record OtherTableAction(Name table, Span span) implements OfTable {}

  record CreateEnum(Name type, List<String> values, Span span) implements Change {}

  /**
   * ALTER TYPE ... ADD VALUE.
   *
   * @param value the new value as a literal
   * @param side on which side of {@code neighbor} it goes; AFTER without one is the end
   */
  record AddEnumValue(
      Name type, String value, Existence existence, Side side, Optional<String> neighbor, Span span)
      implements Change {
    /** Where it goes. */
    public enum Side {
      BEFORE,
      AFTER
    }
  }

  record RenameEnumValue(Name type, String value, String newValue, Span span) implements Change {}

  /** A domain; required if it rejects NULL. */
  record CreateDomain(Name type, boolean required, boolean hasDefault, Span span)
      implements Change {}

  /** ALTER DOMAIN. */
  record AlterDomain(Name type, Action action, Span span) implements Change {
    /** What becomes of the domain. */
    public enum Action {
      SET_NOT_NULL,
      DROP_NOT_NULL,
      SET_DEFAULT,
      DROP_DEFAULT,
      ADD_CONSTRAINT,
      ADD_CONSTRAINT_NOT_VALID,
      OTHER
    }
  }

  /** An enum, a domain or another type that is renamed. */
  record RenameType(Name type, Name newName, Span span) implements Change {}

  /** An enum, a domain or another type that is dropped. */
  record DropType(Name type, Existence existence, DropBehavior behavior, Span span)
      implements Change {}

  /** A schema of PostgreSQL or a database of MySQL. */
  record CreateSchema(Name schema, Existence existence, Span span) implements Change {}

  record DropSchema(Name schema, Existence existence, DropBehavior behavior, Span span)
      implements Change {}

  /** Whether a view keeps rows of its own. */
  enum ViewKind {
    PLAIN,
    MATERIALIZED
  }

  /** A view; tolerant if there may have been one before. */
  record CreateView(Name view, ViewKind kind, Existence existence, Span span) implements Change {}

  record RenameView(Name view, Name newName, Span span) implements Change {}

  record DropView(Name view, Existence existence, DropBehavior behavior, Span span)
      implements Change {}

  /** A function or procedure, whose body is not looked into. */
  record CreateRoutine(Name routine, Span span) implements Change {}

  /**
   * A call whose effects are those of the routine's body.
   *
   * @param texts the arguments that are string literals, as they were written
   */
  record CallRoutine(Name routine, List<String> texts, Span span) implements Change {}

  /** Text put aside that an EXECUTE may run later: PREPARE, or a variable of the user's own. */
  record KeepText(Span span) implements Change {}

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
