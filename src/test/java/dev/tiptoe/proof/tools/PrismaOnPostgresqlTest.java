package dev.tiptoe.proof.tools;

import static dev.tiptoe.proof.tools.PrismaSends.FILES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Prisma Migrate deploys what Tiptoe wrote, on PostgreSQL tables with rows. */
@Tag("servers")
class PrismaOnPostgresqlTest {

  private static final String SAMPLE = "prisma-postgresql";

  /** Further arguments of {@code --fix}. */
  private static final List<List<String>> FIXES = List.of(List.of(), List.of("--steps", "split"));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void theOriginalFailsOnRowsAndStaysInTheWay(PrismaSends sends) throws IOException, SQLException {
    PrismaCli prisma = PrismaCli.installed();
    Project original = Project.copy(SAMPLE, folder).without(Blog.RENAME);
    try (Database database = withRows(prisma)) {
      Finished deploy = prisma.migrate(original, database, sends, "deploy");
      assertThat(deploy.exit()).isEqualTo(1);
      assertThat(deploy.output()).contains("P3018", "20240510140000_roles", "23502");
      assertThat(prisma.migrate(original, database, sends, "deploy").output()).contains("P3009");

      Finished difference = difference(prisma, original, database);
      assertThat(difference.exit()).isEqualTo(2);
      assertThat(difference.output()).contains("Added column `updatedAt`");
      assertThat(difference.output().contains("Added enums"))
          .as("what came before the failing statement is undone")
          .isEqualTo(sends == FILES);
    }
  }

  @ParameterizedTest
  @MethodSource("fixesAndSends")
  void whatTiptoeWroteIsDeployedOnRowsAndEndsInTheSchema(List<String> fix, PrismaSends sends)
      throws IOException, SQLException {
    PrismaCli prisma = PrismaCli.installed();
    Project fixed = Project.copy(SAMPLE, folder).fix(Blog.VALUES, fix);
    try (Database database = withRows(prisma)) {
      assertThat(prisma.migrate(fixed, database, sends, "deploy").output())
          .contains("All migrations have been successfully applied.");
      assertThat(difference(prisma, fixed, database).output()).contains("No difference detected.");
      Blog.assertKept(database);
    }
  }

  static Stream<Arguments> fixesAndSends() {
    return FIXES.stream()
        .flatMap(fix -> Stream.of(PrismaSends.values()).map(sends -> Arguments.of(fix, sends)));
  }

  private Database withRows(PrismaCli prisma) throws IOException, SQLException {
    Database database = Server.postgresql(16).freshDatabase();
    Project before = Project.copy(SAMPLE, folder).without(Blog.RENAME, Blog.ROLES);
    assertThat(prisma.migrate(before, database, FILES, "deploy").output())
        .contains("All migrations have been successfully applied.");
    Blog.fill(database);
    return database;
  }

  private static Finished difference(PrismaCli prisma, Project project, Database database)
      throws IOException {
    return prisma.migrate(
        project,
        database,
        FILES,
        "diff",
        "--from-config-datasource",
        "--to-schema=prisma/schema.prisma",
        "--exit-code");
  }
}
