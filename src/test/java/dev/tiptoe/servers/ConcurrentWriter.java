package dev.tiptoe.servers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An application that goes on inserting rows in its own connection while a migration runs. */
public final class ConcurrentWriter implements AutoCloseable {

  /** The text in the statement for which 1, 2, 3 and so on are put. */
  public static final String COUNTER = "{n}";

  private static final long PAUSE_MILLIS = 3;
  private static final int FIRST_ATTEMPT_SECONDS = 10;
  private static final int LAST_ATTEMPT_SECONDS = 10;

  private final Database database;
  private final String insert;
  private final Thread thread = new Thread(this::run, "concurrent writer");
  private final CountDownLatch attempted = new CountDownLatch(1);
  private final Map<String, Integer> errors = new TreeMap<>();
  private long counter;
  private int successes;
  private Duration longestWait = Duration.ZERO;
  private volatile Statement current;
  private volatile boolean closed;

  private ConcurrentWriter(Database database, String insert) {
    this.database = database;
    this.insert = insert;
    thread.setDaemon(true);
  }

  /** Starts to write and returns after the first attempt has ended, or takes very long. */
  public static ConcurrentWriter start(Database database, String insert)
      throws InterruptedException {
    ConcurrentWriter writer = new ConcurrentWriter(database, insert);
    writer.thread.start();
    writer.attempted.await(FIRST_ATTEMPT_SECONDS, TimeUnit.SECONDS);
    return writer;
  }

  /** Returns how many inserts have succeeded so far. */
  public synchronized int successes() {
    return successes;
  }

  /** Returns how often each error came, by SQLState, vendor code and message. */
  public synchronized Map<String, Integer> errors() {
    return new TreeMap<>(errors);
  }

  /** Returns the longest time that one insert took, whether it succeeded or not. */
  public synchronized Duration longestWait() {
    return longestWait;
  }

  private void run() {
    while (!closed) {
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        current = statement;
        while (!closed && !connection.isClosed()) {
          insert(statement);
          Thread.sleep(PAUSE_MILLIS);
        }
      } catch (SQLException e) {
        failed(e);
        attempted.countDown();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void insert(Statement statement) {
    counter++;
    long start = System.nanoTime();
    try {
      statement.executeUpdate(insert.replace(COUNTER, Long.toString(counter)));
      succeeded();
    } catch (SQLException e) {
      if (!closed) {
        failed(e);
      }
    } finally {
      waited(Duration.ofNanos(System.nanoTime() - start));
      attempted.countDown();
    }
  }

  private synchronized void succeeded() {
    successes++;
  }

  private synchronized void failed(SQLException e) {
    String message = ScriptResult.messageOf(e).lines().findFirst().orElse("");
    errors.merge(e.getSQLState() + "/" + e.getErrorCode() + " " + message, 1, Integer::sum);
  }

  private synchronized void waited(Duration wait) {
    longestWait = longestWait.compareTo(wait) < 0 ? wait : longestWait;
  }

  /** Ends the writer after its current insert, which is cancelled if it still waits. */
  @Override
  public void close() throws SQLException {
    closed = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(1));
      if (thread.isAlive() && current != null) {
        current.cancel();
      }
      thread.join(TimeUnit.SECONDS.toMillis(LAST_ATTEMPT_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
