package dev.tiptoe.proof.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.servers.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names with whatever a name may hold; to each server they are names and nothing else. */
@Tag("servers")
class OddNamesTest {

  /** Not a slash, which no folder's name can hold. */
  private static final String MIGRATION =
      "20250301100000_it's; DROP TABLE \"Server\"; -- $$ \\ é `";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MYSQL", "MARIADB"})
  void everyNameIsAName(Ward ward) throws IOException, SQLException {
    String table = quoted(ward, "it's \"a\"; `t` $$ \\ é");
    String column = quoted(ward, ward.isPostgresql() ? "c" : "';\" \\` $1 ?{ü");
    String index = quoted(ward, "i'; \"x\" \\ ß");
    try (Patient patient = Patient.admitted(ward, folder)) {
      Patient odd =
          patient.rawMigration(
              "20250201100000_odd",
              "CREATE TABLE " + table + " (id INTEGER NOT NULL PRIMARY KEY, n INTEGER);\n");
      assertThat(odd.prisma("deploy").exit()).isZero();
      patient.database().runScript("INSERT INTO " + table + " VALUES (1, 10), (2, 20)").orThrow();
      String type = ward.isPostgresql() ? "TEXT" : "VARCHAR(191)";
      patient.rawMigration(
          MIGRATION,
          """
          ALTER TABLE %1$s ADD COLUMN %2$s %4$s;
          ALTER TABLE %1$s %5$s;
          CREATE INDEX %3$s ON %1$s (%2$s);
          """
              .formatted(
                  table,
                  column,
                  index,
                  type,
                  ward.isPostgresql()
                      ? "ALTER COLUMN " + column + " SET NOT NULL"
                      : "MODIFY " + column + " " + type + " NOT NULL"));
      assertThat(patient.prisma("deploy").output()).contains("P3018");
      assertThat(patient.history()).endsWith(MIGRATION + " failed");

      new Doctor(patient)
          .diagnoses(ward.keepsWhatCameBefore() ? "partly-applied" : "nothing-applied")
          .cures();
      try (Connection connection = patient.database().connect()) {
        assertThat(Rows.contents(connection, "it's \"a\"; `t` $$ \\ é", "id", "n"))
            .containsExactly("id=1 | n=10", "id=2 | n=20");
      }
    }
  }

  private static String quoted(Ward ward, String name) {
    String quote = ward.isPostgresql() ? "\"" : "`";
    return quote + name.replace(quote, quote + quote) + quote;
  }
}
