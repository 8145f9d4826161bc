package dev.tiptoe.measure;

import dev.tiptoe.facts.Lock;
import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Mode;
import dev.tiptoe.servers.Server;
import dev.tiptoe.sql.Version;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures operations on a server of PostgreSQL, each in a copy of a database with rows. */
final class PostgresqlMeasurer {

  private final Database fixture;
  private final Database untouched;

  private PostgresqlMeasurer(Database fixture, Database untouched) {
    this.fixture = fixture;
    this.untouched = untouched;
  }

  /** What a server does with each operation that is for it, as clauses of the table. */
  static Map<Asked, String> measure(Server server, ExperimentsFile file) throws SQLException {
    Version version = Version.of(server.version()).orElseThrow();
    Map<Asked, String> answers = new HashMap<>();
    try (Database fixture = server.freshDatabase()) {
      fixture.runScript(Mode.STATEMENTS, file.fixture()).orThrow();
      try (Database untouched = server.copyOf(fixture)) {
        PostgresqlMeasurer measurer = new PostgresqlMeasurer(fixture, untouched);
        for (Experiment experiment : file.experiments()) {
          if (experiment.isFor(version)) {
            answers.put(Asked.strict(experiment.id()), measurer.answer(experiment));
          }
        }
      }
    }
    return answers;
  }

  private String answer(Experiment experiment) throws SQLException {
    try {
      return inTransaction(experiment);
    } catch (SQLException e) {
      if (!isForTransactions(e)) {
        return fails(e, experiment, false);
      }
    }
    try {
      return new StatementAlone(fixture, experiment).answer();
    } catch (SQLException e) {
      return fails(e, experiment, true) + "; runs alone";
    }
  }

  /** The second is what a COMMIT in a procedure gets. */
  private static boolean isForTransactions(SQLException e) {
    return e.getSQLState().equals("25001") || e.getSQLState().equals("2D000");
  }

  private String inTransaction(Experiment experiment) throws SQLException {
    try (Trial trial = trial(experiment)) {
      Connection connection = trial.connection();
      connection.setAutoCommit(false);
      Relations before = Relations.of(connection);
      trial.runStatements();
      Relations after = Relations.of(connection);
      Clauses clauses = new Clauses(experiment.table());
      clauses.locks(locks(connection, before.names()));
      clauses.list("rewrites", before.rewritten(after));
      clauses.list("scans", scanned(connection, before.names()));
      clauses.list("rebuilds", before.rebuilt(after));
      trial.outcome().ifPresent(outcome -> clauses.say("gives " + outcome));
      return clauses.toString();
    }
  }

  /** Whatever an operation does in a transaction is taken back; what comes before it is not. */
  private Trial trial(Experiment experiment) throws SQLException {
    return experiment.given().isEmpty()
        ? Trial.in(untouched, experiment)
        : Trial.inCopy(fixture, experiment);
  }

  private String fails(SQLException failure, Experiment experiment, boolean alone)
      throws SQLException {
    String fails = "fails " + failure.getSQLState();
    try (Trial trial = alone ? Trial.inCopy(fixture, experiment) : trial(experiment)) {
      trial.connection().setAutoCommit(alone);
      trial.deleteAllRows();
      trial.runStatements();
      return fails + " on rows";
    } catch (SQLException e) {
      return fails;
    }
  }

  private static Map<String, Lock> locks(Connection connection, Map<Long, String> names)
      throws SQLException {
    String sql =
        "SELECT relation, mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation'";
    Map<String, Lock> strongest = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        String name = names.get(row.getLong(1));
        if (name != null) {
          strongest.merge(
              name, Relations.lock(row.getString(2)), (a, b) -> a.compareTo(b) < 0 ? b : a);
        }
      }
    }
    return strongest;
  }

  private static List<String> scanned(Connection connection, Map<Long, String> names)
      throws SQLException {
    String sql = "SELECT relid FROM pg_stat_xact_all_tables WHERE seq_scan > 0";
    List<String> scanned = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        if (names.containsKey(row.getLong(1))) {
          scanned.add(names.get(row.getLong(1)));
        }
      }
    }
    return scanned;
  }
}
