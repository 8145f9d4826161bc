package dev.tiptoe.proof.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The doctor loses the database, or is killed, which is the same to the database, after each single
 * message; what it has asked for by then was done, and it does not know.
 */
@Tag("servers")
class CutOffTest {

  private static final String NAME = "20250301100000_racks";

  @TempDir Path folder;

  /** What is left to do takes a change of rows, of a table and of Prisma's record. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_STATEMENTS", "MYSQL"})
  void whileItFinishesWhatWasBegun(Ward ward) throws Exception {
    isCutOffEverywhere(
        ward,
        """
        ALTER TABLE "Server" ADD COLUMN "rack" INTEGER NULL;
        ALTER TABLE "Server" %s;
        CREATE INDEX "Server_regionId_idx" ON "Server"("regionId");
        """
            .formatted(
                ward.isPostgresql()
                    ? "ALTER COLUMN \"rack\" SET NOT NULL"
                    : "MODIFY \"rack\" INTEGER NOT NULL"));
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MYSQL"})
  void whileItPreparesAnotherTry(Ward ward) throws Exception {
    isCutOffEverywhere(
        ward,
        ward.isPostgresql()
            ? "ALTER TABLE \"Server\" ADD COLUMN     \"sshPort\" INTEGER NOT NULL;\n"
            : "ALTER TABLE \"Server\" ADD COLUMN \"seenAt\" DATETIME(3) NOT NULL;\n");
  }

  private void isCutOffEverywhere(Ward ward, String sql) throws Exception {
    Twins.Onset onset = patient -> failToDeploy(patient.migration(NAME, sql));
    try (Twins twins = Twins.of(ward, folder, onset)) {
      boolean cut = true;
      for (int message = 1; cut; message++) {
        try (Patient patient = twins.next()) {
          cut = isCutOff(patient, message);
        }
      }
    }
  }

  /**
   * Returns whether the doctor sends that many messages at all; with the last it only takes leave.
   */
  private static boolean isCutOff(Patient patient, int message) throws Exception {
    List<List<String>> before = Fleet.rows(patient.database());
    boolean cut;
    try (Wire wire = Wire.cutAt(patient.database().url(), message);
        Sessions sessions = Sessions.of(patient)) {
      Path project = patient.project().folder();
      Visit visit = Visit.to(project, wire.url(), "--apply", "--yes", "--format", "json");
      cut = wire.isCut();
      assertThat(visit.exit())
          .as("message %d: %s", message, visit)
          .isIn(cut ? List.of(0, 1, 4) : List.of(0));
      wire.cut();
      sessions.awaitNobody();
    }
    Visit again = new Doctor(patient).acts();
    assertThat(again.exit()).as("message %d: %s", message, again).isEqualTo(Doctor.HEALTHY);
    assertThat(patient.history())
        .noneMatch(row -> row.endsWith(" open") || row.endsWith(" failed"));
    if (!cut || !patient.ward().isPostgresql()) {
      new Doctor(patient).isHealthy();
    }
    assertThat(Fleet.rows(patient.database())).isEqualTo(before);
    return cut;
  }

  private static void failToDeploy(Patient patient) throws IOException, SQLException {
    assertThat(patient.prisma("deploy").output()).contains("P3018");
    assertThat(patient.history()).containsExactly(Fleet.INIT + " applied", NAME + " failed");
  }
}
