package dev.tiptoe.db;

import dev.tiptoe.sql.Dialect;
import java.util.Optional;
import java.util.Properties;

/** Where a database is and how to get in, as people write it; only the place is ever shown. */
public final class Address {

  private final Url url;
  private final String hosts;
  private final Properties properties;

  private Address(Url url, String hosts, Properties properties) {
    this.url = url;
    this.hosts = hosts;
    this.properties = properties;
  }

  /**
   * Reads {@code jdbc:postgresql:}, {@code jdbc:mysql:} and {@code jdbc:mariadb:} addresses, and
   * what tools read from {@code DATABASE_URL}.
   *
   * @throws BadAddress if it is none of these; the message is without the password
   */
  public static Address of(String text) {
    Url url = Url.of(text);
    boolean isPostgresql = url.scheme().dialect() == Dialect.POSTGRESQL;
    Properties properties = isPostgresql ? PostgresOptions.of(url) : MySqlOptions.of(url);
    if (properties.getProperty(isPostgresql ? "PGDBNAME" : "database", "").isEmpty()) {
      throw url.scheme().bad("it names no database");
    }
    return new Address(url, isPostgresql ? postgresHosts(url) : url.hosts(), properties);
  }

  /**
   * libpq takes a host as an option too; a path there means a socket, which Java's driver lacks.
   */
  private static String postgresHosts(Url url) {
    String host = url.options().getOrDefault("host", url.hosts());
    if (host.startsWith("/")) {
      throw url.scheme().socket();
    }
    String port = url.options().get("port");
    return port == null ? host : host + ":" + port;
  }

  /** What the server speaks; a {@code mysql} address may turn out to lead to MariaDB. */
  public Dialect dialect() {
    return url.scheme().dialect();
  }

  /** The schema that it names; only PostgreSQL has schemas in a database. */
  public Optional<String> schema() {
    return Optional.ofNullable(url.options().get("schema"))
        .or(() -> Optional.ofNullable(properties.getProperty("currentSchema")).map(Address::first))
        .filter(s -> dialect() == Dialect.POSTGRESQL);
  }

  private static String first(String path) {
    String first = path.split(",", 2)[0].strip();
    boolean isQuoted = first.length() > 1 && first.startsWith("\"") && first.endsWith("\"");
    return isQuoted ? first.substring(1, first.length() - 1).replace("\"\"", "\"") : first;
  }

  /** Host, port and database, fit to be shown. */
  public String shown() {
    boolean isPostgresql = dialect() == Dialect.POSTGRESQL;
    return withPort(isPostgresql ? "5432" : "3306")
        + "/"
        + properties.getProperty(isPostgresql ? "PGDBNAME" : "database");
  }

  private String withPort(String port) {
    String host = hosts.isEmpty() ? "localhost" : hosts;
    boolean hasPort = host.indexOf(':', host.lastIndexOf(']') + 1) >= 0;
    return hasPort ? host : host + ":" + port;
  }

  /** Whether nobody but this machine can be at the other end. */
  boolean isLocal() {
    String host = hosts.replaceFirst("(?<=[^:]):[0-9]+$", "");
    return host.isEmpty()
        || host.equals("localhost")
        || host.equals("127.0.0.1")
        || host.equals("[::1]");
  }

  String hosts() {
    return hosts.isEmpty() ? "localhost" : hosts;
  }

  /** What the driver is given, password included. */
  Properties properties() {
    Properties copy = new Properties();
    copy.putAll(properties);
    return copy;
  }

  @Override
  public String toString() {
    return shown();
  }
}
