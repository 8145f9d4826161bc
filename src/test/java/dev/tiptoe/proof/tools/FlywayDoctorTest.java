package dev.tiptoe.proof.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiptoe.servers.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Flyway fails on rows, the doctor is called, and Flyway goes on. */
@Tag("servers")
class FlywayDoctorTest {

  private static final String RECORDS = "flyway_schema_history";
  private static final String NAMES = "V2__names_and_points.sql";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"MARIADB", "MYSQL"})
  void aFailedSecondStatementIsFinishedAndTheNextMigrationRuns(ServerKind kind)
      throws IOException, SQLException {
    try (Shop shop = failed(kind, Shop.POINTS)) {
      assertThat(flyway(shop)).satisfies(f -> stopsAt(f, "Detected failed migration to version 2"));
      Shop.Visit visit = shop.doctor(Shop.VALUE);
      assertThat(visit.diagnosis()).isEqualTo("nulls-left");
      assertThat(visit.commands())
          .containsExactly(
              "flyway repair && flyway migrate -skipExecutingMigrations=true -target=2",
              "flyway migrate");

      assertThat(shop.doctor("--apply", "--yes", Shop.VALUE).exit()).isZero();

      shop.write("V3__notes.sql", "CREATE TABLE note (a int);");
      assertThat(flyway(shop).migrate().migrationsExecuted).isOne();
      flyway(shop).validate();
      assertThat(
              shop.difference(
                  RECORDS,
                  Shop.CUSTOMERS,
                  Shop.POINTS + shop.nameRequired(),
                  "CREATE TABLE note (a int);"))
          .isEmpty();
      assertThat(shop.rows("customer", "email", "name"))
          .containsExactly("email=ada | name=ada", "email=bob | name=Bob");
      assertThat(shop.rows(RECORDS, "installed_rank", "description", "script", "success"))
          .contains(
              "installed_rank=2 | description=names and points | script=" + NAMES + " | success=1");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MARIADB", "MYSQL"})
  void aFailedOnlyStatementIsRewrittenAndRunsAgain(ServerKind kind)
      throws IOException, SQLException {
    try (Shop shop = failed(kind, "")) {
      assertThat(shop.doctor(Shop.VALUE).diagnosis()).isEqualTo("nothing-applied");
      assertThat(shop.doctor("--apply", "--yes", Shop.VALUE).exit()).isZero();
      assertThat(flyway(shop).migrate().migrationsExecuted).isOne();
      assertThat(shop.rows("customer", "name")).containsExactly("name=Bob", "name=ada");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MARIADB", "MYSQL"})
  void whatAPersonHasFinishedIsOnlyRecorded(ServerKind kind) throws IOException, SQLException {
    try (Shop shop = failed(kind, Shop.POINTS)) {
      shop.run("UPDATE customer SET name = 'Ada' WHERE id = 1").run(shop.nameRequired());
      assertThat(shop.doctor("--apply", "--yes", "--only-safe").exit()).isZero();
      assertThat(flyway(shop).migrate().migrationsExecuted).isZero();
      assertThat(shop.doctor().diagnosis()).isEqualTo("healthy");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MARIADB", "MYSQL"})
  void whatIsThereIsTakenBackIfAskedFor(ServerKind kind) throws IOException, SQLException {
    try (Shop shop = failed(kind, Shop.POINTS)) {
      assertThat(shop.doctor("--take-back", "--apply", "--yes").exit()).isZero();
      assertThat(shop.difference(RECORDS, Shop.CUSTOMERS)).isEmpty();
      shop.write(NAMES, Shop.POINTS);
      assertThat(flyway(shop).migrate().migrationsExecuted).isOne();
    }
  }

  @Test
  void postgresqlTakesAFailedFileBack() throws IOException, SQLException {
    try (Shop shop = failed(ServerKind.POSTGRESQL_16, Shop.POINTS)) {
      assertThat(shop.doctor().diagnosis()).isEqualTo("healthy");
    }
  }

  @Test
  void aFailedFileWithoutATransactionLeavesNoRecordOnPostgresqlButIsFound()
      throws IOException, SQLException {
    Files.writeString(folder.resolve(NAMES + ".conf"), "executeInTransaction=false");
    try (Shop shop = failed(ServerKind.POSTGRESQL_16, Shop.POINTS)) {
      assertThat(flyway(shop)).satisfies(f -> stopsAt(f, "column \"points\" of relation"));
      assertThat(shop.doctor("--apply", "--yes", "--only-safe", Shop.VALUE).exit()).isOne();
      Shop.Visit visit = shop.doctor(Shop.VALUE);
      assertThat(visit.diagnosis()).isEqualTo("nulls-left");
      assertThat(visit.report().path("happened").asText()).contains("counts as not applied");

      assertThat(shop.doctor("--apply", "--yes", Shop.VALUE).exit()).isZero();

      assertThat(flyway(shop).migrate().migrationsExecuted).isZero();
      flyway(shop).validate();
      assertThat(shop.difference(RECORDS, Shop.CUSTOMERS, Shop.POINTS + shop.nameRequired()))
          .isEmpty();
      assertThat(shop.rows("customer", "name")).containsExactly("name=Bob", "name=ada");
    }
  }

  @Test
  void aMigrationThatRunsNowIsLeftAlone() throws Exception {
    try (Shop shop = Shop.open("flyway", ServerKind.MARIADB, folder)) {
      shop.write("V1__slow.sql", "CREATE TABLE t (a int);\nSELECT SLEEP(30);\n");
      CompletableFuture<Void> migration =
          CompletableFuture.runAsync(() -> stopsAt(flyway(shop), "interrupted"));
      while (shop.doctor().diagnosis().equals("healthy") && !migration.isDone()) {
        Thread.sleep(100);
      }
      Shop.Visit visit = shop.doctor();
      assertThat(visit.diagnosis()).isEqualTo("running");
      assertThat(visit.exit()).isOne();
      shop.run("KILL QUERY " + sleeper(shop));
      migration.get();
    }
  }

  private static String sleeper(Shop shop) throws SQLException {
    return shop.database()
        .answers(
            List.of(
                "SELECT id FROM information_schema.processlist WHERE info LIKE 'SELECT SLEEP%'"))
        .get(0)
        .replaceAll("\\D", "");
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_16", "MARIADB"})
  void filesThatWereEditedOrDeletedAreNamed(ServerKind kind) throws IOException, SQLException {
    try (Shop shop = migrated(kind)) {
      shop.write(NAMES, Shop.POINTS);
      assertThat(flyway(shop).migrate().migrationsExecuted).isOne();
      shop.write("V1__customers.sql", "-- edited\n" + Shop.CUSTOMERS);
      assertThat(flyway(shop)).satisfies(f -> stopsAt(f, "Migration checksum mismatch"));
      assertThat(shop.doctor("--apply", "--yes").diagnosis()).isEqualTo("edited-migration");

      Files.delete(folder.resolve("V1__customers.sql"));
      assertThat(flyway(shop)).satisfies(f -> stopsAt(f, "applied migration not resolved locally"));
      assertThat(shop.doctor("--apply", "--yes").diagnosis()).isEqualTo("deleted-migration");

      flyway(shop).repair();
      assertThat(shop.doctor().diagnosis()).isEqualTo("healthy");
    }
  }

  @Test
  void tablesWithoutRecordsAreNotTakenForAnEmptyDatabase() throws IOException, SQLException {
    try (Shop shop = Shop.open("flyway", ServerKind.POSTGRESQL_16, folder)) {
      shop.write("V1__customers.sql", Shop.CUSTOMERS);
      assertThat(shop.doctor().diagnosis()).isEqualTo("healthy");
      shop.run(Shop.CUSTOMERS);
      assertThat(flyway(shop)).satisfies(f -> stopsAt(f, "but no schema history table"));
      assertThat(shop.doctor().diagnosis()).isEqualTo("no-migrations-table");
    }
  }

  private Shop failed(ServerKind kind, String first) throws IOException, SQLException {
    Shop shop = migrated(kind);
    shop.write(NAMES, first + shop.nameRequired());
    assertThatThrownBy(flyway(shop)::migrate).hasMessageContaining("Failed to execute script");
    return shop;
  }

  private Shop migrated(ServerKind kind) throws IOException, SQLException {
    Shop shop = Shop.open("flyway", kind, folder).write("V1__customers.sql", Shop.CUSTOMERS);
    assertThat(flyway(shop).migrate().migrationsExecuted).isOne();
    return shop.sell();
  }

  private static void stopsAt(Flyway flyway, String message) {
    assertThatThrownBy(flyway::migrate).hasMessageContaining(message);
  }

  private static Flyway flyway(Shop shop) {
    // The tests have no logger for slf4j, so this is silence.
    return Flyway.configure()
        .loggers("slf4j")
        .dataSource(shop.database().url(), null, null)
        .locations("filesystem:" + shop.folder())
        .load();
  }
}
