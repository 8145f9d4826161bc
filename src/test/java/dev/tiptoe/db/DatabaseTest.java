package dev.tiptoe.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tiptoe.db.DatabaseProblem.Kind;
import dev.tiptoe.servers.ServerKind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("servers")
class DatabaseTest {

  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(5));

  private static final Patience HASTE =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(1));

  private static Database writing(dev.tiptoe.servers.Database scratch) throws DatabaseProblem {
    return Database.open(Address.of(scratch.url()), PATIENCE, Access.READ_WRITE);
  }

  private static DatabaseProblem problem(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    return catchThrowableOfType(DatabaseProblem.class, work);
  }

  @ParameterizedTest
  @EnumSource
  void theServerSaysWhatItIsAndWhereNamesAreLookedUp(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Database database = Database.open(Address.of(scratch.url()), PATIENCE, Access.READ_ONLY)) {
      assertThat(database.target().dialect().id()).isEqualTo(kind.server().dialect());
      assertThat(kind.server().version()).startsWith(database.target().version().toString());
      assertThat(database.schema()).isEqualTo(kind.isPostgresql() ? "public" : scratch.name());
    }
  }

  @ParameterizedTest
  @EnumSource
  void valuesGoInAndComeOut(ServerKind kind) throws Exception {
    Instant now = Instant.parse("2026-11-22T10:11:12.345Z");
    try (var scratch = kind.server().freshDatabase();
        Database database = writing(scratch)) {
      String type = kind.isPostgresql() ? "timestamptz(3)" : "datetime(3)";
      database.run("CREATE TABLE a (id varchar(36), n bigint, at " + type + ")");

      assertThat(database.update("INSERT INTO a VALUES (?, ?, ?)", "a'; \\ é?", 5, now)).isOne();
      assertThat(database.update("INSERT INTO a VALUES (?, ?, ?)", "b", null, null)).isOne();

      Row first = database.query("SELECT * FROM a WHERE id <> ? ORDER BY id", "c").get(0);
      assertThat(first.text("id")).isEqualTo("a'; \\ é?");
      assertThat(first.number("N")).isEqualTo(5);
      assertThat(first.time("at")).contains(now);
      Row second = database.query("SELECT * FROM a WHERE n IS NULL").get(0);
      assertThat(second.find("n")).isEmpty();
      assertThat(second.time("at")).isEmpty();
      assertThatThrownBy(() -> second.find("other")).hasMessageContaining("other");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStatementReachesTheServerAsItIsWritten(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Database database = writing(scratch)) {
      database.run("CREATE TABLE a (id int, t varchar(50) DEFAULT '? :x {fn now()} ;')");
      database.run("INSERT INTO a (id) VALUES (1)");
      if (kind.isPostgresql()) {
        database.run(
            "DO $$ BEGIN IF '{\"k\": 1}'::jsonb ? 'k' THEN UPDATE a SET id = 2; END IF; END $$");
        database.run("CREATE INDEX CONCURRENTLY i ON a (id)");
      } else {
        database.run(
            "CREATE PROCEDURE p() BEGIN DECLARE x INT DEFAULT 2; UPDATE a SET id = x; END");
        database.run("CALL p()");
      }
      Row row = database.query("SELECT * FROM a").get(0);
      assertThat(row.text("t")).isEqualTo("? :x {fn now()} ;");
      assertThat(row.number("id")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTransactionIsDoneOrNotDone(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Database database = writing(scratch)) {
      database.run("CREATE TABLE a (id int)");
      database.transaction(() -> database.update("INSERT INTO a VALUES (?)", 1));

      assertThat(
              problem(
                  () ->
                      database.transaction(
                          () -> {
                            database.update("INSERT INTO a VALUES (?)", 2);
                            database.run("INSERT INTO missing VALUES (1)");
                          })))
          .hasMessageContaining("missing");
      assertThatThrownBy(
              () ->
                  database.transaction(
                      () -> {
                        database.update("INSERT INTO a VALUES (?)", 3);
                        throw new IllegalStateException("stop");
                      }))
          .hasMessage("stop");

      assertThat(database.query("SELECT id FROM a"))
          .extracting(row -> row.number("id"))
          .containsExactly(1L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void transactionsInTheTextOfAMigrationAreItsOwn(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Database database = writing(scratch)) {
      database.run("CREATE TABLE a (id int)");
      database.run("BEGIN");
      database.run("INSERT INTO a VALUES (1)");
      database.run("COMMIT");
      database.run("BEGIN");
      database.run("INSERT INTO a VALUES (2)");
      assertThat(problem(() -> database.run("INSERT INTO missing VALUES (1)"))).isNotNull();

      assertThat(database.query("SELECT id FROM a")).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void readingWritesNothing(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Database database = Database.open(Address.of(scratch.url()), PATIENCE, Access.READ_ONLY)) {
      assertThat(problem(() -> database.run("CREATE TABLE a (id int)")).kind())
          .isEqualTo(Kind.NO_RIGHTS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tablesAreFoundByTheirExactNames(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Database database = writing(scratch)) {
      String odd = "Odd \"`.é";
      database.run("CREATE TABLE " + database.quoted(odd) + " (id int)");
      database.run("CREATE VIEW v AS SELECT 1 AS one");

      assertThat(database.hasTable(odd)).isTrue();
      assertThat(database.hasTable("v")).isFalse();
      assertThat(database.hasTable("%")).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void waitingForALockEnds(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Connection other = scratch.connect();
        Statement statement = other.createStatement();
        Database database = Database.open(Address.of(scratch.url()), HASTE, Access.READ_WRITE)) {
      statement.execute("CREATE TABLE a (id int)");
      other.setAutoCommit(false);
      statement.execute("INSERT INTO a VALUES (1)");

      DatabaseProblem problem = problem(() -> database.run("ALTER TABLE a ADD COLUMN b int"));

      assertThat(problem.kind()).isEqualTo(Kind.LOCKED);
      assertThat(problem.code()).isEqualTo(kind.isPostgresql() ? "55P03" : "1205");
      other.rollback();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStatementThatTakesTooLongEnds(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Database database = Database.open(Address.of(scratch.url()), HASTE, Access.READ_WRITE)) {
      database.run("CREATE TABLE a AS SELECT 1 AS id");
      String sleep = kind.isPostgresql() ? "pg_sleep(30)" : "sleep(30)";
      String wait =
          kind.isPostgresql()
              ? "UPDATE a SET id = 2 WHERE pg_sleep(30) IS NOT NULL"
              : "UPDATE a SET id = 2 WHERE sleep(30) = 0";

      assertThat(problem(() -> database.run(wait)).kind()).isEqualTo(Kind.LOCKED);
      long start = System.nanoTime();
      problem(() -> database.query("SELECT " + sleep));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
      assertThat(database.query("SELECT id FROM a").get(0).number("id")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatIsEndedIsLost(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Connection other = scratch.connect();
        Statement statement = other.createStatement();
        Database database = writing(scratch)) {
      database.run("CREATE TABLE a (id int)");
      boolean isPostgresql = kind.isPostgresql();
      long id =
          database
              .query("SELECT " + (isPostgresql ? "pg_backend_pid()" : "connection_id()") + " AS id")
              .get(0)
              .number("id");

      DatabaseProblem problem =
          problem(
              () ->
                  database.transaction(
                      () -> {
                        database.update("INSERT INTO a VALUES (1)");
                        end(statement, isPostgresql, id);
                        database.update("INSERT INTO a VALUES (2)");
                      }));

      assertThat(problem.kind()).isEqualTo(Kind.LOST);
      assertThat(problem).hasMessageContaining("/" + scratch.name());
      assertThat(problem(() -> database.query("SELECT 1")).kind()).isEqualTo(Kind.LOST);
      try (Database again = writing(scratch)) {
        assertThat(again.query("SELECT * FROM a")).isEmpty();
      }
    }
  }

  private static void end(Statement statement, boolean isPostgresql, long id) {
    try {
      statement.execute(isPostgresql ? "SELECT pg_terminate_backend(" + id + ")" : "KILL " + id);
      Thread.sleep(200);
    } catch (SQLException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRefusedIsSaidInTheServersWords(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Database database = writing(scratch)) {
      database.run("CREATE TABLE a (id int PRIMARY KEY)");
      database.update("INSERT INTO a VALUES (?)", 7);

      DatabaseProblem problem = problem(() -> database.update("INSERT INTO a VALUES (?)", 7));

      assertThat(problem.kind()).isEqualTo(Kind.FAILED);
      assertThat(problem.code()).isEqualTo(kind.isPostgresql() ? "23505" : "1062");
      assertThat(problem.getMessage()).contains("7").doesNotContain("conn=", "ERROR", "Position");
      assertThat(problem.getMessage().toLowerCase(Locale.ROOT)).contains("duplicate");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theDriversPrintNothing(ServerKind kind) throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true));
    try (var scratch = kind.server().freshDatabase();
        Database database = writing(scratch)) {
      problem(() -> database.run("nonsense"));
      String nowhere = scratch.url().replaceFirst("127.0.0.1:[0-9]+", "localhost:1");
      assertThat(problem(() -> Database.open(Address.of(nowhere), HASTE, Access.READ_ONLY)).kind())
          .isEqualTo(Kind.UNREACHABLE);
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString()).isEmpty();
  }
}
