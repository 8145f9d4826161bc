package dev.tiptoe.db;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.util.GT;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** PostgreSQL by its own driver. */
record PostgresEngine() implements Engine {

  @Override
  public Connection connect(Address address, Patience patience) throws SQLException {
    Properties properties = address.properties();
    String seconds = String.valueOf(seconds(patience.connect().toMillis()));
    properties.putIfAbsent("connectTimeout", seconds);
    // The former ends when the host answers, this one when the server has let one in.
    properties.putIfAbsent("loginTimeout", properties.getProperty("connectTimeout"));
    if (!patience.statement().isZero()) {
      long answer = patience.statement().plus(patience.connect()).toMillis();
      properties.putIfAbsent("socketTimeout", String.valueOf(seconds(answer)));
    }
    properties.setProperty("ApplicationName", Database.APPLICATION);
    properties.setProperty("tcpKeepAlive", "true");
    // Then a statement without parameters reaches the server as it is.
    properties.setProperty("preferQueryMode", "extendedForPrepared");
    String database = URLEncoder.encode(properties.getProperty("PGDBNAME"), StandardCharsets.UTF_8);
    String url = "jdbc:postgresql://" + address.hosts() + "/" + database.replace("+", "%20");
    return Objects.requireNonNull(new org.postgresql.Driver().connect(url, properties));
  }

  private static long seconds(long milliseconds) {
    return (milliseconds + 999) / 1000;
  }

  @Override
  public void prepare(Connection connection, Patience patience, Access access) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET statement_timeout = " + patience.statement().toMillis());
      statement.execute("SET lock_timeout = " + patience.lock().toMillis());
      if (access == Access.READ_ONLY) {
        statement.execute("SET default_transaction_read_only = on");
      }
    }
  }

  @Override
  public Target target(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW server_version_num")) {
      row.next();
      int number = row.getInt(1);
      return new Target(Dialect.POSTGRESQL, new Version(number / 10000, number % 10000, 0));
    }
  }

  @Override
  public String schemaQuery() {
    return "SELECT coalesce(current_schema(), '')";
  }

  @Override
  public String tablesQuery() {
    return """
        SELECT c.relname AS name
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p')
        ORDER BY c.relname
        """;
  }

  @Override
  public String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  @Override
  public Object time(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  @Override
  public int queryTimeout(Target target, Patience patience) {
    return 0;
  }

  @Override
  public String code(SQLException problem) {
    return Objects.requireNonNullElse(problem.getSQLState(), "");
  }

  @Override
  public String message(SQLException problem) {
    ServerErrorMessage said = problem instanceof PSQLException e ? e.getServerErrorMessage() : null;
    if (said == null) {
      return Objects.requireNonNullElse(problem.getMessage(), "");
    }
    String message = Objects.requireNonNullElse(said.getMessage(), "");
    return said.getDetail() == null ? message : message + " (" + said.getDetail() + ")";
  }

  @Override
  public Optional<String> refusal(SQLException problem) {
    return switch (code(problem)) {
      case "28P01" -> Optional.of("the user or the password is wrong");
      case "28000" ->
          Optional.of("the server lets this user in from here not at all, or only with TLS");
      case "3D000" -> Optional.of("the server has no such database");
      case "42501" -> Optional.of("the user may not connect to this database");
      case "08004" ->
          hasNoTls(problem)
              ? Optional.empty()
              : Optional.of("the server wants a password, and the address has none that it takes");
      default -> Optional.empty();
    };
  }

  /** The driver speaks the user's language, and has one code for this and much else. */
  private static boolean hasNoTls(SQLException problem) {
    return GT.tr("The server does not support SSL.").equals(problem.getMessage());
  }

  @Override
  public Optional<String> unreachable(SQLException problem) {
    if (hasNoTls(problem)) {
      return Optional.of("the address demands TLS, which the server does not have");
    }
    return switch (code(problem)) {
      case "53300" -> Optional.of("the server has no connection left");
      case "57P03" -> Optional.of("the server is starting or stopping");
      case "55000" -> Optional.of("the database lets nobody in");
      default -> Optional.empty();
    };
  }

  @Override
  public DatabaseProblem.Kind kind(String code) {
    return switch (code) {
      // 25006 is a transaction that may only read, as all are on a standby.
      case "42501", "25006" -> DatabaseProblem.Kind.NO_RIGHTS;
      case "55P03", "57014", "40P01" -> DatabaseProblem.Kind.LOCKED;
      case "57P01", "57P02", "57P03", "57P05", "25P03", "25P04" -> DatabaseProblem.Kind.LOST;
      default -> code.startsWith("08") ? DatabaseProblem.Kind.LOST : DatabaseProblem.Kind.FAILED;
    };
  }
}
