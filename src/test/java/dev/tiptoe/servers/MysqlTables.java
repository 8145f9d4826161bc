package dev.tiptoe.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what rows have to respect in a MySQL or MariaDB database. */
final class MysqlTables {

  private static final String TABLES =
      """
      SELECT TABLE_NAME FROM information_schema.TABLES
      WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED')
      ORDER BY 1
      """;

  private static final String COLUMNS =
      """
      SELECT TABLE_NAME, COLUMN_NAME, LOWER(DATA_TYPE), COLUMN_TYPE,
             COALESCE(CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, 0), COALESCE(NUMERIC_SCALE, 0),
             IS_NULLABLE, LOWER(EXTRA), COALESCE(GENERATION_EXPRESSION, ''), COLUMN_DEFAULT
      FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()
      ORDER BY TABLE_NAME, ORDINAL_POSITION
      """;

  private static final String KEYS =
      """
      SELECT TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME, REFERENCED_TABLE_NAME,
             REFERENCED_COLUMN_NAME
      FROM information_schema.KEY_COLUMN_USAGE
      WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_SCHEMA = DATABASE()
      ORDER BY TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION
      """;

  private static final String MYSQL_CHECKS =
      """
      SELECT c.TABLE_NAME, k.CHECK_CLAUSE
      FROM information_schema.TABLE_CONSTRAINTS c
      JOIN information_schema.CHECK_CONSTRAINTS k
        ON k.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND k.CONSTRAINT_NAME = c.CONSTRAINT_NAME
      WHERE c.CONSTRAINT_SCHEMA = DATABASE() AND c.CONSTRAINT_TYPE = 'CHECK'
      """;

  private static final String MARIADB_CHECKS =
      """
      SELECT TABLE_NAME, CHECK_CLAUSE FROM information_schema.CHECK_CONSTRAINTS
      WHERE CONSTRAINT_SCHEMA = DATABASE()
      """;

  private static final Pattern QUOTED_NAME = Pattern.compile("`((?:[^`]|``)+)`");
  private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");

  private MysqlTables() {}

  static List<FillTable> read(Connection connection, boolean mariadb) throws SQLException {
    Map<String, FillTable> tables = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery(TABLES)) {
        while (row.next()) {
          tables.put(row.getString(1), new FillTable(row.getString(1), quoted(row.getString(1))));
        }
      }
      try (ResultSet row = statement.executeQuery(COLUMNS)) {
        while (row.next()) {
          if (tables.containsKey(row.getString(1))) {
            tables.get(row.getString(1)).columns().add(column(row));
          }
        }
      }
      readKeys(statement, tables);
      try (ResultSet row = statement.executeQuery(mariadb ? MARIADB_CHECKS : MYSQL_CHECKS)) {
        while (row.next()) {
          String text = unescaped(row.getString(2));
          tables.get(row.getString(1)).checks().add(new FillTable.Check(names(text), text));
        }
      }
    }
    return List.copyOf(tables.values());
  }

  private static FillColumn column(ResultSet row) throws SQLException {
    String type = row.getString(3);
    String full = row.getString(4);
    String extra = row.getString(8);
    FillColumn.Supplied supplied = FillColumn.Supplied.NOTHING;
    if (!row.getString(9).isEmpty()) {
      supplied = FillColumn.Supplied.ALWAYS;
    } else if (extra.contains("auto_increment")) {
      supplied = FillColumn.Supplied.A_NUMBER;
    } else if (row.getString(10) != null) {
      supplied = FillColumn.Supplied.A_DEFAULT;
    }
    return new FillColumn(
        row.getString(2),
        quoted(row.getString(2)),
        full.toLowerCase(Locale.ROOT).startsWith("tinyint(1)") ? "bool" : type,
        (int) Math.min(Integer.MAX_VALUE, row.getLong(5)),
        row.getInt(6),
        false,
        row.getString(7).equals("YES"),
        supplied,
        type.equals("enum") || type.equals("set") ? labels(full) : List.of());
  }

  private static void readKeys(Statement statement, Map<String, FillTable> tables)
      throws SQLException {
    Map<List<String>, FillTable.Key> keys = new LinkedHashMap<>();
    try (ResultSet row = statement.executeQuery(KEYS)) {
      while (row.next()) {
        String parent = row.getString(4);
        FillTable.Key key =
            keys.computeIfAbsent(
                List.of(row.getString(1), row.getString(2)),
                k -> new FillTable.Key(new ArrayList<>(), parent, new ArrayList<>()));
        key.columns().add(row.getString(3));
        key.referenced().add(row.getString(5));
      }
    }
    keys.forEach((k, key) -> tables.get(k.get(0)).foreignKeys().add(key));
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /** Undoes the way in which MySQL shows quotes within a CHECK. */
  private static String unescaped(String check) {
    return check.replace("\\'", "'");
  }

  private static List<String> names(String text) {
    return QUOTED_NAME
        .matcher(text)
        .results()
        .map(m -> m.group(1).replace("``", "`"))
        .distinct()
        .toList();
  }

  private static List<String> labels(String type) {
    List<String> labels = new ArrayList<>();
    for (Matcher label = LABEL.matcher(type); label.find(); ) {
      labels.add(label.group(1).replace("''", "'"));
    }
    return labels;
  }
}
