package dev.tiptoe.proof.doctor;

import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Rows;
import dev.tiptoe.servers.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is in a database, Prisma's table too.
 *
 * @param rows by table
 */
record Condition(SchemaSnapshot schema, SortedMap<String, List<String>> rows) {

  static final String MIGRATIONS = "_prisma_migrations";

  static Condition of(Database database) throws SQLException {
    try (Connection connection = database.connect()) {
      SortedMap<String, List<String>> rows = new TreeMap<>();
      for (String table : Rows.counts(connection).keySet()) {
        rows.put(table, Rows.contents(connection, table));
      }
      return new Condition(SchemaSnapshot.of(connection), rows);
    }
  }

  /** Returns the schema of the tables that are not Prisma's. */
  SchemaSnapshot wanted() {
    SortedMap<String, String> entries = new TreeMap<>(schema.entries());
    entries.keySet().removeIf(key -> key.contains(MIGRATIONS));
    return new SchemaSnapshot(entries);
  }

  /** Returns what is only here, after a minus, and what is only there, after a plus. */
  List<String> difference(Condition there) {
    List<String> lines = new ArrayList<>(schema.difference(there.schema));
    rows.forEach((table, before) -> onlyIn(before, there.rows.get(table), "- " + table, lines));
    there.rows.forEach((table, after) -> onlyIn(after, rows.get(table), "+ " + table, lines));
    return lines;
  }

  private static void onlyIn(List<String> here, List<String> there, String mark, List<String> to) {
    here.stream()
        .filter(row -> there == null || !there.contains(row))
        .map(row -> mark + ": " + row)
        .forEach(to::add);
  }
}
