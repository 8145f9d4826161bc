package dev.tiptoe.proof.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrations of one statement that the rows do not allow. */
@Tag("servers")
class FailedOnDataTest {

  private static final String NAME = "20250301100000_stricter";

  @TempDir Path folder;

  @Test
  void aRequiredTime() throws IOException, SQLException {
    try (Patient patient = Patient.admitted(Ward.MYSQL, folder)) {
      String sql = "ALTER TABLE \"Server\" ADD COLUMN \"seenAt\" DATETIME(3) NOT NULL;\n";
      fails(patient.migration(NAME, sql), "1292");
      new Doctor(patient).diagnoses("nothing-applied").cures();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_STATEMENTS", "MYSQL", "MARIADB"})
  void aColumnMadeRequiredThatHoldsNulls(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      String change =
          ward.isPostgresql()
              ? "ALTER COLUMN \"owner\" SET NOT NULL"
              : "MODIFY \"owner\" VARCHAR(191) NOT NULL";
      fails(
          patient.migration(NAME, "ALTER TABLE \"Server\" " + change + ";\n"),
          error(ward, "23502", "1138", "1265"));
      new Doctor(patient).diagnoses("nothing-applied").cures();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MYSQL", "MARIADB"})
  void aUniqueIndexOverDuplicates(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      String sql = "CREATE UNIQUE INDEX \"Server_hostname_key\" ON \"Server\"(\"hostname\");\n";
      fails(patient.migration(NAME, sql), error(ward, "23505", "1062", "1062"));
      Doctor doctor = new Doctor(patient).diagnoses("nothing-applied").leavesItToAPerson();

      patient.byHand("UPDATE \"Server\" SET \"hostname\" = 'delta' WHERE \"id\" = 3");
      doctor.cures();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_STATEMENTS", "MYSQL", "MARIADB"})
  void aForeignKeyOverOrphans(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      String sql =
          "ALTER TABLE \"Server\" ADD CONSTRAINT \"Server_regionId_fkey\" FOREIGN KEY (\"regionId\")"
              + " REFERENCES \"Region\"(\"id\") ON DELETE SET NULL ON UPDATE CASCADE;\n";
      fails(patient.migration(NAME, sql), error(ward, "23503", "1452", "1452"));
      Doctor doctor = new Doctor(patient).diagnoses("nothing-applied").leavesItToAPerson();

      patient.byHand("UPDATE \"Server\" SET \"regionId\" = NULL WHERE \"regionId\" = 7");
      doctor.cures();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void anEnumThatLosesALabelInUse(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      String sql = "ALTER TABLE \"Server\" MODIFY \"state\" ENUM('UP', 'DOWN') NOT NULL;\n";
      fails(patient.migration(NAME, sql), "1265");
      Doctor doctor = new Doctor(patient).diagnoses("nothing-applied").leavesItToAPerson();

      patient.byHand("UPDATE \"Server\" SET \"state\" = 'DOWN' WHERE \"state\" = 'LOST'");
      patient.prisma("resolve", "--rolled-back", NAME);
      doctor.isHealthy();
    }
  }

  /**
   * As Prisma writes it; since the server says nothing more after the error, Prisma logs nothing.
   */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "POSTGRESQL_BY_STATEMENTS"})
  void anEnumThatLosesALabelInUseInATransactionOfItsOwn(Ward ward)
      throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      patient.migration(
          NAME,
          """
          -- AlterEnum
          BEGIN;
          CREATE TYPE "State_new" AS ENUM ('UP', 'DOWN');
          ALTER TABLE "Server" ALTER COLUMN "state" TYPE "State_new" USING ("state"::text::"State_new");
          ALTER TYPE "State" RENAME TO "State_old";
          ALTER TYPE "State_new" RENAME TO "State";
          DROP TYPE "State_old";
          COMMIT;
          """);
      assertThat(patient.prisma("deploy").exit()).isEqualTo(1);
      assertThat(patient.history()).containsExactly(Fleet.INIT + " applied", NAME + " open");
      Doctor doctor = new Doctor(patient).diagnoses("nothing-applied");
      assertThat(doctor.acts().exit()).isEqualTo(Doctor.HEALTHY);
      assertThat(patient.prisma("deploy").exit()).as("nobody knew the reason").isEqualTo(1);
      doctor.diagnoses("nothing-applied");

      patient.byHand("UPDATE \"Server\" SET \"state\" = 'DOWN' WHERE \"state\" = 'LOST'");
      doctor.cures();
    }
  }

  private static String error(Ward ward, String postgresql, String mysql, String mariadb) {
    return switch (ward) {
      case MYSQL -> mysql;
      case MARIADB -> mariadb;
      default -> postgresql;
    };
  }

  private static void fails(Patient patient, String error) throws IOException, SQLException {
    assertThat(patient.prisma("deploy").output()).contains("P3018", NAME, error);
    assertThat(patient.history()).containsExactly(Fleet.INIT + " applied", NAME + " failed");
  }
}
