package dev.tiptoe.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Holds up a statement that commits by itself, so that its locks can be seen: by an old snapshot
 * and by having written to every table.
 */
final class LoneStatement implements AutoCloseable {

  /** A statement to be run. */
  interface Action {
    void run() throws SQLException;
  }

  private static final long PAUSE_MILLIS = 2;

  private static final String WRITABLE =
      """
      SELECT format('%I.%I', n.nspname, c.relname)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
        AND n.nspname NOT IN ('pg_catalog', 'information_schema')
      """;

  private static final String WAITS =
      "SELECT wait_event_type = 'Lock' FROM pg_stat_activity WHERE pid = ";

  private final Connection holder;

  LoneStatement(Connection holder) throws SQLException {
    this.holder = holder;
    holder.setAutoCommit(false);
    holder.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement statement = holder.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet row = statement.executeQuery(WRITABLE)) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
      for (String table : tables) {
        statement.execute("LOCK TABLE " + table + " IN ROW EXCLUSIVE MODE");
      }
    }
  }

  /**
   * Runs a statement in another session and returns what it has or wants when it is first held up,
   * by object number; empty if nothing holds it up.
   */
  Map<Long, String> locks(int session, Action action) throws SQLException {
    CompletableFuture<Void> running =
        CompletableFuture.runAsync(
            () -> {
              try {
                action.run();
              } catch (SQLException e) {
                throw new CompletionException(e);
              }
            });
    Map<Long, String> locks = new HashMap<>();
    try {
      while (!running.isDone() && !waits(session)) {
        Thread.sleep(PAUSE_MILLIS);
      }
      if (!running.isDone()) {
        locks.putAll(PostgresState.locks(holder, session));
      }
      holder.rollback();
      running.join();
      return locks;
    } catch (CompletionException e) {
      throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException(e);
    }
  }

  private boolean waits(int session) throws SQLException {
    try (Statement statement = holder.createStatement();
        ResultSet row = statement.executeQuery(WAITS + session)) {
      return row.next() && row.getBoolean(1);
    }
  }

  @Override
  public void close() throws SQLException {
    holder.rollback();
  }
}
