package dev.tiptoe.proof.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.servers.ServerKind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dbmate fails on rows, the doctor is called, and dbmate goes on. */
@Tag("servers")
class DbmateDoctorTest {

  private static final String RECORDS = "schema_migrations";
  private static final String NAMES = "20250201000000_names_and_points.sql";
  private static final String NOTES = "CREATE TABLE note (a int);\n";
  private static final String DOWN = "-- migrate:down\nDROP TABLE note;\n";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"MARIADB", "MYSQL"})
  void aFailedSecondStatementIsFinishedAndTheNextMigrationRuns(ServerKind kind)
      throws IOException, SQLException {
    try (Shop shop = failed(kind)) {
      assertThat(up(shop).output()).contains("Duplicate column name 'points'");
      Shop.Visit visit = shop.doctor(Shop.VALUE);
      assertThat(visit.diagnosis()).isEqualTo("nulls-left");
      assertThat(visit.commands())
          .containsExactly(
              "INSERT INTO schema_migrations (version) VALUES ('20250201000000');",
              "dbmate --migrations-dir . up");

      assertThat(shop.doctor("--apply", "--yes", Shop.VALUE).exit()).isZero();

      shop.write("20250301000000_notes.sql", "-- migrate:up\n" + NOTES + DOWN);
      Finished up = up(shop);
      assertThat(up.exit()).as(up.output()).isZero();
      assertThat(up.output()).contains("20250301000000").doesNotContain("20250201000000");
      assertThat(shop.difference(RECORDS, Shop.CUSTOMERS, Shop.POINTS + shop.nameRequired(), NOTES))
          .isEmpty();
      assertThat(shop.rows("customer", "name")).containsExactly("name=Bob", "name=ada");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MARIADB", "MYSQL"})
  void whatIsThereIsTakenBackIfAskedFor(ServerKind kind) throws IOException, SQLException {
    try (Shop shop = failed(kind)) {
      assertThat(shop.doctor("--take-back", "--apply", "--yes").exit()).isZero();
      shop.write(NAMES, "-- migrate:up\n" + Shop.POINTS + DOWN);
      Finished up = up(shop);
      assertThat(up.exit()).as(up.output()).isZero();
    }
  }

  @Test
  void postgresqlTakesAFailedFileBack() throws IOException, SQLException {
    try (Shop shop = failed(ServerKind.POSTGRESQL_16)) {
      assertThat(shop.doctor().diagnosis()).isEqualTo("healthy");
      assertThat(shop.difference(RECORDS, Shop.CUSTOMERS)).isEmpty();
    }
  }

  private Shop failed(ServerKind kind) throws IOException, SQLException {
    Shop shop = Shop.open("dbmate", kind, folder);
    shop.write("20250101000000_customers.sql", "-- migrate:up\n" + Shop.CUSTOMERS + DOWN);
    Finished first = up(shop);
    assertThat(first.exit()).as(first.output()).isZero();
    shop.sell().write(NAMES, "-- migrate:up\n" + Shop.POINTS + shop.nameRequired() + DOWN);
    assertThat(up(shop).exit()).isNotZero();
    return shop;
  }

  private static Finished up(Shop shop) throws IOException {
    Path program = NpmPackages.installed().modules().resolve("@dbmate/linux-x64/bin/dbmate");
    return Finished.run(
        shop.folder(),
        Map.of("DATABASE_URL", url(shop)),
        List.of(program.toString(), "--no-dump-schema", "--migrations-dir", ".", "up"));
  }

  private static String url(Shop shop) {
    String url = shop.database().url();
    return shop.kind().isPostgresql()
        ? url.substring("jdbc:".length())
        : "mysql://root@" + url.substring(url.indexOf("//") + 2, url.indexOf('?'));
  }
}
