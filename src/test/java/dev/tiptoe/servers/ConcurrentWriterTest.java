package dev.tiptoe.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("servers")
class ConcurrentWriterTest {

  @ParameterizedTest
  @EnumSource
  void aWriterWritesUntilItIsClosed(ServerKind kind) throws Exception {
    try (Database database = kind.server().freshDatabase();
        Connection connection = database.connect()) {
      database.runScript("CREATE TABLE t (id int PRIMARY KEY)").orThrow();
      ConcurrentWriter writer = ConcurrentWriter.start(database, "INSERT INTO t VALUES ({n})");
      await(() -> writer.successes() >= 5);
      writer.close();

      assertThat(writer.errors()).isEmpty();
      assertThat(Rows.counts(connection).get("t")).isEqualTo((long) writer.successes());
      Thread.sleep(30);
      assertThat(Rows.counts(connection).get("t")).isEqualTo((long) writer.successes());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWriterCountsTheErrorsThatAMigrationCauses(ServerKind kind) throws Exception {
    try (Database database = kind.server().freshDatabase()) {
      database.runScript("CREATE TABLE t (id int PRIMARY KEY, a int)").orThrow();
      try (ConcurrentWriter writer =
          ConcurrentWriter.start(database, "INSERT INTO t (id, a) VALUES ({n}, 1)")) {
        await(() -> writer.successes() >= 3);
        database.runScript("ALTER TABLE t DROP COLUMN a").orThrow();
        await(() -> !writer.errors().isEmpty());

        assertThat(writer.errors().keySet())
            .singleElement()
            .asString()
            .startsWith(kind.isPostgresql() ? "42703/0 " : "42S22/1054 ");
        database.runScript("ALTER TABLE t ADD COLUMN a int").orThrow();
        int before = writer.successes();
        await(() -> writer.successes() > before);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWriterWaitsForALockAndTellsHowLong(ServerKind kind) throws Exception {
    try (Database database = kind.server().freshDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (id int PRIMARY KEY)");
      try (ConcurrentWriter writer =
          ConcurrentWriter.start(database, "INSERT INTO t VALUES ({n})")) {
        await(() -> writer.successes() >= 3);
        lock(kind, connection, statement);
        Thread.sleep(400);
        int during = writer.successes();
        Thread.sleep(200);
        assertThat(writer.successes()).isEqualTo(during);
        unlock(kind, connection, statement);
        await(() -> writer.successes() > during);

        assertThat(writer.errors()).isEmpty();
        assertThat(writer.longestWait()).isGreaterThan(Duration.ofMillis(400));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWriterThatStillWaitsCanBeClosed(ServerKind kind) throws Exception {
    try (Database database = kind.server().freshDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (id int PRIMARY KEY)");
      ConcurrentWriter writer = ConcurrentWriter.start(database, "INSERT INTO t VALUES ({n})");
      lock(kind, connection, statement);
      Thread.sleep(100);

      long start = System.nanoTime();
      writer.close();

      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
      assertThat(writer.errors()).isEmpty();
    }
  }

  private static void lock(ServerKind kind, Connection connection, Statement statement)
      throws SQLException {
    if (kind.isPostgresql()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE t IN ACCESS EXCLUSIVE MODE");
    } else {
      statement.execute("LOCK TABLES t WRITE");
    }
  }

  private static void unlock(ServerKind kind, Connection connection, Statement statement)
      throws SQLException {
    if (kind.isPostgresql()) {
      connection.commit();
    } else {
      statement.execute("UNLOCK TABLES");
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
