package dev.tiptoe.history;

import dev.tiptoe.sql.Dialect;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Files of one migration for several databases, as pop and its users name them: {@code
 * 1_a.mysql.up.sql} runs on MySQL in the place of {@code 1_a.up.sql}.
 */
final class Variants {

  private static final List<String> POSTGRESQL = List.of("postgres", "postgresql", "pg");
  private static final List<String> MYSQL = List.of("mysql", "mariadb");
  private static final List<String> OTHERS =
      List.of("sqlite", "sqlite3", "cockroach", "cockroachdb", "mssql", "sqlserver", "oracle");

  private final List<String> own;
  private final Set<String> replaced = new HashSet<>();

  Variants(List<String> paths, Dialect dialect) {
    this.own = dialect.isMySqlLike() ? MYSQL : POSTGRESQL;
    for (String path : paths) {
      String word = word(path);
      if (own.contains(word)) {
        replaced.add(path.replace("." + word, ""));
      }
    }
  }

  /** Whether a file is for this database: for it alone, or for all and nothing is for it alone. */
  boolean runsHere(String path) {
    String word = word(path);
    return word.isEmpty() ? !replaced.contains(path) : own.contains(word);
  }

  /** The name of a database among the parts of a file's name; empty if there is none. */
  private static String word(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    for (String part : List.of(name.split("\\.", -1))) {
      if (POSTGRESQL.contains(part) || MYSQL.contains(part) || OTHERS.contains(part)) {
        return part;
      }
    }
    return "";
  }
}
