package dev.tiptoe.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * The files, passes and locks of the tables in a PostgreSQL database, as one session sees them.
 *
 * @param tables by object number
 * @param indexes by name
 */
record PostgresState(Map<Long, Table> tables, Map<String, Index> indexes) {

  record Table(String name, boolean isView, long file, long bytes, long passes) {}

  record Index(long table, long file) {}

  /** From the weakest that is worth telling on; each but the first keeps writers out. */
  static final List<String> LOCKS =
      List.of(
          "SHARE UPDATE EXCLUSIVE",
          "SHARE",
          "SHARE ROW EXCLUSIVE",
          "EXCLUSIVE",
          "ACCESS EXCLUSIVE");

  private static final String TABLES =
      """
      SELECT c.oid,
             CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname,
             c.relkind = 'm',
             coalesce(pg_relation_filenode(c.oid), 0), coalesce(pg_relation_size(c.oid), 0),
             pg_stat_get_xact_numscans(c.oid)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't'
        AND n.nspname NOT IN ('pg_catalog', 'pg_toast', 'information_schema')
      """;

  private static final String INDEXES =
      """
      SELECT n.nspname || '.' || c.relname, i.indrelid, coalesce(pg_relation_filenode(c.oid), 0)
      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname NOT IN ('pg_catalog', 'pg_toast')
      """;

  private static final String HELD =
      """
      SELECT relation, mode FROM pg_locks
      WHERE pid = %d AND locktype = 'relation'
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      """;

  static PostgresState of(Connection connection) throws SQLException {
    Map<Long, Table> tables = new HashMap<>();
    Map<String, Index> indexes = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery(TABLES)) {
        while (row.next()) {
          tables.put(
              row.getLong(1),
              new Table(
                  row.getString(2),
                  row.getBoolean(3),
                  row.getLong(4),
                  row.getLong(5),
                  row.getLong(6)));
        }
      }
      try (ResultSet row = statement.executeQuery(INDEXES)) {
        while (row.next()) {
          indexes.put(row.getString(1), new Index(row.getLong(2), row.getLong(3)));
        }
      }
    }
    return new PostgresState(tables, indexes);
  }

  /** The strongest lock that a session has or waits for on each table, by object number. */
  static Map<Long, String> locks(Connection connection, int session) throws SQLException {
    Map<Long, String> locks = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(HELD.formatted(session))) {
      while (row.next()) {
        String mode = row.getString(2).replace("Lock", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        locks.merge(
            row.getLong(1),
            mode.toUpperCase(Locale.ROOT),
            (a, b) -> LOCKS.indexOf(a) < LOCKS.indexOf(b) ? b : a);
      }
    }
    locks.values().removeIf(mode -> !LOCKS.contains(mode));
    return locks;
  }

  /** Whether anybody may have to wait for a lock; a materialised view has no writers. */
  boolean matters(long table, String lock) {
    return tables.containsKey(table)
        && (!tables.get(table).isView() || lock.equals("ACCESS EXCLUSIVE"));
  }

  String name(long table) {
    return tables.get(table).name();
  }

  /** Of {@code known}, the tables that have a new file with rows in it. */
  SortedSet<String> rewritten(PostgresState after, Map<Long, Table> known) {
    return names(after, known, (old, now) -> now.file() != old.file());
  }

  /** Of {@code known}, the tables that were read from end to end. */
  SortedSet<String> scanned(PostgresState after, Map<Long, Table> known) {
    return names(after, known, (old, now) -> now.passes() > old.passes());
  }

  private SortedSet<String> names(
      PostgresState after, Map<Long, Table> known, BiPredicate<Table, Table> condition) {
    SortedSet<String> names = new TreeSet<>();
    after.tables.forEach(
        (oid, now) -> {
          // An empty file costs nothing, as after TRUNCATE.
          if (known.containsKey(oid) && now.bytes() > 0 && condition.test(tables.get(oid), now)) {
            names.add(name(oid));
          }
        });
    return names;
  }

  /** The indexes that have a new file while their table has the old one. */
  SortedSet<String> rebuilt(PostgresState after, Map<Long, Table> known) {
    SortedSet<String> names = new TreeSet<>();
    after.indexes.forEach(
        (name, now) -> {
          Index before = indexes.get(name);
          if (before != null
              && known.containsKey(now.table())
              && before.file() != now.file()
              && tables.get(now.table()).file() == after.tables.get(now.table()).file()) {
            names.add(name.startsWith("public.") ? name.substring(7) : name);
          }
        });
    return names;
  }
}
