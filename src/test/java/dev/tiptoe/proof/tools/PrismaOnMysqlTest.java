package dev.tiptoe.proof.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Rows;
import dev.tiptoe.servers.SchemaSnapshot;
import dev.tiptoe.servers.ScriptResult;
import dev.tiptoe.servers.ServerKind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Tiptoe wrote for Prisma runs on MySQL and MariaDB tables with rows.
 *
 * <p>Prisma itself does not run here, see {@link PrismaPackets}; that its schema is reached is told
 * from what its own migrations make of an empty database.
 */
@Tag("servers")
class PrismaOnMysqlTest {

  private static final String SAMPLE = "prisma-mysql";

  /** Further arguments of {@code --fix}. */
  private static final List<List<String>> FIXES =
      List.of(List.of(), List.of("--steps", "split"), List.of("--steps", "split", "--batch", "1"));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "MYSQL, 1292, for column 'updatedAt'",
    "MARIADB, 1265, data truncated for column 'name'"
  })
  void theOriginalLosesATextInSilenceAndThenFails(ServerKind kind, int error, String message)
      throws IOException, SQLException {
    try (Database database = withRows(kind);
        Connection connection = database.connect()) {
      ScriptResult result = new PrismaPackets(database).deploy(Project.copy(SAMPLE, folder));
      assertThat(result.vendorCode()).isEqualTo(error);
      assertThat(result.message()).containsIgnoringCase(message);
      assertThat(Rows.contents(connection, "Post", "title", "content"))
          .containsExactly("title=One | content=", "title=Two | content=");
    }
  }

  @ParameterizedTest
  @MethodSource("serversAndFixes")
  void whatTiptoeWroteRunsOnRowsAndEndsInTheSchema(ServerKind kind, List<String> fix)
      throws IOException, SQLException {
    Project fixed = Project.copy(SAMPLE, folder).fix(Blog.VALUES, fix);
    try (Database database = withRows(kind);
        Database empty = kind.server().freshDatabase();
        Connection left = database.connect();
        Connection right = empty.connect()) {
      new PrismaPackets(database).deploy(fixed).orThrow();
      new PrismaPackets(empty).deploy(Project.copy(SAMPLE, folder)).orThrow();
      assertThat(SchemaSnapshot.of(left).difference(SchemaSnapshot.of(right))).isEmpty();
      Blog.assertKept(database);
    }
  }

  static Stream<Arguments> serversAndFixes() {
    return FIXES.stream()
        .flatMap(
            fix ->
                Stream.of(ServerKind.MYSQL, ServerKind.MARIADB)
                    .map(kind -> Arguments.of(kind, fix)));
  }

  private Database withRows(ServerKind kind) throws IOException, SQLException {
    Database database = kind.server().freshDatabase();
    new PrismaPackets(database)
        .deploy(Project.copy(SAMPLE, folder).without(Blog.RENAME, Blog.ROLES))
        .orThrow();
    Blog.fill(database);
    return database;
  }
}
