package dev.tiptoe.proof.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.proof.tools.Finished;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that do not say what is in the database, or not what is in the folder. */
@Tag("servers")
class HistoryTest {

  private static final String NAME = "20250301100000_racks";
  private static final String LATER = "20250401100000_codes";
  private static final String RACK = "ALTER TABLE \"Server\" ADD COLUMN     \"rack\" INTEGER;\n";
  private static final String CODE = "ALTER TABLE \"Region\" ADD COLUMN     \"code\" INTEGER;\n";

  private static final String DUPLICATES =
      "CREATE UNIQUE INDEX \"Server_hostname_key\" ON \"Server\"(\"hostname\");\n";

  private static final String NO_DUPLICATES =
      "UPDATE \"Server\" SET \"hostname\" = 'delta' WHERE \"id\" = 3;\n";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MYSQL", "MARIADB"})
  void somebodyDidItByHandAndDidNotRecordIt(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      failOnDuplicates(patient);
      patient.byHand(NO_DUPLICATES + DUPLICATES);
      new Doctor(patient).diagnoses("applied-but-not-recorded").cures("--only-safe");
      assertThat(patient.history())
          .containsExactlyInAnyOrder(
              Fleet.INIT + " applied", NAME + " rolled back", NAME + " stamped");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MYSQL"})
  void aMigrationThatIsThereCountsAsAppliedAndAsRolledBack(Ward ward)
      throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      deploy(patient.migration(NAME, RACK));
      patient.byHand(set("rolled_back_at = started_at"));
      assertThat(patient.history()).contains(NAME + " both");
      Doctor doctor = new Doctor(patient).diagnoses("both-marks").leavesItToAPerson();

      patient.byHand(set("rolled_back_at = NULL"));
      doctor.isHealthy();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MYSQL"})
  void aMigrationThatIsNotThereCountsAsAppliedAndAsRolledBack(Ward ward)
      throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      failOnDuplicates(patient);
      patient.byHand(set("rolled_back_at = started_at, finished_at = started_at") + ";\n");
      patient.byHand(NO_DUPLICATES);
      assertThat(patient.history()).contains(NAME + " both");
      Doctor doctor = new Doctor(patient).diagnoses("both-marks").leavesItToAPerson();

      patient.byHand(set("finished_at = NULL"));
      doctor.isHealthy();
    }
  }

  /** Prisma deploys on; only its development command would complain. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MARIADB"})
  void anAppliedFileWasEdited(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      deploy(patient.migration(NAME, RACK));
      patient.migration(NAME, "-- Servers stand in racks.\n" + RACK);
      new Doctor(patient).remarks("edited-migration").isHealthy();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MARIADB"})
  void theFolderOfAnAppliedMigrationWasDeleted(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      deploy(patient.migration(NAME, RACK));
      patient.migrations().delete(NAME);
      new Doctor(patient).remarks("deleted-migration").isHealthy();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MYSQL"})
  void aFailedMigrationHasNoFile(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      failOnDuplicates(patient);
      patient.forget(NAME);
      assertThat(patient.prisma("deploy").output()).contains("P3009");
      Doctor doctor = new Doctor(patient).diagnoses("unknown-migration").leavesItToAPerson();

      patient.prisma("resolve", "--rolled-back", NAME);
      doctor.isHealthy();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_STATEMENTS", "MYSQL"})
  void severalMigrationsHaveFailed(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      failOnDuplicates(patient);
      patient.prisma("resolve", "--rolled-back", NAME);
      String earlier = "20250201100000_regions";
      patient.migration(
          earlier,
          "ALTER TABLE \"Server\" ADD CONSTRAINT \"Server_regionId_fkey\" FOREIGN KEY (\"regionId\")"
              + " REFERENCES \"Region\"(\"id\") ON DELETE SET NULL ON UPDATE CASCADE;\n");
      assertThat(patient.prisma("deploy").output()).contains("P3018");
      patient.byHand(set("rolled_back_at = NULL"));
      assertThat(patient.history()).contains(NAME + " failed", earlier + " failed");
      Doctor doctor = new Doctor(patient).leavesItToAPerson();

      patient.byHand("UPDATE \"Server\" SET \"regionId\" = NULL WHERE \"regionId\" = 7;\n");
      patient.byHand(NO_DUPLICATES);
      doctor.cures();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MYSQL"})
  void aLaterMigrationIsAppliedBesideAFailedOne(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      failOnDuplicates(patient);
      patient.prisma("resolve", "--rolled-back", NAME);
      patient.migrations().delete(NAME);
      deploy(patient.migration(LATER, CODE));
      patient.migration(NAME, DUPLICATES);
      patient.byHand(set("rolled_back_at = NULL"));
      assertThat(patient.history()).contains(NAME + " failed", LATER + " applied");
      Doctor doctor = new Doctor(patient).diagnoses("failed-beside-later");

      patient.byHand(NO_DUPLICATES);
      doctor.cures();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MYSQL"})
  void thereAreTablesAndNoRecord(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      patient.byHand("DROP TABLE \"_prisma_migrations\"");
      assertThat(patient.prisma("deploy").output()).contains("P3005");
      Doctor doctor = new Doctor(patient).diagnoses("no-migrations-table").leavesItToAPerson();

      patient.prisma("resolve", "--applied", Fleet.INIT);
      doctor.isHealthy();
    }
  }

  private static void failOnDuplicates(Patient patient) throws IOException, SQLException {
    patient.migration(NAME, DUPLICATES);
    assertThat(patient.prisma("deploy").output()).contains("P3018", NAME);
    assertThat(patient.history()).contains(NAME + " failed");
  }

  private static void deploy(Patient patient) throws IOException {
    Finished deploy = patient.prisma("deploy");
    assertThat(deploy.exit()).as(deploy.output()).isZero();
  }

  private static String set(String values) {
    return "UPDATE \"_prisma_migrations\" SET " + values + " WHERE migration_name = '" + NAME + "'";
  }
}
