package dev.tiptoe.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tiptoe.layout.NewFile;
import dev.tiptoe.lint.FixResult;
import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Mode;
import dev.tiptoe.servers.SchemaSnapshot;
import dev.tiptoe.servers.Server;
import dev.tiptoe.servers.ServerKind;
import dev.tiptoe.split.Project;
import dev.tiptoe.sql.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Migrations whose steps are migrations of their own: file by file on tables with rows they end in
 * the schema that the original makes of an empty one.
 */
@Tag("servers")
class SplitTest {

  private static final int BATCH = 100;

  @TestFactory
  Stream<DynamicTest> theSchemaIsTheSameOnPostgresql14() {
    return tests(ServerKind.POSTGRESQL_14);
  }

  @TestFactory
  Stream<DynamicTest> theSchemaIsTheSameOnPostgresql16() {
    return tests(ServerKind.POSTGRESQL_16);
  }

  @TestFactory
  Stream<DynamicTest> theSchemaIsTheSameOnPostgresql18() {
    return tests(ServerKind.POSTGRESQL_18);
  }

  @TestFactory
  Stream<DynamicTest> theSchemaIsTheSameOnMariadb() {
    return tests(ServerKind.MARIADB);
  }

  @TestFactory
  Stream<DynamicTest> theSchemaIsTheSameOnMysql() {
    return tests(ServerKind.MYSQL);
  }

  private static Stream<DynamicTest> tests(ServerKind kind) {
    Server server = kind.server();
    Target target = Prover.target(server);
    String words = target.dialect().id() + " " + target.version();
    List<DynamicTest> tests = new ArrayList<>();
    for (SplitShape shape : SplitShape.all(kind.isPostgresql())) {
      Project project = shape.project(words);
      for (Mode mode : Mode.values()) {
        tests.add(
            dynamicTest(shape.name() + ", " + mode, () -> prove(server, shape, project, mode)));
        tests.add(
            dynamicTest(
                shape.name() + " in batches, " + mode,
                () -> prove(server, shape, project.inBatches(BATCH), mode)));
      }
    }
    return tests.stream();
  }

  private static void prove(Server server, SplitShape shape, Project project, Mode mode)
      throws SQLException {
    FixResult fixed = project.fix();
    assertThat(fixed.newFiles()).as(fixed.problem()).isNotEmpty();
    try (Database empty = server.freshDatabase();
        Database filled = server.freshDatabase()) {
      run(empty, Mode.STATEMENTS, shape.setup(), project.target());
      run(empty, Mode.STATEMENTS, shape.sql(), project.target());
      run(filled, Mode.STATEMENTS, shape.setup(), project.target());
      run(filled, Mode.STATEMENTS, shape.rows(), project.target());
      run(filled, mode, fixed.file().text(), project.target());
      for (NewFile file : fixed.newFiles()) {
        boolean batches = file.text().contains("COMMIT;");
        long before = turns(filled, project.target());
        run(
            filled,
            batches && mode == Mode.ONE_TRANSACTION ? Mode.STATEMENTS : mode,
            file.text(),
            project.target());
        if (batches) {
          assertThat(turns(filled, project.target()) - before)
              .as("transactions of\n" + file.text())
              .isGreaterThanOrEqualTo(2);
        }
      }
      assertThat(snapshot(empty).difference(snapshot(filled))).as(Project.text(fixed)).isEmpty();
      assertThat(lastNumber(filled, "SELECT count(*) FROM t")).isEqualTo(SplitShape.ROWS);
      assertThat(lastNumber(filled, "SELECT count(*) FROM t WHERE " + shape.wrong())).isZero();
    }
  }

  private static void run(Database database, Mode mode, String sql, Target target)
      throws SQLException {
    assertThat(
            mode == Mode.WHOLE_FILE
                ? database.runScript(sql)
                : database.runScript(mode, Copy.statements(sql, target)))
        .as(sql)
        .hasToString("success");
  }

  /**
   * How many transactions have changed rows of the table, or on MySQL how many COMMITs there were.
   */
  private static long turns(Database database, Target target) throws SQLException {
    return target.dialect().isMySqlLike()
        ? lastNumber(database, "SHOW GLOBAL STATUS LIKE 'Com_commit'")
        : lastNumber(database, "SELECT count(DISTINCT xmin::text) FROM t");
  }

  /** The first row's last column. */
  private static long lastNumber(Database database, String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(row.getMetaData().getColumnCount());
    }
  }

  private static SchemaSnapshot snapshot(Database database) throws SQLException {
    try (Connection connection = database.connect()) {
      return SchemaSnapshot.of(connection);
    }
  }
}
