package dev.tiptoe.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database of its own on a shared server, empty at first and dropped when closed. */
public final class Database implements AutoCloseable {

  private final Server server;
  private final String name;

  Database(Server server, String name) {
    this.server = server;
    this.name = name;
  }

  /** Returns the server this database is on. */
  public Server server() {
    return server;
  }

  /** Returns the database's name on its server. */
  public String name() {
    return name;
  }

  /** Opens a connection that commits each statement; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(server.url(name));
  }

  /** Returns the JDBC address at which a text of many statements is sent as one message. */
  public String wholeScriptUrl() {
    return server.wholeScriptUrl(name);
  }

  /** Returns the JDBC address, user included, for code that opens its own connections. */
  public String url() {
    return server.url(name);
  }

  /** Runs a text as one message. */
  public ScriptResult runScript(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(wholeScriptUrl());
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try {
        executeAll(statement, sql);
        return ScriptResult.SUCCESS;
      } catch (SQLException e) {
        return new ScriptResult(e, -1);
      }
    }
  }

  /** Runs statements without semicolons in the given way, in one connection, to the first error. */
  public ScriptResult runScript(Mode mode, List<String> statements) throws SQLException {
    if (mode == Mode.WHOLE_FILE) {
      return runScript(String.join("\n;\n", statements));
    }
    try (Connection connection = connect()) {
      connection.setAutoCommit(mode == Mode.STATEMENTS);
      ScriptResult result = runEach(connection, statements);
      if (mode == Mode.ONE_TRANSACTION) {
        finish(connection, result);
      }
      return result;
    }
  }

  /** Returns the rows, sorted, or the error that each statement gets; all of them are run. */
  public List<String> answers(List<String> statements) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : statements) {
        try {
          boolean rows = statement.execute(sql);
          answers.add(rows ? rows(statement.getResultSet()) : "done");
        } catch (SQLException e) {
          answers.add(new ScriptResult(e, answers.size()).toString());
        }
      }
    }
    return answers;
  }

  private static String rows(ResultSet result) throws SQLException {
    List<String> rows = new ArrayList<>();
    int columns = result.getMetaData().getColumnCount();
    while (result.next()) {
      List<String> values = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        values.add(result.getString(i));
      }
      rows.add(values.toString());
    }
    rows.sort(null);
    return String.join("\n", rows);
  }

  private static ScriptResult runEach(Connection connection, List<String> statements)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (int i = 0; i < statements.size(); i++) {
        try {
          executeAll(statement, statements.get(i));
        } catch (SQLException e) {
          return new ScriptResult(e, i);
        }
      }
      return ScriptResult.SUCCESS;
    }
  }

  private static void finish(Connection connection, ScriptResult result) throws SQLException {
    if (result.succeeded()) {
      connection.commit();
    } else {
      connection.rollback();
    }
  }

  private static void executeAll(Statement statement, String sql) throws SQLException {
    boolean rows = statement.execute(sql);
    while (rows || statement.getUpdateCount() != -1) {
      rows = statement.getMoreResults();
    }
  }

  /** Drops the database, ending whatever connection to it is still open. */
  @Override
  public void close() throws SQLException {
    try (Connection connection = server.admin();
        Statement statement = connection.createStatement()) {
      if (server.dialect().equals("postgresql")) {
        statement.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                + name
                + "'");
        statement.execute("DROP DATABASE IF EXISTS " + name);
      } else {
        for (long id : sessions(connection)) {
          kill(statement, id);
        }
        statement.execute("DROP DATABASE IF EXISTS " + name);
      }
    }
  }

  private List<Long> sessions(Connection connection) throws SQLException {
    List<Long> sessions = new ArrayList<>();
    String sql = "SELECT id FROM information_schema.processlist WHERE db = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          sessions.add(row.getLong(1));
        }
      }
    }
    return sessions;
  }

  private static void kill(Statement statement, long session) throws SQLException {
    final int noSuchSession = 1094;
    try {
      statement.execute("KILL " + session);
    } catch (SQLException e) {
      if (e.getErrorCode() != noSuchSession) {
        throw e;
      }
    }
  }
}
