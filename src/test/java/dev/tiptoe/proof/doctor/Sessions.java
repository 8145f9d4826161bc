package dev.tiptoe.proof.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Who is in a patient's database, seen from a session of its own. */
record Sessions(boolean postgresql, Connection watcher) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String OTHERS_ON_POSTGRESQL =
      """
      SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
      """;
  private static final String OTHERS_ON_MYSQL =
      """
      SELECT id FROM information_schema.processlist
      WHERE db = DATABASE() AND id <> CONNECTION_ID()
      """;

  /** A concurrent index waits for transactions rather than for the table. */
  private static final String WAITING_ON_POSTGRESQL =
      OTHERS_ON_POSTGRESQL + " AND wait_event IN ('relation', 'virtualxid')";

  private static final String WAITING_ON_MYSQL =
      OTHERS_ON_MYSQL + " AND state = 'Waiting for table metadata lock'";

  static Sessions of(Patient patient) throws SQLException {
    return new Sessions(patient.ward().isPostgresql(), patient.database().connect());
  }

  /** Returns when somebody waits for a table. */
  void awaitWaiter() throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (waiting().isEmpty()) {
      pause(deadline, "nobody waits for the table");
    }
  }

  /** Returns when nobody else is in the database any more. */
  void awaitNobody() throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!ids(postgresql ? OTHERS_ON_POSTGRESQL : OTHERS_ON_MYSQL).isEmpty()) {
      pause(deadline, "somebody stays in the database");
    }
  }

  /** Ends those who wait for a table, as a failover or an administrator would. */
  void endWaiters() throws SQLException {
    for (long session : waiting()) {
      try (Statement statement = watcher.createStatement()) {
        statement.execute(
            postgresql ? "SELECT pg_terminate_backend(" + session + ")" : "KILL " + session);
      }
    }
  }

  private List<Long> waiting() throws SQLException {
    return ids(postgresql ? WAITING_ON_POSTGRESQL : WAITING_ON_MYSQL);
  }

  private List<Long> ids(String query) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (Statement statement = watcher.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        ids.add(row.getLong(1));
      }
    }
    return ids;
  }

  private static void pause(long deadline, String complaint) throws InterruptedException {
    if (System.nanoTime() > deadline) {
      throw new AssertionError(complaint);
    }
    Thread.sleep(10);
  }

  @Override
  public void close() throws SQLException {
    watcher.close();
  }
}
