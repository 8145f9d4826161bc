package dev.tiptoe.project;

import dev.tiptoe.sql.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The database in the name of a file, as pop, Liquibase and their users name them: {@code
 * 1_a.mysql.up.sql}.
 *
 * @param word as it is written there
 * @param dialects those of its servers; none if it is a database that Tiptoe does not know
 */
public record NamedDatabase(String word, List<Dialect> dialects) {

  private static final Map<String, List<Dialect>> KNOWN =
      Map.ofEntries(
          Map.entry("postgres", List.of(Dialect.POSTGRESQL)),
          Map.entry("postgresql", List.of(Dialect.POSTGRESQL)),
          Map.entry("pg", List.of(Dialect.POSTGRESQL)),
          Map.entry("mysql", List.of(Dialect.MYSQL, Dialect.MARIADB)),
          Map.entry("mariadb", List.of(Dialect.MARIADB, Dialect.MYSQL)),
          Map.entry("sqlite", List.of()),
          Map.entry("sqlite3", List.of()),
          Map.entry("cockroach", List.of()),
          Map.entry("cockroachdb", List.of()),
          Map.entry("mssql", List.of()),
          Map.entry("sqlserver", List.of()),
          Map.entry("oracle", List.of()),
          Map.entry("h2", List.of()));

  /** That of a file; empty if its name says none. */
  public static Optional<NamedDatabase> in(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    for (String part : name.split("\\.", -1)) {
      List<Dialect> dialects = KNOWN.get(part.toLowerCase(Locale.ROOT));
      if (dialects != null) {
        return Optional.of(new NamedDatabase(part, dialects));
      }
    }
    return Optional.empty();
  }

  /** Whether a server of this dialect runs the file. */
  public boolean includes(Dialect dialect) {
    return dialects.contains(dialect);
  }
}
