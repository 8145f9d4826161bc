package dev.tiptoe.ddl;

import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.OfTable;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.IndexChange.AddIndex;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A change of a table as a whole. */
public sealed interface TableChange extends Change {

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
      implements TableChange, OfTable, MakesOrDrops {}

  /**
   * DROP TABLE.
   *
   * @param traits those that it must have; another table of the name stays
   */
  record DropTable(
      Name table, Existence existence, DropBehavior behavior, Set<TableTrait> traits, Span span)
      implements TableChange, OfTable, MakesOrDrops {}

  record RenameTable(Name table, Name newName, Span span) implements TableChange, OfTable {}

  /** ALTER TABLE ... SET SCHEMA. */
  record MoveTable(Name table, Name schema, Span span) implements TableChange, OfTable {}

  record AttachPartition(Name table, Name partition, Span span) implements TableChange, OfTable {}

  record DetachPartition(Name table, Name partition, Access access, Span span)
      implements TableChange, OfTable {}

  /** Options of a MySQL table; those that are empty stay as they are. */
  record SetTableOptions(Name table, TableOptions options, Span span)
      implements TableChange, OfTable {}

  /** MySQL's CONVERT TO CHARACTER SET, which reaches every column of text. */
  record ConvertCharacterSet(Name table, String characterSet, Optional<String> collation, Span span)
      implements TableChange, OfTable {}

  /** ALTER TABLE ... SET LOGGED or SET UNLOGGED. */
  record SetPersistence(Name table, Persistence persistence, Span span)
      implements TableChange, OfTable {
    /** Whether the table's rows outlive a crash of the server. */
    public enum Persistence {
      LOGGED,
      UNLOGGED
    }
  }

  /** What MySQL does to the rows of a table as a whole while its columns stay as they are. */
  record Reorganize(Name table, Action action, Span span) implements TableChange, OfTable {
    /** What becomes of the rows. */
    public enum Action {
      FORCE,
      ORDER_BY,
      PARTITION_BY,
      REMOVE_PARTITIONING,
      ADD_PARTITION,
      ADD_HASH_PARTITIONS,
      DROP_PARTITION,
      TRUNCATE_PARTITION,
      COALESCE_PARTITION,
      REORGANIZE_PARTITION,
      EXCHANGE_PARTITION,
      REBUILD_PARTITION,
      ADD_SYSTEM_VERSIONING
    }
  }

  /**
   * What MySQL is told of how to carry out the statement; where it cannot, the statement fails.
   *
   * @param value in upper case; of WAIT the seconds, 0 for NOWAIT
   */
  record ExecutionOption(Name table, Kind kind, String value, Span span)
      implements TableChange, OfTable {
    /** What is limited. */
    public enum Kind {
      ALGORITHM,
      LOCK,
      WAIT
    }
  }

  /** An action on a table that is known and changes nothing that is modelled. */
  record OtherTableAction(Name table, Span span) implements TableChange, OfTable {}
}
