package dev.tiptoe.proof.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.servers.ServerKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The doctor of sqlx, which cannot be had here: its table and what it leaves in it are imitated as
 * its source has them.
 */
@Tag("servers")
class SqlxDoctorTest {

  private static final String RECORDS = "_sqlx_migrations";
  private static final String FIRST = "20250101000000_customers.sql";
  private static final String NAMES = "20250201000000_names_and_points.sql";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"MARIADB", "MYSQL"})
  void aFailedSecondStatementIsFinishedAndTheRowCounts(ServerKind kind)
      throws IOException, SQLException {
    try (Shop shop = failed(kind, Shop.POINTS).run(Shop.POINTS)) {
      Shop.Visit visit = shop.doctor(Shop.VALUE);
      assertThat(visit.diagnosis()).isEqualTo("nulls-left");
      assertThat(visit.report().path("happened").asText())
          .contains("migration 20250201000000 is partially applied; fix and remove row");

      assertThat(shop.doctor("--apply", "--yes", Shop.VALUE).exit()).isZero();

      assertThat(records(shop)).isEqualTo(records(FIRST, NAMES));
      assertThat(shop.difference(RECORDS, Shop.CUSTOMERS, Shop.POINTS + shop.nameRequired()))
          .isEmpty();
      assertThat(shop.rows("customer", "name")).containsExactly("name=Bob", "name=ada");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MARIADB", "MYSQL"})
  void whereNothingIsThereTheRowGoes(ServerKind kind) throws IOException, SQLException {
    try (Shop shop = failed(kind, "")) {
      assertThat(shop.doctor(Shop.VALUE).commands())
          .containsExactly(
              "DELETE FROM _sqlx_migrations WHERE version = 20250201000000 AND success = FALSE;",
              "sqlx migrate run --source .");
      assertThat(shop.doctor("--apply", "--yes", Shop.VALUE).exit()).isZero();
      assertThat(records(shop)).isEqualTo(records(FIRST));
    }
  }

  @Test
  void aStoppedRunWithoutATransactionIsFoundOnPostgresql() throws IOException, SQLException {
    try (Shop shop = open(ServerKind.POSTGRESQL_16)) {
      shop.write(NAMES, "-- no-transaction\nCREATE INDEX CONCURRENTLY names ON customer (name);\n")
          .run("CREATE INDEX CONCURRENTLY names ON customer (name)");
      assertThat(shop.doctor("--apply", "--yes", "--only-safe").exit()).isOne();
      assertThat(shop.doctor().diagnosis()).isEqualTo("applied-but-not-recorded");

      assertThat(shop.doctor("--apply", "--yes").exit()).isZero();

      assertThat(records(shop)).isEqualTo(records(FIRST, NAMES));
      assertThat(shop.rows(RECORDS, "description"))
          .containsExactly("description=customers", "description=names and points");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_16", "MARIADB"})
  void filesThatWereEditedOrDeletedAreNamed(ServerKind kind) throws IOException, SQLException {
    try (Shop shop = open(kind)) {
      assertThat(shop.doctor().diagnosis()).isEqualTo("healthy");
      shop.write(FIRST, Shop.CUSTOMERS.replace("\n", "\r\n"));
      Shop.Visit visit = shop.doctor("--apply", "--yes");
      assertThat(visit.diagnosis()).isEqualTo("edited-migration");
      shop.run(visit.report().path("steps").path(1).path("how").asText());
      assertThat(shop.doctor().diagnosis()).isEqualTo("healthy");

      shop.write(NAMES, Shop.POINTS);
      Files.delete(folder.resolve(FIRST));
      assertThat(shop.doctor("--apply", "--yes").diagnosis()).isEqualTo("deleted-migration");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_16", "MARIADB"})
  void aMigrationThatRunsNowIsLeftAlone(ServerKind kind) throws IOException, SQLException {
    try (Shop shop = failed(kind, Shop.POINTS);
        Connection connection = shop.database().connect();
        Statement statement = connection.createStatement()) {
      CRC32 sum = new CRC32();
      sum.update(shop.database().name().getBytes(StandardCharsets.UTF_8));
      long number = 0x3d32ad9eL * sum.getValue();
      statement.execute(
          kind.isPostgresql()
              ? "SELECT pg_advisory_lock(" + number + ")"
              : "SELECT GET_LOCK('" + Long.toHexString(number) + "', 10)");
      assertThat(shop.doctor("--apply", "--yes", Shop.VALUE).diagnosis()).isEqualTo("running");
    }
  }

  private Shop failed(ServerKind kind, String first) throws IOException, SQLException {
    Shop shop = open(kind);
    shop.write(NAMES, first + shop.nameRequired());
    return record(shop, NAMES, "FALSE");
  }

  private Shop open(ServerKind kind) throws IOException, SQLException {
    Shop shop = Shop.open("sqlx", kind, folder).write(FIRST, Shop.CUSTOMERS);
    shop.run(Shop.CUSTOMERS)
        .sell()
        .run(
            """
            CREATE TABLE _sqlx_migrations (
              version BIGINT PRIMARY KEY,
              description TEXT NOT NULL,
              installed_on %s NOT NULL DEFAULT CURRENT_TIMESTAMP,
              success BOOLEAN NOT NULL,
              checksum %s NOT NULL,
              execution_time BIGINT NOT NULL)"""
                .formatted(
                    kind.isPostgresql() ? "TIMESTAMPTZ" : "TIMESTAMP",
                    kind.isPostgresql() ? "BYTEA" : "BLOB"));
    return record(shop, FIRST, "TRUE");
  }

  private Shop record(Shop shop, String file, String success) throws IOException, SQLException {
    String sum = sum(file);
    return shop.run(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)"
            + " VALUES ("
            + file.substring(0, 14)
            + ", 'customers', "
            + success
            + ", "
            + (shop.kind().isPostgresql() ? "'\\x" + sum + "'" : "x'" + sum + "'")
            + ", -1)");
  }

  private String records(String... files) throws IOException {
    StringBuilder records = new StringBuilder();
    for (String file : files) {
      records.append(records.isEmpty() ? "" : "\n");
      records.append("[" + file.substring(0, 14) + ", " + sum(file) + ", 1]");
    }
    return records.toString();
  }

  private static String records(Shop shop) throws SQLException {
    String sum = shop.kind().isPostgresql() ? "encode(checksum, 'hex')" : "lower(hex(checksum))";
    return shop.database()
        .answers(List.of("SELECT version, " + sum + ", success FROM _sqlx_migrations"))
        .get(0)
        .replace("t]", "1]");
  }

  private String sum(String file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-384")
                  .digest(Files.readAllBytes(folder.resolve(file))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
