package dev.tiptoe.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;

@Tag("servers")
class ServersTest {

  private static final List<String> THIRD_FAILS =
      List.of(
          "CREATE TABLE a (id int PRIMARY KEY)",
          "INSERT INTO a VALUES (1)",
          "INSERT INTO a VALUES (1)",
          "INSERT INTO a VALUES (2)");

  @ParameterizedTest
  @EnumSource
  void aServerTellsItsDialectAndVersion(ServerKind kind) {
    Server server = kind.server();

    assertThat(server.dialect() + "_" + server.version())
        .startsWith(
            switch (kind) {
              case POSTGRESQL_14 -> "postgresql_14.";
              case POSTGRESQL_16 -> "postgresql_16.";
              case POSTGRESQL_18 -> "postgresql_18.";
              case MARIADB -> "mariadb_11.4.";
              case MYSQL -> "mysql_8.0.";
            });
    assertThat(kind.server()).isSameAs(server);
  }

  @ParameterizedTest
  @EnumSource
  void aFreshDatabaseIsEmptyAndGoesWhenItIsClosedEvenIfSomebodyIsStillInIt(ServerKind kind)
      throws SQLException {
    Server server = kind.server();
    String name;
    Connection left;
    try (Database database = server.freshDatabase()) {
      name = database.name();
      left = database.connect();
      assertThat(Rows.counts(left)).isEmpty();
      database.runScript("CREATE TABLE a (id int)").orThrow();
      left.setAutoCommit(false);
      try (Statement statement = left.createStatement()) {
        statement.executeUpdate("INSERT INTO a VALUES (1)");
      }
    }
    assertThatThrownBy(left::commit).isInstanceOf(SQLException.class);
    left.close();
    assertThat(databases(server)).doesNotContain(name);
  }

  private static List<String> databases(Server server) throws SQLException {
    String sql =
        server.dialect().equals("postgresql")
            ? "SELECT datname FROM pg_database"
            : "SELECT schema_name FROM information_schema.schemata";
    List<String> names = new ArrayList<>();
    try (Connection connection = server.admin();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  @ParameterizedTest
  @EnumSource
  void aWholeFileIsOneTransactionOnPostgresqlOnly(ServerKind kind) throws SQLException {
    try (Database database = kind.server().freshDatabase();
        Connection connection = database.connect()) {
      ScriptResult result = database.runScript(Mode.WHOLE_FILE, THIRD_FAILS);

      assertDuplicate(kind, result);
      assertThat(Rows.counts(connection).toString())
          .isEqualTo(kind.isPostgresql() ? "{}" : "{a=1}");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWholeFileRunsToItsEnd(ServerKind kind) throws SQLException {
    try (Database database = kind.server().freshDatabase();
        Connection connection = database.connect()) {
      database
          .runScript(
              """
              CREATE TABLE a (id int, t text); -- a comment; with '
              INSERT INTO a VALUES (1, 'one; {fn x} ? :name');
              SELECT * FROM a;
              UPDATE a SET id = 2 /* where; */;
              ALTER TABLE a ADD COLUMN b int;

              -- the end
              """)
          .orThrow();

      assertThat(Rows.contents(connection, "a"))
          .containsExactly("id=2 | t=one; {fn x} ? :name | b=null");
    }
  }

  @ParameterizedTest
  @EnumSource
  void statementsSentAloneStayWhenALaterOneFails(ServerKind kind) throws SQLException {
    try (Database database = kind.server().freshDatabase();
        Connection connection = database.connect()) {
      ScriptResult result = database.runScript(Mode.STATEMENTS, THIRD_FAILS);

      assertDuplicate(kind, result);
      assertThat(result.failed()).isEqualTo(2);
      assertThat(Rows.counts(connection).toString()).isEqualTo("{a=1}");
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneTransactionTakesBackWhatTheServerCanTakeBack(ServerKind kind) throws SQLException {
    try (Database database = kind.server().freshDatabase();
        Connection connection = database.connect()) {
      ScriptResult result = database.runScript(Mode.ONE_TRANSACTION, THIRD_FAILS);

      assertDuplicate(kind, result);
      assertThat(result.failed()).isEqualTo(2);
      assertThat(Rows.counts(connection).toString())
          .isEqualTo(kind.isPostgresql() ? "{}" : "{a=0}");
      assertThat(database.runScript(Mode.ONE_TRANSACTION, List.of("SELECT 1")).succeeded())
          .isTrue();
    }
  }

  private static void assertDuplicate(ServerKind kind, ScriptResult result) {
    assertThat(result.succeeded()).isFalse();
    assertThat(result.sqlState()).isEqualTo(kind.isPostgresql() ? "23505" : "23000");
    assertThat(result.vendorCode()).isEqualTo(kind.isPostgresql() ? 0 : 1062);
    assertThat(result.message()).containsIgnoringCase("duplicate").doesNotContain("conn=");
    assertThatThrownBy(result::orThrow).isInstanceOf(SQLException.class);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "POSTGRESQL.*")
  void doBlocksAndFunctionsInDollarQuotesSurviveInAWholeFile(ServerKind kind) throws SQLException {
    try (Database database = kind.server().freshDatabase();
        Connection connection = database.connect()) {
      database
          .runScript(
              """
              CREATE TABLE a (id int);
              DO $do$ BEGIN INSERT INTO a VALUES (1); INSERT INTO a VALUES (2); END $do$;
              CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$
                BEGIN RETURN (SELECT count(*) FROM a); END; $$;
              INSERT INTO a SELECT f() WHERE f() = 2;
              """)
          .orThrow();

      assertThat(Rows.contents(connection, "a")).containsExactly("id=1", "id=2", "id=2");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "POSTGRESQL.*")
  void concurrentlyIsRefusedInAWholeFileAndAcceptedAlone(ServerKind kind) throws SQLException {
    try (Database database = kind.server().freshDatabase()) {
      database.runScript("CREATE TABLE a (id int)").orThrow();
      List<String> script =
          List.of("SET lock_timeout = '1s'", "CREATE INDEX CONCURRENTLY i ON a (id)");

      assertThat(database.runScript(Mode.WHOLE_FILE, script).sqlState()).isEqualTo("25001");
      assertThat(database.runScript(Mode.ONE_TRANSACTION, script).sqlState()).isEqualTo("25001");
      assertThat(database.runScript(Mode.STATEMENTS, script).succeeded()).isTrue();
    }
  }

  @Test
  void aTestThatNeedsMysqlIsSkippedIfTheBuildHasNone() {
    String given = System.clearProperty(MysqlEngine.PROPERTY);
    try {
      assertThat(Server.mysqlAvailable()).isFalse();
      assertThatThrownBy(Server::mysql)
          .isInstanceOf(TestAbortedException.class)
          .hasMessageContaining("-Dtiptoe.mysql.dist");
    } finally {
      if (given != null) {
        System.setProperty(MysqlEngine.PROPERTY, given);
      }
    }
  }
}
