package dev.tiptoe.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.lint.Linter;
import dev.tiptoe.lint.Options;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Server;
import dev.tiptoe.servers.ServerKind;
import dev.tiptoe.sql.Script;
import dev.tiptoe.text.SourceFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PostgreSQL reads the table to make a column required, but not where a CHECK has proven it. */
@Tag("servers")
class ValidatedCheckTest {

  private static final String PROOF =
      """
      ALTER TABLE t ADD CONSTRAINT k CHECK (c IS NOT NULL) NOT VALID;
      ALTER TABLE t VALIDATE CONSTRAINT k;
      """;
  private static final String REQUIRE = "ALTER TABLE t ALTER COLUMN c SET NOT NULL;";

  @ParameterizedTest
  @EnumSource(names = "POSTGRESQL_.*", mode = EnumSource.Mode.MATCH_ALL)
  void aValidatedCheckSparesTheScanAndTheFinding(ServerKind kind) throws SQLException {
    Server server = kind.server();
    assertThat(scans(server, "")).isEqualTo(1);
    assertThat(scans(server, PROOF)).isZero();
    assertThat(findings(server, REQUIRE)).isOne();
    assertThat(findings(server, PROOF + REQUIRE)).isZero();
  }

  private static int findings(Server server, String sql) {
    SourceFile file = new SourceFile("proof.sql", sql);
    return new Linter(Rules.book(), Options.defaults())
        .lint(Script.read(file, Prover.target(server)))
        .findings()
        .size();
  }

  /** Counts how often SET NOT NULL reads the table after what came before it. */
  private static int scans(Server server, String before) throws SQLException {
    try (Database database = server.freshDatabase()) {
      database.runScript("CREATE TABLE t (c int); INSERT INTO t VALUES (1);" + before).orThrow();
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute(REQUIRE);
        try (ResultSet row =
            statement.executeQuery("SELECT pg_stat_get_xact_numscans('t'::regclass)")) {
          row.next();
          return row.getInt(1);
        }
      }
    }
  }
}
