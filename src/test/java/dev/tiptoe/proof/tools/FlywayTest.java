package dev.tiptoe.proof.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Rows;
import dev.tiptoe.servers.SchemaSnapshot;
import dev.tiptoe.servers.ServerKind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Flyway migrates what Tiptoe wrote, on PostgreSQL and MySQL tables with rows. */
@Tag("servers")
class FlywayTest {

  private static final String LAST = "sql/V3__status_of_orders.sql";
  private static final List<String> VALUES =
      List.of("--backfill=orders.status='open'", "--backfill=customer.name=email");

  /** Further arguments of {@code --fix}. */
  private static final List<List<String>> FIXES =
      List.of(List.of(), List.of("--steps", "split"), List.of("--steps", "split", "--batch", "1"));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"POSTGRESQL_16, flyway-postgresql", "MYSQL, flyway-mysql"})
  void theOriginalFailsOnRowsOfPostgresqlAndFillsThoseOfMysqlInSilence(
      ServerKind kind, String sample) throws IOException, SQLException {
    try (Database database = withRows(kind, sample);
        Connection connection = database.connect()) {
      Flyway flyway = flyway(database, Project.copy(sample, folder)).load();
      if (kind.isPostgresql()) {
        assertThatThrownBy(flyway::migrate)
            .hasMessageContaining("23502")
            .hasMessageContaining("V3__status_of_orders.sql");
      } else {
        flyway.migrate();
        assertThat(Rows.contents(connection, "orders", "status"))
            .containsExactly("status=", "status=");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("serversAndFixes")
  void whatTiptoeWroteIsMigratedOnRowsAndEndsInTheSchema(
      ServerKind kind, String sample, List<String> fix) throws IOException, SQLException {
    Project fixed = Project.copy(sample, folder).fix(VALUES, fix);
    try (Database database = withRows(kind, sample);
        Database empty = kind.server().freshDatabase();
        Connection left = database.connect();
        Connection right = empty.connect()) {
      Flyway flyway = flyway(database, fixed).load();
      flyway.migrate();
      flyway.validate();
      flyway(empty, Project.copy(sample, folder)).load().migrate();

      assertThat(SchemaSnapshot.of(left).difference(SchemaSnapshot.of(right))).isEmpty();
      assertThat(Rows.contents(left, "orders", "customer_id", "total", "status"))
          .containsExactly(
              "customer_id=1 | total=5.00 | status=open",
              "customer_id=2 | total=7.50 | status=open");
      assertThat(Rows.contents(left, "customer", "email", "name", "points"))
          .containsExactly("email=ada | name=ada | points=0", "email=bob | name=bob | points=0");
    }
  }

  static Stream<Arguments> serversAndFixes() {
    return FIXES.stream()
        .flatMap(
            fix ->
                Stream.of(
                    Arguments.of(ServerKind.POSTGRESQL_16, "flyway-postgresql", fix),
                    Arguments.of(ServerKind.MYSQL, "flyway-mysql", fix)));
  }

  private Database withRows(ServerKind kind, String sample) throws IOException, SQLException {
    Database database = kind.server().freshDatabase();
    Project before = Project.copy(sample, folder).without(LAST);
    assertThat(flyway(database, before).load().migrate().migrationsExecuted).isEqualTo(3);
    database
        .runScript(
            """
            INSERT INTO customer (email) VALUES ('ada'), ('bob');
            INSERT INTO orders (customer_id, total) VALUES (1, 5), (2, 7.5);
            """)
        .orThrow();
    return database;
  }

  /** Configured as the sample's flyway.toml says, which only Flyway's command line reads. */
  private static FluentConfiguration flyway(Database database, Project project) {
    FluentConfiguration flyway = flyway(database, project.folder().resolve("sql"));
    flyway
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return flyway.placeholders(Map.of("team", "shop"));
  }

  private static FluentConfiguration flyway(Database database, Path migrations) {
    // The tests have no logger for slf4j, so this is silence.
    return Flyway.configure()
        .loggers("slf4j")
        .dataSource(database.url(), null, null)
        .locations("filesystem:" + migrations);
  }
}
