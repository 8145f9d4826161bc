package dev.tiptoe.ddl;

import dev.tiptoe.ddl.Change.OfTable;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Work on tables, indexes and views that leaves their definitions and rows as they are, but may
 * keep others from them.
 */
public sealed interface MaintenanceChange extends Change {

  /**
   * VACUUM of PostgreSQL.
   *
   * @param tables empty for all of the database
   */
  record Vacuum(List<Name> tables, Depth depth, Span span) implements MaintenanceChange {
    /** Whether it writes the tables anew. */
    public enum Depth {
      PLAIN,
      FULL
    }
  }

  /**
   * CLUSTER.
   *
   * @param table empty for every table that was clustered before
   */
  record Cluster(Optional<Name> table, Span span) implements MaintenanceChange {}

  /**
   * REINDEX.
   *
   * @param name of what {@code reach} says; empty for the database at hand
   */
  record Reindex(Reach reach, Optional<Name> name, Access access, Span span)
      implements MaintenanceChange {
    /** Which indexes it builds anew: one, or all of this. */
    public enum Reach {
      INDEX,
      TABLE,
      SCHEMA,
      DATABASE,
      SYSTEM
    }
  }

  /** REFRESH MATERIALIZED VIEW. */
  record RefreshView(Name view, Access access, Rows rows, Span span) implements MaintenanceChange {
    /** What the view holds afterwards. */
    public enum Rows {
      QUERIED,
      /** WITH NO DATA: it cannot be read until the next one. */
      NONE
    }
  }

  /** SET TABLESPACE, which moves the files of one table, index or materialized view. */
  record SetTablespace(Kind kind, Name name, Name tablespace, Span span)
      implements MaintenanceChange {
    /** What is moved. */
    public enum Kind {
      TABLE,
      INDEX,
      VIEW
    }
  }

  /**
   * LOCK of one table.
   *
   * @param mode as the server names it: ACCESS EXCLUSIVE, or READ or WRITE on MySQL
   */
  record LockTable(Name table, String mode, Span span) implements MaintenanceChange, OfTable {}
}
