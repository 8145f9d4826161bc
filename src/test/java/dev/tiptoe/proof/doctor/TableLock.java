package dev.tiptoe.proof.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** An application in whose transaction the servers have been read, so that no DDL gets at them. */
record TableLock(Connection holder, Sessions sessions) implements AutoCloseable {

  static TableLock of(Patient patient) throws SQLException {
    Connection holder = patient.database().connect();
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute(patient.ward().spell("SELECT count(*) FROM \"Server\""));
    }
    return new TableLock(holder, Sessions.of(patient));
  }

  void awaitWaiter() throws SQLException, InterruptedException {
    sessions.awaitWaiter();
  }

  void endWaiters() throws SQLException {
    sessions.endWaiters();
  }

  /** Releases the table, and returns when nobody is in the database any more. */
  void releaseAndAwaitQuiet() throws SQLException, InterruptedException {
    holder.close();
    sessions.awaitNobody();
  }

  @Override
  public void close() throws SQLException {
    holder.close();
    sessions.close();
  }
}
