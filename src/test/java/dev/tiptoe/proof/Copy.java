package dev.tiptoe.proof;

import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Mode;
import dev.tiptoe.servers.SchemaSnapshot;
import dev.tiptoe.servers.ScriptResult;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the databases of a server in which the same tables are put to different uses. */
final class Copy implements AutoCloseable {

  /** Stands in scripts for the database's name. */
  static final String NAME = "proofdb";

  private static final Pattern CHANGES_SESSION =
      Pattern.compile("(?i)^\\s*(SET|USE|BEGIN|START)\\b", Pattern.MULTILINE);

  private static final Pattern EXECUTED = Pattern.compile("/\\*M?!\\d*\\s*$");

  private static final String SIDE =
      """
      CREATE TABLE side (id int PRIMARY KEY, v int NOT NULL);
      INSERT INTO side (id, v) VALUES (1, 1), (2, 2), (3, 3);
      """;

  private final Database database;
  private final Connection connection;
  private final Connection scripts;

  Copy(Database database) throws SQLException {
    this.database = database;
    this.connection = database.connect();
    boolean postgres = database.server().dialect().equals("postgresql");
    String whole = postgres ? "&preferQueryMode=simple" : "&allowMultiQueries=true";
    this.scripts = DriverManager.getConnection(database.url() + whole);
    run((postgres ? "CREATE SCHEMA app;\n" : "") + SIDE).orThrow();
  }

  Database database() {
    return database;
  }

  /** Runs a text as one message. */
  ScriptResult run(String sql) throws SQLException {
    return sql.isBlank() ? new ScriptResult(null, -1) : run(scripts, List.of(named(sql)));
  }

  /** Runs a text statement by statement, cut by our own reader. */
  ScriptResult runStatements(String sql, Target target) throws SQLException {
    return run(connection, statements(named(sql), target));
  }

  /** Runs in an open connection, for the sake of speed, what cannot change the session. */
  private ScriptResult run(Connection open, List<String> texts) throws SQLException {
    if (texts.stream().anyMatch(t -> CHANGES_SESSION.matcher(t).find())) {
      return open == scripts
          ? database.runScript(texts.get(0))
          : database.runScript(Mode.STATEMENTS, texts);
    }
    try (Statement statement = open.createStatement()) {
      statement.setEscapeProcessing(false);
      for (int i = 0; i < texts.size(); i++) {
        try {
          boolean rows = statement.execute(texts.get(i));
          while (rows || statement.getUpdateCount() != -1) {
            rows = statement.getMoreResults();
          }
        } catch (SQLException e) {
          return new ScriptResult(e, i);
        }
      }
      return new ScriptResult(null, -1);
    }
  }

  /** Cuts a text into statements, each with the marks of a comment that the server executes. */
  static List<String> statements(String sql, Target target) {
    List<String> texts = new ArrayList<>();
    for (dev.tiptoe.sql.Statement statement :
        Script.read(new SourceFile("proof.sql", sql), target).statements()) {
      int start = statement.span().start();
      Matcher mark = EXECUTED.matcher(sql.substring(0, start));
      int end = statement.delimiter().isEmpty() ? sql.length() : statement.delimiter().start();
      texts.add(sql.substring(mark.find() ? mark.start() : start, end));
    }
    return texts;
  }

  /** Returns the one number that a query gives. */
  long number(String query) throws SQLException {
    return Long.parseLong(lines(query).get(0));
  }

  /** Returns the rows of a query as texts. */
  List<String> lines(String query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row = statement.executeQuery(named(query))) {
        int columns = row.getMetaData().getColumnCount();
        while (row.next()) {
          List<String> values = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            values.add(row.getString(i));
          }
          lines.add(String.join(" | ", values));
        }
      }
    }
    return lines;
  }

  SchemaSnapshot snapshot() throws SQLException {
    return SchemaSnapshot.of(connection);
  }

  String named(String sql) {
    return sql.replace(NAME, database.name());
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    scripts.close();
    database.close();
  }
}
