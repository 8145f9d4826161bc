package dev.tiptoe.servers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Runs statements in a session of its own and tells what each of them did. */
public abstract sealed class StatementObserver implements AutoCloseable
    permits PostgresObserver, MysqlObserver {

  private static final Set<String> CHANGE_ROWS = Set.of("UPDATE", "DELETE");
  private static final Set<String> READ_OR_CHANGE_ROWS =
      Set.of("UPDATE", "DELETE", "INSERT", "MERGE", "SELECT", "WITH");

  final Connection connection;

  StatementObserver(Connection connection) {
    this.connection = connection;
  }

  /** Opens a session on a database whose tables are the ones to be looked at. */
  public static StatementObserver of(Database database) throws SQLException {
    return database.server().dialect().equals("postgresql")
        ? new PostgresObserver(database)
        : new MysqlObserver(database);
  }

  /**
   * Runs statements in the given way to the first that fails, which is the last to be told of; the
   * session goes on, so that more may follow.
   */
  public final List<Observation> run(Mode mode, List<String> statements) throws SQLException {
    List<Observation> seen = new ArrayList<>();
    begin(mode);
    for (String statement : statements) {
      Observation observation = observe(statement);
      seen.add(observation);
      if (!observation.passed()) {
        return seen;
      }
    }
    finish(seen);
    return seen;
  }

  abstract void begin(Mode mode) throws SQLException;

  abstract Observation observe(String sql) throws SQLException;

  /** Commits what is shared; if that fails, the last statement has failed. */
  abstract void finish(List<Observation> seen) throws SQLException;

  /** Runs a statement and returns how many rows it changed, if it is one of those that do. */
  final long execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
      return CHANGE_ROWS.contains(firstWord(sql)) ? statement.getLargeUpdateCount() : 0;
    }
  }

  static boolean isAboutRows(String sql) {
    return READ_OR_CHANGE_ROWS.contains(firstWord(sql));
  }

  static String firstWord(String sql) {
    int end = 0;
    while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
      end++;
    }
    return sql.substring(0, end).toUpperCase(Locale.ROOT);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
