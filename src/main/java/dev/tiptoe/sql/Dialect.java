package dev.tiptoe.sql;

import java.util.Locale;
import java.util.Optional;

/**
 * The databases whose SQL is read; what differs in their lexing is data here, not code elsewhere.
 */
public enum Dialect {
  POSTGRESQL("PostgreSQL", new Version(15, 0, 0)),
  MYSQL("MySQL", new Version(8, 4, 0)),
  MARIADB("MariaDB", new Version(10, 11, 0));

  private final String title;
  private final Version oldestSupported;

  Dialect(String title, Version oldestSupported) {
    this.title = title;
    this.oldestSupported = oldestSupported;
  }

  /** The name as its vendor writes it. */
  public String title() {
    return title;
  }

  /** The oldest version its vendor still mends, as of November 2026. */
  public Version oldestSupported() {
    return oldestSupported;
  }

  /** The word for the command line and the pages. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The dialect a person or a configuration file means by {@code word}. */
  public static Optional<Dialect> of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "postgresql", "postgres", "pg" -> Optional.of(POSTGRESQL);
      case "mysql" -> Optional.of(MYSQL);
      case "mariadb" -> Optional.of(MARIADB);
      default -> Optional.empty();
    };
  }

  /** Whether this is MySQL or its sister MariaDB. */
  public boolean isMySqlLike() {
    return this != POSTGRESQL;
  }
}
