package dev.tiptoe.measure;

import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Server;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** A database of its own for one run of an operation, and the session that runs it. */
final class MysqlTrial implements AutoCloseable {

  private static final int SYNTAX_ERROR = 1064;

  /** What operations make outside of their database. */
  private static final List<String> CLEANUP =
      List.of(
          "UNLOCK TABLES",
          "DROP USER another@localhost",
          "DROP ROLE another",
          "DROP DATABASE another");

  private final Database database;
  private final Connection connection;
  private final Experiment experiment;

  private MysqlTrial(Database database, Experiment experiment) throws SQLException {
    this.database = database;
    this.connection = database.connect();
    this.experiment = experiment;
  }

  /** Makes the tables and the session; empty if the server lacks something that these need. */
  static Optional<MysqlTrial> of(
      Server server, List<String> fixture, Experiment experiment, String sqlMode)
      throws SQLException {
    MysqlTrial trial = new MysqlTrial(server.freshDatabase(), experiment);
    trial.run("SET sql_mode = ''");
    trial.runAll(fixture);
    try {
      trial.runAll(experiment.given());
      trial.run("SET sql_mode = " + sqlMode);
      trial.runAll(experiment.session());
      return Optional.of(trial);
    } catch (SQLException e) {
      trial.close();
      return Optional.empty();
    }
  }

  /**
   * What the operation does after an INSERT in the same transaction.
   *
   * @param error the number of its error
   * @param rewrites whether its table was written anew or copied
   * @param keepsTransaction whether the INSERT can still be rolled back
   * @param outcome what came of it, if the operation asks for that
   */
  record Result(
      Optional<Integer> error,
      boolean rewrites,
      boolean keepsTransaction,
      Optional<String> outcome) {}

  Result runStatements() throws SQLException {
    InnodbTables before = InnodbTables.of(connection, database.name());
    run("START TRANSACTION");
    run("INSERT INTO ic VALUES (1)");
    Optional<Integer> error = Optional.empty();
    Optional<String> outcome = Optional.empty();
    boolean copies = false;
    try {
      copies = runAll(experiment.statements()) > 0 && isAlter();
      outcome = answer();
    } catch (SQLException e) {
      error = Optional.of(e.getErrorCode());
    }
    run("ROLLBACK");
    InnodbTables after = InnodbTables.of(connection, database.name());
    return new Result(
        error,
        copies || before.isRewritten(experiment.table(), after),
        query("SELECT COUNT(*) FROM " + database.name() + ".ic").equals("0"),
        outcome);
  }

  /** Whether the server takes the operation with this clause in one of its spellings. */
  boolean accepts(AlgorithmClause clause) throws SQLException {
    for (String spelling : clause.in(experiment.statements().get(0))) {
      try {
        run(spelling);
        return true;
      } catch (SQLException e) {
        if (e.getErrorCode() != SYNTAX_ERROR) {
          return false;
        }
      }
    }
    return false;
  }

  private boolean isAlter() {
    return experiment.statements().get(0).startsWith("ALTER ");
  }

  private Optional<String> answer() {
    return experiment
        .question()
        .map(
            question -> {
              try {
                return query(question);
              } catch (SQLException e) {
                return "error " + e.getErrorCode();
              }
            });
  }

  /** Returns the first value as a person would write it. */
  private String query(String sql) throws SQLException {
    try (Statement statement = statement()) {
      if (!statement.execute(sql)) {
        return "no error";
      }
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        String text = row.getString(1);
        return text == null ? "NULL" : text.isEmpty() ? "''" : text;
      }
    }
  }

  private int runAll(List<String> statements) throws SQLException {
    int affected = 0;
    for (String sql : statements) {
      affected += run(sql);
    }
    return affected;
  }

  /** Returns how many rows were affected. */
  private int run(String sql) throws SQLException {
    try (Statement statement = statement()) {
      return statement.execute(sql) ? 0 : statement.getUpdateCount();
    }
  }

  private Statement statement() throws SQLException {
    Statement statement = connection.createStatement();
    statement.setEscapeProcessing(false);
    return statement;
  }

  @Override
  public void close() throws SQLException {
    for (String sql : CLEANUP) {
      try {
        run(sql);
      } catch (SQLException e) {
        // Most operations make nothing of that name.
      }
    }
    connection.close();
    database.close();
  }
}
