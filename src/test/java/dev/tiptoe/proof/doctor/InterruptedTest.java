package dev.tiptoe.proof.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deploys that did not come to their end, or not yet. */
@Tag("servers")
class InterruptedTest {

  private static final String NAME = "20250301100000_racks";
  private static final String TWO_COLUMNS =
      """
      ALTER TABLE "Server" ADD COLUMN     "rack" INTEGER;
      ALTER TABLE "Server" ADD COLUMN     "slot" INTEGER;
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void theClientIsKilledAndTheServerGoesOn(Ward ward)
      throws IOException, SQLException, InterruptedException {
    try (Patient patient = Patient.admitted(ward, folder);
        TableLock lock = TableLock.of(patient)) {
      patient.migration(NAME, TWO_COLUMNS);
      Deployment deployment = patient.startDeploy();
      lock.awaitWaiter();
      deployment.kill();
      lock.releaseAndAwaitQuiet();
      boolean partly = ward == Ward.POSTGRESQL_BY_STATEMENTS;
      assertThat(patient.history()).containsExactly(Fleet.INIT + " applied", NAME + " open");
      assertThat(patient.condition().rows().get("Server"))
          .allMatch(row -> row.endsWith(partly ? " | rack=null" : " | rack=null | slot=null"));

      new Doctor(patient).diagnoses(partly ? "partly-applied" : "applied-but-not-recorded").cures();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theConnectionIsLostHalfWay(Ward ward)
      throws IOException, SQLException, InterruptedException {
    try (Patient patient = Patient.admitted(ward, folder);
        TableLock lock = TableLock.of(patient)) {
      patient.migration(
          NAME, "ALTER TABLE \"Region\" ADD COLUMN     \"code\" INTEGER;\n" + TWO_COLUMNS);
      Deployment deployment = patient.startDeploy();
      lock.awaitWaiter();
      lock.endWaiters();
      assertThat(deployment.await().exit()).isEqualTo(1);
      lock.releaseAndAwaitQuiet();
      assertThat(patient.history()).containsExactly(Fleet.INIT + " applied", NAME + " open");
      assertThat(patient.condition().rows().get("Region").get(0).contains("code="))
          .isEqualTo(ward.keepsWhatCameBefore());

      new Doctor(patient)
          .diagnoses(ward.keepsWhatCameBefore() ? "partly-applied" : "nothing-applied")
          .cures();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTableWasLockedForTooLong(Ward ward)
      throws IOException, SQLException, InterruptedException {
    try (Patient patient = Patient.admitted(ward, folder);
        TableLock lock = TableLock.of(patient)) {
      String patience =
          ward.isPostgresql()
              ? "SET lock_timeout = '100ms';\n"
              : "SET SESSION lock_wait_timeout = 1;\n";
      patient.migration(NAME, patience + TWO_COLUMNS);
      assertThat(patient.prisma("deploy").output())
          .contains("P3018", ward.isPostgresql() ? "55P03" : "1205");
      lock.releaseAndAwaitQuiet();
      assertThat(patient.history()).containsExactly(Fleet.INIT + " applied", NAME + " failed");

      new Doctor(patient).diagnoses("failed-for-a-moment").cures();
    }
  }

  /** Whoever reads the table now waits behind the migration, so the doctor may not. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MYSQL", "MARIADB"})
  void aDeployIsStillRunning(Ward ward) throws IOException, SQLException, InterruptedException {
    try (Patient patient = Patient.admitted(ward, folder);
        TableLock lock = TableLock.of(patient)) {
      patient.migration(NAME, TWO_COLUMNS);
      Deployment deployment = patient.startDeploy();
      lock.awaitWaiter();
      Visit visit = new Doctor(patient).acts();
      assertThat(visit.diagnosis()).as(visit.toString()).isEqualTo("running");
      assertThat(visit.exit()).isEqualTo(Doctor.NEEDS_A_PERSON);
      assertThat(patient.history()).containsExactly(Fleet.INIT + " applied", NAME + " open");

      lock.releaseAndAwaitQuiet();
      assertThat(deployment.await().exit()).isZero();
      new Doctor(patient).isHealthy();
    }
  }
}
