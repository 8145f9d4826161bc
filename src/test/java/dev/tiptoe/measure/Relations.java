package dev.tiptoe.measure;

import dev.tiptoe.facts.Lock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables, views and indexes of a PostgreSQL database at one moment, and their files. */
record Relations(List<Relation> all) {

  private static final String QUERY =
      """
      SELECT c.oid, c.relname, lower(c.relkind::text), coalesce(pg_relation_filenode(c.oid), 0), i.indrelid
        FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid
        WHERE c.relkind IN ('r', 'p', 'm', 'v', 'i', 'I') AND c.relnamespace = 'public'::regnamespace
        ORDER BY c.relname""";

  /**
   * @param kind as in pg_class, in small letters
   * @param file where it is stored; 0 if it is not
   * @param table to which an index belongs
   */
  private record Relation(long oid, String name, String kind, long file, long table) {

    boolean isIndex() {
      return kind.equals("i");
    }

    boolean isTable() {
      return kind.equals("r") || kind.equals("p");
    }
  }

  static Relations of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      List<Relation> all = new ArrayList<>();
      while (row.next()) {
        all.add(
            new Relation(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5)));
      }
      return new Relations(all);
    }
  }

  /** Names by identifier, of everything but indexes. */
  Map<Long, String> names() {
    return all.stream()
        .filter(r -> !r.isIndex())
        .collect(Collectors.toMap(Relation::oid, Relation::name, (a, b) -> a, TreeMap::new));
  }

  List<String> tables() {
    return all.stream().filter(Relation::isTable).map(Relation::name).toList();
  }

  /** Names of the tables and materialized views that are in another file afterwards. */
  List<String> rewritten(Relations after) {
    Map<Long, Long> files =
        after.all.stream().collect(Collectors.toMap(Relation::oid, Relation::file));
    return all.stream()
        .filter(r -> !r.isIndex() && files.getOrDefault(r.oid(), r.file()) != r.file())
        .map(Relation::name)
        .toList();
  }

  /**
   * Names of the indexes that are in a new file afterwards although their table is not. A name
   * counts, as an index may be made anew and yet keep the file or take that of another.
   */
  List<String> rebuilt(Relations after) {
    Map<Long, String> names = names();
    List<String> rewritten = rewritten(after);
    Set<Long> oldFiles = all.stream().map(Relation::file).collect(Collectors.toSet());
    Set<String> newFiles =
        after.all.stream()
            .filter(r -> !oldFiles.contains(r.file()))
            .map(Relation::name)
            .collect(Collectors.toSet());
    return all.stream()
        .filter(r -> r.isIndex() && !rewritten.contains(names.get(r.table())))
        .map(Relation::name)
        .filter(newFiles::contains)
        .toList();
  }

  /** Reads the {@code AccessShareLock} of pg_locks. */
  static Lock lock(String mode) {
    String words = mode.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    return Lock.valueOf(words.substring(0, words.lastIndexOf("_LOCK")));
  }
}
