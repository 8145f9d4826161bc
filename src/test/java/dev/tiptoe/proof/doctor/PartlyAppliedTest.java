package dev.tiptoe.proof.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrations of which something stayed when they failed. */
@Tag("servers")
class PartlyAppliedTest {

  private static final String NAME = "20250301100000_racks";
  private static final String INDEX = "table public.Server index Server_hostname_key";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void theSecondOfThreeStatementsFails(Ward ward) throws IOException, SQLException {
    String required =
        switch (ward) {
          case MYSQL -> "ADD COLUMN \"seenAt\" DATETIME(3) NOT NULL";
          case MARIADB -> "MODIFY \"owner\" VARCHAR(191) NOT NULL";
          default -> "ADD COLUMN     \"sshPort\" INTEGER NOT NULL";
        };
    try (Patient patient = Patient.admitted(ward, folder)) {
      patient.migration(
          NAME,
          """
          -- AlterTable
          ALTER TABLE "Region" ADD COLUMN     "code" INTEGER;

          -- AlterTable
          ALTER TABLE "Server" %s;

          -- CreateIndex
          CREATE INDEX "Server_regionId_idx" ON "Server"("regionId");
          """
              .formatted(required));
      assertThat(patient.prisma("deploy").output()).contains("P3018");
      assertThat(patient.history()).containsExactly(Fleet.INIT + " applied", NAME + " failed");
      assertThat(patient.condition().rows().get("Region").get(0).contains("code="))
          .isEqualTo(ward.keepsWhatCameBefore());

      new Doctor(patient)
          .diagnoses(ward.keepsWhatCameBefore() ? "partly-applied" : "nothing-applied")
          .cures();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_STATEMENTS", "MYSQL", "MARIADB"})
  void theColumnIsThereWithNulls(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      patient.migration(
          NAME,
          """
          ALTER TABLE "Server" ADD COLUMN "rack" INTEGER NULL;
          ALTER TABLE "Server" %s;
          """
              .formatted(
                  ward.isPostgresql()
                      ? "ALTER COLUMN \"rack\" SET NOT NULL"
                      : "MODIFY \"rack\" INTEGER NOT NULL"));
      assertThat(patient.prisma("deploy").output()).contains("P3018");
      assertThat(patient.history()).containsExactly(Fleet.INIT + " applied", NAME + " failed");
      assertThat(patient.condition().rows().get("Server"))
          .hasSize(4)
          .allMatch(row -> row.endsWith("rack=null"));

      new Doctor(patient).diagnoses("nulls-left").cures();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "POSTGRESQL_BY_STATEMENTS"})
  void aConcurrentIndexMeetsDuplicates(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      patient.migration(
          NAME,
          "CREATE UNIQUE INDEX CONCURRENTLY \"Server_hostname_key\" ON \"Server\"(\"hostname\");\n");
      assertThat(patient.prisma("deploy").output()).contains("P3018", "23505");
      assertThat(patient.history()).containsExactly(Fleet.INIT + " applied", NAME + " failed");
      assertThat(patient.condition().schema().entries().get(INDEX)).contains("[INVALID]");
      Doctor doctor = new Doctor(patient).diagnoses("invalid-index").leavesItToAPerson();

      patient.byHand("UPDATE \"Server\" SET \"hostname\" = 'delta' WHERE \"id\" = 3");
      doctor.cures();
    }
  }

  /** It waits for transactions that are older than itself, and that wait is what is ended. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "POSTGRESQL_BY_STATEMENTS"})
  void aConcurrentIndexIsNotFinished(Ward ward)
      throws IOException, SQLException, InterruptedException {
    try (Patient patient = Patient.admitted(ward, folder);
        TableLock lock = TableLock.of(patient)) {
      patient.migration(
          NAME, "CREATE INDEX CONCURRENTLY \"Server_hostname_key\" ON \"Server\"(\"hostname\");\n");
      Deployment deployment = patient.startDeploy();
      lock.awaitWaiter();
      lock.endWaiters();
      assertThat(deployment.await().exit()).isEqualTo(1);
      lock.releaseAndAwaitQuiet();
      assertThat(patient.history()).containsExactly(Fleet.INIT + " applied", NAME + " open");
      assertThat(patient.condition().schema().entries().get(INDEX)).contains("[INVALID]");

      new Doctor(patient).diagnoses("invalid-index").cures();
    }
  }
}
