package dev.tiptoe.proof.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.servers.ServerKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The doctor of golang-migrate, which cannot be had here: its table and what it leaves in it are
 * imitated as its source has them.
 */
@Tag("servers")
class GolangMigrateDoctorTest {

  private static final String RECORDS = "schema_migrations";
  private static final String NAMES = "000003_names_and_points";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"MARIADB", "MYSQL"})
  void whatIsMissingIsMadeAndTheVersionForced(ServerKind kind) throws IOException, SQLException {
    try (Shop shop = dirty(kind, 3).run(Shop.POINTS)) {
      Shop.Visit visit = shop.doctor(Shop.VALUE);
      assertThat(visit.diagnosis()).isEqualTo("nulls-left");
      assertThat(visit.report().path("happened").asText())
          .contains("Dirty database version 3. Fix and force version.");
      assertThat(visit.commands())
          .containsExactly(
              "migrate -path . -database \"$DATABASE_URL\" force 3",
              "migrate -path . -database \"$DATABASE_URL\" up");

      assertThat(shop.doctor("--apply", "--yes", Shop.VALUE).exit()).isZero();

      assertThat(version(shop)).isEqualTo("[3, 0]");
      assertThat(shop.difference(RECORDS, Shop.CUSTOMERS, Shop.POINTS + shop.nameRequired()))
          .isEmpty();
      assertThat(shop.rows("customer", "name")).containsExactly("name=Bob", "name=ada");
    }
  }

  @Test
  void theDocumentationShowsWhatItSays() throws IOException, SQLException {
    try (Shop shop = dirty(ServerKind.MARIADB, 3).run(Shop.POINTS)) {
      assertThat(Path.of("docs/doctor-tools.md"))
          .content()
          .contains("```text\n" + shop.toldByTheDoctor(Shop.VALUE) + "```");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_16", "MARIADB"})
  void whereNothingIsThereTheVersionBeforeIsForced(ServerKind kind)
      throws IOException, SQLException {
    try (Shop shop = dirty(kind, 3)) {
      assertThat(shop.doctor(Shop.VALUE).commands())
          .startsWith("migrate -path . -database \"$DATABASE_URL\" force 1");
      assertThat(shop.doctor("--apply", "--yes", Shop.VALUE).exit()).isZero();
      assertThat(version(shop)).isEqualTo("[1, 0]");
      assertThat(folder.resolve(NAMES + ".up.sql")).content().contains("UPDATE customer");
    }
  }

  @Test
  void beforeTheFirstVersionThereIsNone() throws IOException, SQLException {
    try (Shop shop = dirty(ServerKind.POSTGRESQL_16, 1).run("DROP TABLE customer")) {
      assertThat(shop.doctor().commands())
          .startsWith("migrate -path . -database \"$DATABASE_URL\" force -1");
      assertThat(shop.doctor("--apply", "--yes", "--only-safe").exit()).isZero();
      assertThat(version(shop)).isEmpty();
    }
  }

  @Test
  void aFailedWayDownMarksTheVersionBefore() throws IOException, SQLException {
    try (Shop shop = dirty(ServerKind.POSTGRESQL_16, 1)) {
      shop.run("UPDATE customer SET name = 'Ada' WHERE id = 1");
      shop.run(Shop.POINTS + shop.nameRequired());
      assertThat(shop.doctor().report().path("migration").asText()).isEqualTo(NAMES + ".up.sql");
      assertThat(shop.doctor("--apply", "--yes", "--only-safe").exit()).isZero();
      assertThat(version(shop)).isEqualTo("[3, 0]");
    }
  }

  @Test
  void aVersionWithoutAFileIsNamed() throws IOException, SQLException {
    try (Shop shop = dirty(ServerKind.POSTGRESQL_16, 7)) {
      assertThat(shop.doctor("--apply", "--yes").diagnosis()).isEqualTo("unknown-migration");
      shop.run("UPDATE schema_migrations SET dirty = FALSE");
      assertThat(shop.doctor("--apply", "--yes").diagnosis()).isEqualTo("deleted-migration");
      shop.run("UPDATE schema_migrations SET version = 3");
      assertThat(shop.doctor().diagnosis()).isEqualTo("healthy");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_16", "MARIADB"})
  void aMigrationThatRunsNowIsLeftAlone(ServerKind kind) throws IOException, SQLException {
    try (Shop shop = dirty(kind, 3)) {
      String name = shop.database().name();
      List<String> locks =
          kind.isPostgresql()
              ? List.of("public\0schema_migrations\0/" + name, "public\0schema_migrations\0" + name)
              : List.of(name + ":schema_migrations");
      for (String lock : locks) {
        try (Connection connection = shop.database().connect();
            Statement statement = connection.createStatement()) {
          statement.execute(
              kind.isPostgresql()
                  ? "SELECT pg_advisory_lock(" + number(lock) + ")"
                  : "SELECT GET_LOCK('" + number(lock) + "', 10)");
          assertThat(shop.doctor("--apply", "--yes", Shop.VALUE).diagnosis()).isEqualTo("running");
        }
      }
      assertThat(version(shop)).isEqualTo(kind.isPostgresql() ? "[3, t]" : "[3, 1]");
    }
  }

  private static String number(String lock) {
    CRC32 sum = new CRC32();
    sum.update(lock.getBytes(StandardCharsets.UTF_8));
    return String.valueOf(sum.getValue() * 1486364155L & 0xFFFF_FFFFL);
  }

  private static String version(Shop shop) throws SQLException {
    return shop.database()
        .answers(List.of("SELECT version, dirty FROM schema_migrations"))
        .get(0)
        .replace("f]", "0]");
  }

  /** Returns one in which the second migration has failed or been stopped. */
  private Shop dirty(ServerKind kind, int version) throws IOException, SQLException {
    Shop shop = Shop.open("golang-migrate", kind, folder);
    return shop.write("000001_customers.up.sql", Shop.CUSTOMERS)
        .write("000001_customers.down.sql", "DROP TABLE customer;\n")
        .write(NAMES + ".up.sql", Shop.POINTS + shop.nameRequired())
        .write(NAMES + ".down.sql", "ALTER TABLE customer DROP COLUMN points;\n")
        .run(Shop.CUSTOMERS)
        .sell()
        .run(
            "CREATE TABLE schema_migrations (version bigint not null primary key, dirty boolean not null)")
        .run("INSERT INTO schema_migrations VALUES (" + version + ", TRUE)");
  }
}
