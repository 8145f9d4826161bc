package dev.tiptoe.servers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Offers each ALTER the algorithms and locks from the cheapest on and sees which the server takes;
 * a refusal leaves the table as it was.
 */
final class MysqlObserver extends StatementObserver {

  /** Not supported in this way, also because the table was altered instantly too often. */
  private static final Set<Integer> REFUSALS = Set.of(1845, 1846, 4092);

  private final boolean mariadb;
  private final Set<String> known;
  private int transaction;

  MysqlObserver(Database database) throws SQLException {
    super(database.connect());
    this.mariadb = database.server().dialect().equals("mariadb");
    this.known = tables();
  }

  @Override
  void begin(Mode mode) {
    // A transaction would say nothing: the next ALTER commits it.
  }

  @Override
  void finish(List<Observation> seen) {}

  @Override
  Observation observe(String sql) throws SQLException {
    transaction++;
    try {
      Map<String, String> before = storage();
      AlterWays ways = AlterWays.of(sql, mariadb);
      Taken taken = known.contains(ways.table()) ? cheapest(ways) : plain(ways);
      return new Observation(
          ScriptResult.SUCCESS,
          false,
          taken.way().algorithm(),
          taken.way().lock().isEmpty()
              ? Collections.emptySortedMap()
              : new TreeMap<>(Map.of(ways.table(), taken.way().lock())),
          Collections.emptySortedMap(),
          rewritten(before),
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          taken.changedRows(),
          transaction);
    } catch (SQLException e) {
      return Observation.failed(e, transaction);
    }
  }

  private record Taken(AlterWays.Way way, long changedRows) {}

  private Taken plain(AlterWays ways) throws SQLException {
    return new Taken(ways.said(), execute(ways.sql()));
  }

  private Taken cheapest(AlterWays ways) throws SQLException {
    for (AlterWays.Way way : ways.all()) {
      try {
        execute(ways.sql(way));
        return new Taken(way, 0);
      } catch (SQLException e) {
        if (!REFUSALS.contains(e.getErrorCode())) {
          break;
        }
      }
    }
    // What is wrong with it beside the way is told by the statement as it was written.
    return plain(ways);
  }

  /** The tables of every engine. */
  private Set<String> tables() throws SQLException {
    Set<String> tables = new HashSet<>();
    String sql =
        "SELECT TABLE_NAME FROM information_schema.TABLES"
            + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  /** What each table of InnoDB is stored as, its partitions together. */
  private Map<String, String> storage() throws SQLException {
    Map<String, String> storage = new HashMap<>();
    String tables = mariadb ? "INNODB_SYS_TABLES" : "INNODB_TABLES";
    String sql =
        "SELECT SUBSTRING(NAME, LENGTH(DATABASE()) + 2), TABLE_ID FROM information_schema."
            + tables
            + " WHERE NAME LIKE CONCAT(DATABASE(), '/%') ORDER BY NAME";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        String table = row.getString(1).split("#[pP]#", 2)[0];
        storage.merge(table, row.getString(2), (a, b) -> a + " " + b);
      }
    }
    return storage;
  }

  private SortedSet<String> rewritten(Map<String, String> before) throws SQLException {
    Map<String, String> after = storage();
    SortedSet<String> names = new TreeSet<>();
    for (String table : known) {
      boolean isStill = before.containsKey(table) && after.containsKey(table);
      if (isStill && !before.get(table).equals(after.get(table)) && hasRows(table)) {
        names.add(table);
      }
    }
    return names;
  }

  private boolean hasRows(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT 1 FROM `" + table + "` LIMIT 1")) {
      return row.next();
    }
  }
}
