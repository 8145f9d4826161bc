package dev.tiptoe.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.layout.NewFile;
import dev.tiptoe.lint.FixResult;
import dev.tiptoe.servers.ConcurrentWriter;
import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Mode;
import dev.tiptoe.servers.Server;
import dev.tiptoe.servers.ServerKind;
import dev.tiptoe.split.Project;
import dev.tiptoe.sql.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Split migrations while an application that does not know the new column writes. */
@Tag("servers")
class SplitOnBusyTableTest {

  private static final String SETUP =
      "CREATE TABLE t (id int PRIMARY KEY, name varchar(40) NOT NULL);\n";
  private static final String ROWS =
      "INSERT INTO t WITH RECURSIVE g (v) AS (SELECT 1 UNION ALL SELECT v + 1 FROM g WHERE v < 900) SELECT v, 'x' FROM g;\n";
  private static final String ADD = "ALTER TABLE t ADD COLUMN c int NOT NULL;\n";
  private static final String NULLS = "SELECT count(*) FROM t WHERE c IS NULL";
  private static final int ENOUGH = 3;

  @ParameterizedTest
  @EnumSource
  void withADefaultTheWriterNoticesNothingUntilTheLastStep(ServerKind kind)
      throws SQLException, InterruptedException {
    Project project = project(kind).given("t.c=7");
    try (Database database = filled(kind);
        ConcurrentWriter writer = writer(database)) {
      FixResult fixed = project.fix();
      run(database, fixed.file().text(), project.target());
      for (NewFile file : fixed.newFiles()) {
        awaitProgress(writer);
        assertThat(writer.errors()).isEmpty();
        run(database, file.text(), project.target());
      }
      assertThat(number(database, NULLS)).isZero();
    }
  }

  /** MySQL and MariaDB cannot refuse NULL without a rebuild, so there the last step may fail. */
  @ParameterizedTest
  @EnumSource(names = "POSTGRESQL_.*", mode = EnumSource.Mode.MATCH_ALL)
  void rowsThatCameInMeanwhileAreFilledBeforeTheyAreLookedAt(ServerKind kind)
      throws SQLException, InterruptedException {
    Project project = project(kind).given("t.c=id + length(name)").inBatches(100);
    try (Database database = filled(kind);
        ConcurrentWriter writer = writer(database)) {
      FixResult fixed = project.fix();
      run(database, fixed.file().text(), project.target());
      run(database, fixed.newFiles().get(0).text(), project.target());
      awaitProgress(writer);
      assertThat(number(database, NULLS)).isPositive();
      for (NewFile file : fixed.newFiles().subList(1, fixed.newFiles().size())) {
        run(database, file.text(), project.target());
      }
      assertThat(number(database, "SELECT count(*) FROM t WHERE c = id + length(name)"))
          .isEqualTo(number(database, "SELECT count(*) FROM t"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "POSTGRESQL_.*", mode = EnumSource.Mode.MATCH_ALL)
  void othersWriteWhileRowsAreLookedAtAndTheLastStepReadsNone(ServerKind kind) throws SQLException {
    Project project = project(kind).given("t.c=7");
    List<NewFile> files = project.fix().newFiles();
    try (Database database = filled(kind);
        Connection migration = database.connect();
        Connection last = database.connect();
        Connection application = database.connect();
        Statement step = migration.createStatement();
        Statement lastStep = last.createStatement();
        Statement write = application.createStatement()) {
      run(database, project.fix().file().text(), project.target());
      run(database, files.get(0).text() + files.get(1).text(), project.target());
      migration.setAutoCommit(false);
      step.execute(files.get(2).text());
      assertThat(scans(step)).isPositive();
      write.execute("SET lock_timeout = '2s'");
      write.executeUpdate("INSERT INTO t (id, name) VALUES (5000, 'w')");
      write.executeUpdate("UPDATE t SET name = 'w' WHERE id = 1");
      migration.commit();
      last.setAutoCommit(false);
      lastStep.execute(files.get(3).text());
      assertThat(scans(lastStep)).isZero();
    }
  }

  private static Project project(ServerKind kind) {
    Target target = Prover.target(kind.server());
    return Project.prisma(target.dialect().id() + " " + target.version(), ADD).after(SETUP);
  }

  private static Database filled(ServerKind kind) throws SQLException {
    Server server = kind.server();
    Database database = server.freshDatabase();
    run(database, SETUP + ROWS, Prover.target(server));
    return database;
  }

  private static ConcurrentWriter writer(Database database) throws InterruptedException {
    return ConcurrentWriter.start(
        database,
        "INSERT INTO t (id, name) VALUES (100000 + " + ConcurrentWriter.COUNTER + ", 'w')");
  }

  private static void awaitProgress(ConcurrentWriter writer) throws InterruptedException {
    int wanted = writer.successes() + ENOUGH;
    for (int i = 0; writer.successes() < wanted && i < 1000; i++) {
      Thread.sleep(5);
    }
    assertThat(writer.successes()).isGreaterThanOrEqualTo(wanted);
  }

  private static void run(Database database, String sql, Target target) throws SQLException {
    assertThat(database.runScript(Mode.STATEMENTS, Copy.statements(sql, target)))
        .as(sql)
        .hasToString("success");
  }

  private static long scans(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT pg_stat_get_xact_numscans('t'::regclass)")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static long number(Database database, String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
