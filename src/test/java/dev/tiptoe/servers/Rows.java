package dev.tiptoe.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Fills the tables of any schema with a few rows, and tells what is in them. */
public final class Rows {

  /** A table with fewer rows than asked for, and the server's reason. */
  public record Unfilled(String table, int rows, String reason) {}

  private Rows() {}

  /**
   * Inserts rows into every table, parents first, with NULL in a third of what may be NULL, and
   * returns the tables that did not get all of theirs; each row is committed.
   */
  public static List<Unfilled> fill(Connection connection, int rowsPerTable) throws SQLException {
    Literals literals = isPostgresql(connection) ? new PostgresLiterals() : new MysqlLiterals();
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(true);
    try {
      return new RowFiller(connection, literals, tables(connection)).fill(rowsPerTable);
    } finally {
      connection.setAutoCommit(autoCommit);
    }
  }

  /** Returns how many rows each table has. */
  public static SortedMap<String, Long> counts(Connection connection) throws SQLException {
    SortedMap<String, Long> counts = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      for (FillTable table : tables(connection)) {
        String sql = "SELECT count(*) FROM " + table.quoted();
        try (ResultSet row = statement.executeQuery(sql)) {
          row.next();
          counts.put(table.name(), row.getLong(1));
        }
      }
    }
    return counts;
  }

  /**
   * Returns the rows of a table as sorted text, with all columns in their order or only those
   * named, so that what a migration did to the other columns can be left out.
   */
  public static List<String> contents(Connection connection, String table, String... columns)
      throws SQLException {
    FillTable found =
        tables(connection).stream()
            .filter(t -> t.name().equals(table))
            .findFirst()
            .orElseThrow(() -> new SQLException("no table " + table));
    String selected =
        columns.length == 0
            ? "*"
            : List.of(columns).stream()
                .map(c -> found.column(c).quoted())
                .collect(Collectors.joining(", "));
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT " + selected + " FROM " + found.quoted())) {
      while (row.next()) {
        lines.add(line(row));
      }
    }
    Collections.sort(lines);
    return lines;
  }

  private static String line(ResultSet row) throws SQLException {
    ResultSetMetaData data = row.getMetaData();
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      String value = isBinary(data.getColumnType(i)) ? hex(row.getBytes(i)) : row.getString(i);
      values.add(data.getColumnLabel(i) + "=" + value);
    }
    return String.join(" | ", values);
  }

  /** Tells whether a value of this JDBC type may not be read as a text. */
  static boolean isBinary(int type) {
    return type == Types.BINARY
        || type == Types.VARBINARY
        || type == Types.LONGVARBINARY
        || type == Types.BLOB;
  }

  /** Returns bytes in hexadecimal digits, or null. */
  static String hex(byte[] bytes) {
    return bytes == null ? null : HexFormat.of().formatHex(bytes);
  }

  private static List<FillTable> tables(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return isPostgresql(connection)
        ? PostgresTables.read(connection)
        : MysqlTables.read(connection, product.equals("MariaDB"));
  }

  private static boolean isPostgresql(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
  }
}
