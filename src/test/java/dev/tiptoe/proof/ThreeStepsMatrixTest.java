package dev.tiptoe.proof;

import dev.tiptoe.servers.ServerKind;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every type of column with every kind of default, and every shape of statement, on every server.
 */
@Tag("servers")
class ThreeStepsMatrixTest {

  private static final Tally TALLY = new Tally();

  @TestFactory
  Stream<DynamicTest> aNewRequiredColumnOnPostgresql14() throws SQLException, IOException {
    return tests(ServerKind.POSTGRESQL_14);
  }

  @TestFactory
  Stream<DynamicTest> aNewRequiredColumnOnPostgresql16() throws SQLException, IOException {
    return tests(ServerKind.POSTGRESQL_16);
  }

  @TestFactory
  Stream<DynamicTest> aNewRequiredColumnOnPostgresql18() throws SQLException, IOException {
    return tests(ServerKind.POSTGRESQL_18);
  }

  @TestFactory
  Stream<DynamicTest> aNewRequiredColumnOnMariadb() throws SQLException, IOException {
    return tests(ServerKind.MARIADB);
  }

  @TestFactory
  Stream<DynamicTest> aNewRequiredColumnOnMysql() throws SQLException, IOException {
    return tests(ServerKind.MYSQL);
  }

  @AfterAll
  static void showCounts() {
    System.out.println(TALLY.table("add-not-null-column"));
  }

  private static Stream<DynamicTest> tests(ServerKind kind) throws SQLException, IOException {
    List<Verdict> verdicts =
        Prover.prove(
            kind,
            target -> {
              List<Trial> trials = new ArrayList<>();
              for (ColumnType type : ColumnType.all(target.dialect())) {
                for (DefaultKind value : DefaultKind.values()) {
                  trials.add(value.trial(type));
                }
              }
              trials.addAll(Shapes.trials("shapes", target));
              return trials;
            });
    TALLY.add(verdicts);
    return verdicts.stream().map(Verdict::test);
  }
}
