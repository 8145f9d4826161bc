package dev.tiptoe.measure;

import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Mode;
import dev.tiptoe.servers.ScriptResult;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A database of its own for one run of an operation on PostgreSQL, and the session that runs it.
 */
final class Trial implements AutoCloseable {

  private final Database database;
  private final boolean isOwn;
  private final Connection connection;
  private final Experiment experiment;

  private Trial(Database database, boolean isOwn, Experiment experiment) throws SQLException {
    this.database = database;
    this.isOwn = isOwn;
    this.experiment = experiment;
    this.connection = database.connect();
    execute("SET timezone = 'UTC'");
    for (String setting : experiment.session()) {
      execute(setting);
    }
  }

  /** A run in a copy of a database. */
  static Trial inCopy(Database fixture, Experiment experiment) throws SQLException {
    Database database = fixture.server().copyOf(fixture);
    ScriptResult given = database.runScript(Mode.STATEMENTS, experiment.given());
    if (!given.succeeded()) {
      throw new IllegalStateException(experiment.id() + " cannot be prepared: " + given.message());
    }
    return new Trial(database, true, experiment);
  }

  /** A run that is taken back, of an operation that needs nothing before it. */
  static Trial in(Database database, Experiment experiment) throws SQLException {
    return new Trial(database, false, experiment);
  }

  Database database() {
    return database;
  }

  Connection connection() {
    return connection;
  }

  /** The number by which the server knows a session. */
  static long session(Connection connection) throws SQLException {
    return Long.parseLong(text(connection, "SELECT pg_backend_pid()"));
  }

  void deleteAllRows() throws SQLException {
    execute("TRUNCATE " + String.join(", ", Relations.of(connection).tables()) + " CASCADE");
  }

  void runStatements() throws SQLException {
    for (String statement : experiment.statements()) {
      execute(statement);
    }
  }

  /** Runs the statements, whatever comes of it. */
  void runToItsEnd() {
    try {
      runStatements();
    } catch (SQLException e) {
      // Whoever is in its way ends it when it waits.
    }
  }

  /** What came of it, if the operation asks for that. */
  Optional<String> outcome() throws SQLException {
    if (experiment.question().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(text(connection, experiment.question().get()));
    } catch (SQLException e) {
      return Optional.of("error " + e.getSQLState());
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws SQLException {
    if (!connection.isClosed() && !connection.getAutoCommit()) {
      connection.rollback();
    }
    connection.close();
    if (isOwn) {
      database.close();
    }
  }
}
