package dev.tiptoe.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tiptoe.servers.Server;
import dev.tiptoe.servers.ServerKind;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Target;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Rewritten scripts, statement by statement, on tables into which an application writes. */
@Tag("servers")
class BusyTableTest {

  private static final List<DefaultKind> KINDS =
      List.of(
          DefaultKind.GUESSED,
          DefaultKind.GUESSED_INSTANT,
          DefaultKind.GIVEN_CONSTANT,
          DefaultKind.GIVEN_RANDOM,
          DefaultKind.GIVEN_SUBQUERY,
          DefaultKind.OWN_CONSTANT_REWRITTEN,
          DefaultKind.OWN_EXPRESSION_REWRITTEN,
          DefaultKind.OWN_RANDOM_REWRITTEN,
          DefaultKind.OWN_CONSTANT_GIVEN_SUBQUERY);

  @TestFactory
  Stream<DynamicTest> aWriterGoesOnOnPostgresql14() throws SQLException, IOException {
    return tests(ServerKind.POSTGRESQL_14);
  }

  @TestFactory
  Stream<DynamicTest> aWriterGoesOnOnPostgresql16() throws SQLException, IOException {
    return tests(ServerKind.POSTGRESQL_16);
  }

  @TestFactory
  Stream<DynamicTest> aWriterGoesOnOnPostgresql18() throws SQLException, IOException {
    return tests(ServerKind.POSTGRESQL_18);
  }

  @TestFactory
  Stream<DynamicTest> aWriterGoesOnOnMariadb() throws SQLException, IOException {
    return tests(ServerKind.MARIADB);
  }

  @TestFactory
  Stream<DynamicTest> aWriterGoesOnOnMysql() throws SQLException, IOException {
    return tests(ServerKind.MYSQL);
  }

  private static Stream<DynamicTest> tests(ServerKind kind) throws SQLException, IOException {
    Server server = kind.server();
    Target target = Prover.target(server);
    Copy copy = new Copy(server.freshDatabase());
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : types(target)) {
      ColumnType type = ColumnType.named(target.dialect(), name);
      for (DefaultKind value : KINDS) {
        Trial trial = value.trial(type);
        String number = "z%04dz".formatted(tests.size());
        if (!Busy.isRewritten(trial, target)) {
          continue;
        }
        tests.add(
            dynamicTest(
                trial.name(),
                () ->
                    assertThat(Busy.problems(copy, target, trial, number))
                        .as(trial.sql())
                        .isEmpty()));
      }
    }
    assertThat(tests).hasSizeGreaterThan(20);
    return tests.stream().onClose(() -> close(copy));
  }

  private static List<String> types(Target target) {
    return target.is(Dialect.POSTGRESQL)
        ? List.of("int", "text", "timestamptz", "jsonb")
        : List.of("int", "varchar(40)", "timestamp", "text", "json");
  }

  private static void close(Copy copy) {
    try {
      copy.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
