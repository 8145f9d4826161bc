package dev.tiptoe.measure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables of a database as InnoDB numbers them: one that is written anew gets another number.
 *
 * @param numbers by name; the name of a partition begins with that of its table
 */
record InnodbTables(Map<String, Long> numbers) {

  static InnodbTables of(Connection connection, String database) throws SQLException {
    boolean isMysql8 =
        connection.getMetaData().getDatabaseProductName().equals("MySQL")
            && connection.getMetaData().getDatabaseMajorVersion() >= 8;
    String sql =
        "SELECT name, table_id FROM information_schema."
            + (isMysql8 ? "innodb_tables" : "innodb_sys_tables")
            + " WHERE name LIKE ?";
    Map<String, Long> numbers = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, database + "/%");
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String name = row.getString(1).substring(database.length() + 1);
          numbers.put(name.toLowerCase(Locale.ROOT), row.getLong(2));
        }
      }
    }
    return new InnodbTables(numbers);
  }

  /** Whether the table was written anew; a table that was only renamed keeps its number. */
  boolean isRewritten(String table, InnodbTables after) {
    Set<Long> mine = of(table);
    return !mine.isEmpty()
        && !after.of(table).isEmpty()
        && Collections.disjoint(mine, after.numbers.values());
  }

  private Set<Long> of(String table) {
    return numbers.entrySet().stream()
        .filter(e -> e.getKey().equals(table) || e.getKey().startsWith(table + "#p#"))
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }
}
