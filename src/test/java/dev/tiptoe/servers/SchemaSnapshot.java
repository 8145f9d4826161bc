package dev.tiptoe.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything a database's catalogue says about its schema, as sorted text; equal texts mean equal
 * schemas. How the rows happen to be stored is left out.
 *
 * @param entries what there is, such as {@code table public.users column 01 id}, and how it is
 *     defined
 */
public record SchemaSnapshot(SortedMap<String, String> entries) {

  /** Makes the entries unchangeable. */
  public SchemaSnapshot {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /** Reads the schema of the database that the connection is in. */
  public static SchemaSnapshot of(Connection connection) throws SQLException {
    return switch (connection.getMetaData().getDatabaseProductName()) {
      case "PostgreSQL" -> new SchemaSnapshot(PostgresSnapshot.read(connection));
      case "MariaDB" -> new SchemaSnapshot(MysqlSnapshot.read(connection, true));
      default -> new SchemaSnapshot(MysqlSnapshot.read(connection, false));
    };
  }

  /** Adds the rows of queries that return a key and a value each. */
  static SortedMap<String, String> collect(Connection connection, List<String> queries)
      throws SQLException {
    SortedMap<String, String> entries = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String query : queries) {
        try (ResultSet row = statement.executeQuery(query)) {
          while (row.next()) {
            String value = Objects.requireNonNullElse(row.getString(2), "").strip();
            if (entries.put(row.getString(1), value) != null) {
              throw new IllegalStateException("two entries for " + row.getString(1));
            }
          }
        }
      }
    }
    return entries;
  }

  /** Returns what is only here, after a minus, and what is only there, after a plus. */
  public List<String> difference(SchemaSnapshot there) {
    SortedSet<String> keys = new TreeSet<>(entries.keySet());
    keys.addAll(there.entries.keySet());
    List<String> lines = new ArrayList<>();
    for (String key : keys) {
      String before = entries.get(key);
      String after = there.entries.get(key);
      if (!Objects.equals(before, after)) {
        if (before != null) {
          lines.add("- " + line(key, before));
        }
        if (after != null) {
          lines.add("+ " + line(key, after));
        }
      }
    }
    return lines;
  }

  private static String line(String key, String value) {
    return value.isEmpty() ? key : key + ": " + value;
  }

  @Override
  public String toString() {
    return entries.entrySet().stream()
        .map(e -> line(e.getKey(), e.getValue()))
        .collect(Collectors.joining("\n"));
  }
}
