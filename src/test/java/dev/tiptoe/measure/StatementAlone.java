package dev.tiptoe.measure;

import dev.tiptoe.facts.Lock;
import dev.tiptoe.servers.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * A statement that PostgreSQL refuses in a transaction. Its locks are gone when it has ended, so
 * other sessions get in its way and look what it waits for.
 */
final class StatementAlone {

  /** Takes ACCESS EXCLUSIVE on whatever has a name, and changes nothing. */
  private static final String EXCLUSIVE = "ALTER TABLE %s OWNER TO postgres";

  /** Takes SHARE UPDATE EXCLUSIVE, and changes nothing. */
  private static final String TUNE = "ALTER TABLE %s ALTER COLUMN id SET STATISTICS -1";

  private static final String READ = "SELECT 1 FROM %s LIMIT 0";
  private static final String WRITE = "LOCK TABLE ONLY %s IN ROW EXCLUSIVE MODE";
  private static final String SNAPSHOT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM pg_language";

  private final Database fixture;
  private final Experiment experiment;
  private final Map<String, Map<String, Lock>> awaited = new HashMap<>();

  StatementAlone(Database fixture, Experiment experiment) {
    this.fixture = fixture;
    this.experiment = experiment;
  }

  /** What it does, as clauses of the table; fails if the statement does. */
  String answer() throws SQLException {
    Clauses clauses = new Clauses(experiment.table());
    try (Trial trial = Trial.inCopy(fixture, experiment)) {
      Relations before = Relations.of(trial.connection());
      trial.runStatements();
      Relations after = Relations.of(trial.connection());
      clauses.say("runs alone");
      clauses.locks(locks(before));
      clauses.list("rewrites", before.rewritten(after));
      clauses.list("rebuilds", before.rebuilt(after));
      waitsFor(before).ifPresent(holder -> clauses.say("waits for " + holder));
      trial.outcome().ifPresent(outcome -> clauses.say("gives " + outcome));
      return clauses.toString();
    }
  }

  private Map<String, Lock> locks(Relations relations) throws SQLException {
    Map<String, Lock> locks = new TreeMap<>();
    for (String table : relations.names().values()) {
      if (awaited(EXCLUSIVE.formatted(table)).containsKey(table)) {
        locks.put(table, strongestLock(table));
      }
    }
    return locks;
  }

  /** What it waits for when the weakest of locks is in its way is the strongest lock it takes. */
  private Lock strongestLock(String table) throws SQLException {
    for (String done : List.of(READ, TUNE, EXCLUSIVE)) {
      Lock lock = awaited(done.formatted(table)).get(table);
      if (lock != null) {
        return lock;
      }
    }
    throw new IllegalStateException(experiment.id() + " no longer waits for " + table);
  }

  private Optional<String> waitsFor(Relations relations) throws SQLException {
    if (!awaited(SNAPSHOT).isEmpty()) {
      return Optional.of("snapshots");
    }
    String table = experiment.table();
    if (relations.names().containsValue(table) && !awaited(READ.formatted(table)).isEmpty()) {
      return Optional.of("readers");
    }
    return relations.tables().contains(table) && !awaited(WRITE.formatted(table)).isEmpty()
        ? Optional.of("writers")
        : Optional.empty();
  }

  /**
   * Runs the statement while a transaction that has done something stays open, up to where it waits
   * for that.
   *
   * @return the awaited lock by the table's name, or by an empty name if it is on no table; empty
   *     if it did not wait
   */
  private Map<String, Lock> awaited(String done) throws SQLException {
    if (!awaited.containsKey(done)) {
      awaited.put(done, measureAwaited(done));
    }
    return awaited.get(done);
  }

  private Map<String, Lock> measureAwaited(String done) throws SQLException {
    try (Trial trial = Trial.inCopy(fixture, experiment);
        Connection other = trial.database().connect();
        Connection watcher = fixture.server().admin()) {
      Map<Long, String> names = Relations.of(trial.connection()).names();
      long session = Trial.session(trial.connection());
      long inTheWay = Trial.session(other);
      other.setAutoCommit(false);
      execute(other, done);
      CompletableFuture<Void> run = CompletableFuture.runAsync(trial::runToItsEnd);
      Map<String, Lock> locks = Map.of();
      while (locks.isEmpty() && !run.isDone()) {
        locks = awaited(watcher, session, inTheWay, names);
      }
      execute(watcher, "SELECT pg_terminate_backend(" + session + ")");
      run.join();
      return locks;
    }
  }

  private static Map<String, Lock> awaited(
      Connection watcher, long session, long inTheWay, Map<Long, String> names)
      throws SQLException {
    String sql =
        "SELECT relation, mode FROM pg_locks"
            + " WHERE NOT granted AND pid = ? AND ? = ANY (pg_blocking_pids(pid))";
    Map<String, Lock> awaited = new TreeMap<>();
    try (PreparedStatement statement = watcher.prepareStatement(sql)) {
      statement.setLong(1, session);
      statement.setLong(2, inTheWay);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          awaited.put(names.getOrDefault(row.getLong(1), ""), Relations.lock(row.getString(2)));
        }
      }
    }
    return awaited;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
