package dev.tiptoe.db;

import dev.tiptoe.sql.Dialect;
import java.util.Locale;

/** What an address may begin with. */
enum Scheme {
  JDBC_POSTGRESQL("jdbc:postgresql://", Dialect.POSTGRESQL),
  JDBC_MYSQL("jdbc:mysql://", Dialect.MYSQL),
  JDBC_MARIADB("jdbc:mariadb://", Dialect.MARIADB),
  POSTGRES("postgres://", Dialect.POSTGRESQL),
  POSTGRESQL("postgresql://", Dialect.POSTGRESQL),
  MYSQL("mysql://", Dialect.MYSQL),
  MARIADB("mariadb://", Dialect.MARIADB);

  private static final String EXAMPLE = "://user:password@host/database";

  private final String prefix;
  private final Dialect dialect;

  Scheme(String prefix, Dialect dialect) {
    this.prefix = prefix;
    this.dialect = dialect;
  }

  static Scheme of(String url) {
    for (Scheme scheme : values()) {
      if (url.toLowerCase(Locale.ROOT).startsWith(scheme.prefix)) {
        return scheme;
      }
    }
    String example = "postgresql" + EXAMPLE + " or mysql" + EXAMPLE;
    if (url.startsWith("prisma://") || url.startsWith("prisma+postgres://")) {
      throw new BadAddress(
          "this is the address of Prisma's own service, not of a database", example);
    }
    throw new BadAddress("this is no address of a PostgreSQL, MySQL or MariaDB database", example);
  }

  String prefix() {
    return prefix;
  }

  /** What its servers speak; a {@code mysql} server may turn out to be MariaDB. */
  Dialect dialect() {
    return dialect;
  }

  boolean isJdbc() {
    return prefix.startsWith("jdbc:");
  }

  /** MariaDB's driver takes what stands in its addresses literally. */
  boolean decodesOptions() {
    return this != JDBC_MARIADB;
  }

  /** The drivers reach sockets only with libraries that Tiptoe does without. */
  BadAddress socket() {
    return bad("it names a Unix socket, where a host such as 127.0.0.1 is needed");
  }

  BadAddress bad(String reason) {
    return new BadAddress(
        reason,
        isJdbc()
            ? prefix + "host/database?user=user&password=password"
            : prefix + EXAMPLE.substring(3));
  }
}
