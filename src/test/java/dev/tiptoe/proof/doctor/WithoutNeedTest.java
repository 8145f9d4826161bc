package dev.tiptoe.proof.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where nothing is wrong, nothing is done, at every start of a container. */
@Tag("servers")
class WithoutNeedTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MYSQL", "MARIADB"})
  void aHealthyDatabaseIsLeftAlone(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      Condition before = patient.condition();
      Visit visit = new Doctor(patient).acts("--only-safe");
      assertThat(visit.exit()).as(visit.toString()).isEqualTo(Doctor.HEALTHY);
      assertThat(visit.diagnosis()).isEqualTo("healthy");
      assertThat(visit.report().path("repaired").asBoolean()).isFalse();
      assertThat(before.difference(patient.condition())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MYSQL", "MARIADB"})
  void aMigrationThatIsPendingIsNoTrouble(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      patient.migration(
          "20250301100000_racks", "ALTER TABLE \"Server\" ADD COLUMN \"rack\" INTEGER;\n");
      Condition before = patient.condition();
      Visit visit = new Doctor(patient).acts("--only-safe");
      assertThat(visit.exit()).as(visit.toString()).isEqualTo(Doctor.HEALTHY);
      assertThat(before.difference(patient.condition())).isEmpty();
      new Doctor(patient).isHealthy();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MYSQL", "MARIADB"})
  void anEmptyDatabaseIsLeftToPrisma(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder);
        var empty = ward.server().freshDatabase()) {
      Path project = patient.project().folder();
      Visit visit = Visit.to(project, empty.url(), "--apply", "--yes", "--format", "json");
      assertThat(visit.exit()).as(visit.toString()).isEqualTo(Doctor.HEALTHY);
      assertThat(Condition.of(empty).rows()).isEmpty();
    }
  }

  /** A value that existing rows get is for a person to choose. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_STATEMENTS", "MYSQL"})
  void whatTakesAChosenValueIsNotDoneIfOnlyTheSafeIsAllowed(Ward ward)
      throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      patient.migration(
          "20250301100000_required",
          ward.isPostgresql()
              ? "ALTER TABLE \"Server\" ADD COLUMN     \"sshPort\" INTEGER NOT NULL;\n"
              : "ALTER TABLE \"Server\" ADD COLUMN \"seenAt\" DATETIME(3) NOT NULL;\n");
      assertThat(patient.prisma("deploy").output()).contains("P3018");
      new Doctor(patient).leavesItToAPerson("--only-safe");
    }
  }
}
