package dev.tiptoe.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Statements whose effect is well known, on tables with rows. */
@Tag("servers")
class StatementObserverTest {

  private static final List<String> SETUP =
      List.of(
          "CREATE TABLE teams (id int PRIMARY KEY)",
          "CREATE TABLE users (id int PRIMARY KEY, name varchar(20), team int)",
          "CREATE INDEX users_name ON users (name)",
          "INSERT INTO teams VALUES (1)",
          "INSERT INTO users VALUES (1, 'Ada', 1), (2, 'Alan', 1)");

  @Test
  void postgresqlTellsLocksFilesAndPasses() throws SQLException {
    assertThat(
            seen(
                ServerKind.POSTGRESQL_16,
                Mode.STATEMENTS,
                "ALTER TABLE users ADD FOREIGN KEY (team) REFERENCES teams",
                "ALTER TABLE users ALTER COLUMN team TYPE bigint",
                "ALTER TABLE users ALTER COLUMN name TYPE varchar(20) COLLATE \"C\"",
                "CREATE TABLE fresh AS SELECT * FROM teams",
                "CREATE INDEX ON fresh (id)",
                "UPDATE users SET name = 'Grace' WHERE id = 2",
                "TRUNCATE users"))
        .containsExactly(
            "locks teams SHARE ROW EXCLUSIVE, users SHARE ROW EXCLUSIVE; scans teams, users",
            "locks teams ACCESS EXCLUSIVE, users ACCESS EXCLUSIVE; rewrites users; scans users",
            "locks users ACCESS EXCLUSIVE; scans users; rebuilds users_name",
            "scans teams",
            "",
            "changes 1 row",
            "locks users ACCESS EXCLUSIVE");
  }

  @Test
  void whatAnEarlierStatementHasLockedIsHeldToTheEndOfTheTransaction() throws SQLException {
    assertThat(
            seen(
                ServerKind.POSTGRESQL_16,
                Mode.ONE_TRANSACTION,
                "ALTER TABLE users ADD COLUMN plan text",
                "UPDATE users SET plan = 'free'",
                "COMMIT",
                "BEGIN",
                "ALTER TABLE users ALTER COLUMN plan SET NOT NULL",
                "COMMIT",
                "UPDATE users SET plan = ''"))
        .containsExactly(
            "locks users ACCESS EXCLUSIVE",
            "holds users ACCESS EXCLUSIVE; scans users; changes 2 rows",
            "",
            "",
            "locks users ACCESS EXCLUSIVE; scans users",
            "",
            "scans users; changes 2 rows");
  }

  @Test
  void whatRefusesATransactionRunsAloneWhereItMay() throws SQLException {
    String[] statements = {
      "CREATE INDEX CONCURRENTLY users_team ON users (team)",
      "VACUUM FULL users",
      "REINDEX INDEX CONCURRENTLY users_name",
      "CREATE UNIQUE INDEX CONCURRENTLY ON users (team)"
    };
    assertThat(seen(ServerKind.POSTGRESQL_16, Mode.STATEMENTS, statements))
        .containsExactly(
            "runs alone; locks users SHARE UPDATE EXCLUSIVE",
            "runs alone; locks users ACCESS EXCLUSIVE; rewrites users",
            "runs alone; locks users SHARE UPDATE EXCLUSIVE; rebuilds users_name",
            "fails 23505");
    assertThat(seen(ServerKind.POSTGRESQL_16, Mode.ONE_TRANSACTION, statements))
        .containsExactly("fails 25001");
  }

  @Test
  void nobodyWritesToAMaterializedView() throws SQLException {
    List<String> view =
        List.of(
            "CREATE MATERIALIZED VIEW names AS SELECT name FROM users",
            "CREATE UNIQUE INDEX ON names (name)");
    try (Database database = ServerKind.POSTGRESQL_14.server().freshDatabase()) {
      database.runScript(Mode.STATEMENTS, SETUP).orThrow();
      database.runScript(Mode.STATEMENTS, view).orThrow();
      try (StatementObserver observer = StatementObserver.of(database)) {
        assertThat(
                observer.run(
                    Mode.STATEMENTS,
                    List.of(
                        "REFRESH MATERIALIZED VIEW CONCURRENTLY names",
                        "REFRESH MATERIALIZED VIEW names")))
            .extracting(seen -> seen.blockedTables())
            .containsExactly(Set.of(), Set.of("names"));
      }
    }
  }

  @Test
  void whatNeedsATransactionFailsWithoutOne() throws SQLException {
    String lock = "LOCK TABLE users";
    assertThat(seen(ServerKind.POSTGRESQL_18, Mode.STATEMENTS, lock))
        .containsExactly("fails 25P01");
    assertThat(seen(ServerKind.POSTGRESQL_18, Mode.ONE_TRANSACTION, lock))
        .containsExactly("locks users ACCESS EXCLUSIVE");
  }

  @Test
  void aCommitThatFailsIsTheFailureOfTheLastStatement() throws SQLException {
    assertThat(
            seen(
                ServerKind.POSTGRESQL_16,
                Mode.ONE_TRANSACTION,
                "ALTER TABLE users ADD FOREIGN KEY (team) REFERENCES teams INITIALLY DEFERRED",
                "INSERT INTO users VALUES (3, 'Grace', 9)"))
        .containsExactly(
            "locks teams SHARE ROW EXCLUSIVE, users SHARE ROW EXCLUSIVE; scans teams, users",
            "fails 23503");
  }

  @Test
  void mariadbTellsTheCheapestWay() throws SQLException {
    assertThat(
            seen(
                ServerKind.MARIADB,
                Mode.STATEMENTS,
                "ALTER TABLE users ADD COLUMN age int",
                "CREATE FULLTEXT INDEX words ON users (name)",
                "alter table `users` modify name varchar(20) not null, algorithm=instant",
                "ALTER TABLE users ADD COLUMN age int"))
        .containsExactly(
            "algorithm INSTANT; locks users NONE",
            "algorithm INPLACE; locks users SHARED; rewrites users",
            "fails 1845");
  }

  @Test
  void mysqlTellsTheCheapestWay() throws SQLException {
    assertThat(
            seen(
                ServerKind.MYSQL,
                Mode.STATEMENTS,
                "ALTER TABLE users ADD COLUMN age int",
                "CREATE INDEX users_team ON users (team)",
                "ALTER TABLE users MODIFY age bigint, ALGORITHM=COPY",
                "ALTER TABLE users PARTITION BY HASH (id) PARTITIONS 2",
                "ALTER TABLE users ADD PARTITION PARTITIONS 1",
                "DELETE FROM users",
                "ALTER TABLE users ADD COLUMN age int"))
        .containsExactly(
            "algorithm INSTANT; locks users NONE",
            "algorithm INPLACE; locks users NONE",
            "algorithm COPY; rewrites users",
            "algorithm COPY; locks users SHARED; rewrites users",
            "algorithm INPLACE; locks users SHARED; rewrites users",
            "changes 2 rows",
            "fails 1060");
  }

  private static List<String> seen(ServerKind kind, Mode mode, String... statements)
      throws SQLException {
    try (Database database = kind.server().freshDatabase()) {
      database.runScript(Mode.STATEMENTS, SETUP).orThrow();
      try (StatementObserver observer = StatementObserver.of(database)) {
        return observer.run(mode, List.of(statements)).stream().map(Observation::toString).toList();
      }
    }
  }
}
