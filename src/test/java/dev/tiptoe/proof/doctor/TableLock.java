package dev.tiptoe.proof.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An application in whose transaction the servers have been read, so that no DDL gets at them. */
final class TableLock implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String WAITING_ON_POSTGRESQL =
      """
      SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event IN ('relation', 'virtualxid')
      """;
  private static final String WAITING_ON_MYSQL =
      """
      SELECT id FROM information_schema.processlist
      WHERE db = DATABASE() AND state = 'Waiting for table metadata lock'
      """;
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

  private final Patient patient;
  private final Connection holder;
  private final Connection watcher;

  private TableLock(Patient patient, Connection holder, Connection watcher) {
    this.patient = patient;
    this.holder = holder;
    this.watcher = watcher;
  }

  static TableLock of(Patient patient) throws SQLException {
    Connection holder = patient.database().connect();
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute(patient.ward().spell("SELECT count(*) FROM \"Server\""));
    }
    return new TableLock(patient, holder, patient.database().connect());
  }

  /** Returns when somebody waits for the table. */
  void awaitWaiter() throws SQLException, InterruptedException {
    String waiting = patient.ward().isPostgresql() ? WAITING_ON_POSTGRESQL : WAITING_ON_MYSQL;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (sessions(waiting).isEmpty()) {
      pause(deadline, "nobody waits for the table");
    }
  }

  /** Ends the sessions that wait for the table, as a failover or an administrator would. */
  void endWaiters() throws SQLException {
    boolean postgresql = patient.ward().isPostgresql();
    for (long session : sessions(postgresql ? WAITING_ON_POSTGRESQL : WAITING_ON_MYSQL)) {
      try (Statement statement = watcher.createStatement()) {
        statement.execute(
            postgresql ? "SELECT pg_terminate_backend(" + session + ")" : "KILL " + session);
      }
    }
  }

  /** Releases the table, and returns when nobody is in the database any more. */
  void releaseAndAwaitQuiet() throws SQLException, InterruptedException {
    holder.close();
    String others = patient.ward().isPostgresql() ? OTHERS_ON_POSTGRESQL : OTHERS_ON_MYSQL;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!sessions(others).isEmpty()) {
      pause(deadline, "somebody stays in the database");
    }
  }

  private List<Long> sessions(String query) throws SQLException {
    List<Long> sessions = new ArrayList<>();
    try (Statement statement = watcher.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        sessions.add(row.getLong(1));
      }
    }
    return sessions;
  }

  private static void pause(long deadline, String complaint) throws InterruptedException {
    if (System.nanoTime() > deadline) {
      throw new AssertionError(complaint);
    }
    Thread.sleep(20);
  }

  @Override
  public void close() throws SQLException {
    holder.close();
    watcher.close();
  }
}
