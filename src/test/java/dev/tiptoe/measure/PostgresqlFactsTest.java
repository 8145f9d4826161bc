package dev.tiptoe.measure;

import dev.tiptoe.servers.Server;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Version;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every server of PostgreSQL does what the table says of it; {@code -Dupdate} writes the table. */
@Tag("measure")
class PostgresqlFactsTest {

  private static ExperimentsFile file;
  private static TableUnderTest table;

  @BeforeAll
  static void readOperations() throws IOException {
    file = ExperimentsFile.of(Dialect.POSTGRESQL);
    table = new TableUnderTest(Dialect.POSTGRESQL, file.experiments());
  }

  @AfterAll
  static void write() throws IOException {
    table.write();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 11, 12, 13, 14, 15, 16, 17, 18})
  void theTableSaysWhatTheServerDoes(int major) throws SQLException {
    try (Server server = Server.postgresql(major)) {
      Version version = Version.of(server.version()).orElseThrow();
      table.hold(version, PostgresqlMeasurer.measure(server, file));
    }
  }
}
