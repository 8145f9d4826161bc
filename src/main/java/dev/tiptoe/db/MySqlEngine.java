package dev.tiptoe.db;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** MySQL and MariaDB by MariaDB's driver. */
record MySqlEngine() implements Engine {

  private static final String NO_TLS = "ssl not enabled in the server";

  @Override
  public Connection connect(Address address, Patience patience) throws SQLException {
    Properties properties = address.properties();
    properties.putIfAbsent("connectTimeout", String.valueOf(patience.connect().toMillis()));
    if (!patience.statement().isZero()) {
      long answer = patience.statement().plus(patience.connect()).toMillis();
      properties.putIfAbsent("socketTimeout", String.valueOf(answer));
    }
    properties.setProperty("connectionAttributes", "program_name:" + Database.APPLICATION);
    // A key that comes unencrypted from afar may be anybody's.
    properties.putIfAbsent("allowPublicKeyRetrieval", String.valueOf(address.isLocal()));
    properties.setProperty("allowMultiQueries", "false");
    properties.setProperty("createDatabaseIfNotExist", "false");
    properties.setProperty("dumpQueriesOnException", "false");
    properties.setProperty("pool", "false");
    properties.setProperty("tinyInt1isBit", "false");
    properties.setProperty("yearIsDateType", "false");
    if (properties.containsKey("sslMode")) {
      return connect(address, properties);
    }
    try {
      properties.setProperty("sslMode", "trust");
      return connect(address, properties);
    } catch (SQLException e) {
      if (!Objects.requireNonNullElse(e.getMessage(), "").contains(NO_TLS)) {
        throw e;
      }
      properties.setProperty("sslMode", "disable");
      return connect(address, properties);
    }
  }

  private static Connection connect(Address address, Properties properties) throws SQLException {
    String url = "jdbc:mariadb://" + address.hosts() + "/";
    return Objects.requireNonNull(new org.mariadb.jdbc.Driver().connect(url, properties));
  }

  @Override
  public void prepare(Connection connection, Patience patience, Access access) throws SQLException {
    boolean isMariadb = target(connection).is(Dialect.MARIADB);
    try (Statement statement = connection.createStatement()) {
      if (isMariadb) {
        double seconds = patience.statement().toMillis() / 1000.0;
        statement.execute("SET SESSION max_statement_time = " + seconds);
      } else {
        // It ends nothing but SELECT; the driver ends the rest.
        statement.execute("SET SESSION max_execution_time = " + patience.statement().toMillis());
      }
      if (!patience.lock().isZero()) {
        long seconds = Math.max(1, (patience.lock().toMillis() + 999) / 1000);
        statement.execute(
            "SET SESSION lock_wait_timeout = %1$d, innodb_lock_wait_timeout = %1$d"
                .formatted(seconds));
      }
      if (access == Access.READ_ONLY) {
        statement.execute("SET SESSION TRANSACTION READ ONLY");
      }
    }
  }

  @Override
  public Target target(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT VERSION()")) {
      row.next();
      String text = row.getString(1);
      Dialect dialect = text.contains("MariaDB") ? Dialect.MARIADB : Dialect.MYSQL;
      Version version = version(text.startsWith("5.5.5-") ? text.substring(6) : text);
      return new Target(dialect, version);
    }
  }

  private static Version version(String text) {
    int end = 0;
    while (end < text.length()
        && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    return Version.of(text.substring(0, end)).orElse(new Version(0, 0, 0));
  }

  @Override
  public String schemaQuery() {
    return "SELECT DATABASE()";
  }

  @Override
  public String tablesQuery() {
    return """
        SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = DATABASE() AND table_type <> 'VIEW'
        ORDER BY table_name
        """;
  }

  @Override
  public String quoted(String identifier) {
    return '`' + identifier.replace("`", "``") + '`';
  }

  /** Migration tools keep UTC in columns that know no time zone. */
  @Override
  public Object time(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  @Override
  public int queryTimeout(Target target, Patience patience) {
    return target.is(Dialect.MYSQL) ? (int) ((patience.statement().toMillis() + 999) / 1000) : 0;
  }

  @Override
  public String code(SQLException problem) {
    return problem.getErrorCode() > 0 ? String.valueOf(problem.getErrorCode()) : "";
  }

  /** The driver begins with the number of the connection. */
  @Override
  public String message(SQLException problem) {
    String message = Objects.requireNonNullElse(problem.getMessage(), "");
    return message.startsWith("(conn=")
        ? message.substring(message.indexOf(')') + 1).strip()
        : message;
  }

  @Override
  public Optional<String> refusal(SQLException problem) {
    return switch (code(problem)) {
      case "1045", "1698" -> Optional.of("the user or the password is wrong");
      case "1130" -> Optional.of("the server lets nobody in from here");
      case "1044" -> Optional.of("the user may not use this database");
      case "1049" -> Optional.of("the server has no such database");
      case "3118", "4151" -> Optional.of("the user's account is locked");
      case "1820", "1862" -> Optional.of("the user's password has expired");
      case "3159" -> Optional.of("the server wants TLS; add sslMode=REQUIRED to the address");
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<String> unreachable(SQLException problem) {
    String message = Objects.requireNonNullElse(problem.getMessage(), "");
    if (message.contains(NO_TLS)) {
      return Optional.of("the address demands TLS, which the server does not have");
    }
    if (message.contains("RSA public key")) {
      return Optional.of(
          "the server keeps passwords in a way that needs TLS (sslMode=REQUIRED) or, in a network"
              + " that you trust, allowPublicKeyRetrieval=true in the address");
    }
    return code(problem).equals("1040")
        ? Optional.of("the server has no connection left")
        : Optional.empty();
  }

  @Override
  public DatabaseProblem.Kind kind(String code) {
    if (List.of(
            "1044", "1045", "1142", "1143", "1227", "1290", "1370", "1410", "1419", "1792", "1836")
        .contains(code)) {
      return DatabaseProblem.Kind.NO_RIGHTS;
    }
    return switch (code) {
      case "1205", "1213", "1317", "1969", "3024", "3572" -> DatabaseProblem.Kind.LOCKED;
      case "1053", "1927", "2006", "2013", "3169", "4031" -> DatabaseProblem.Kind.LOST;
      default -> DatabaseProblem.Kind.FAILED;
    };
  }
}
