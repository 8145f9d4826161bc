package dev.tiptoe.proof.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Production does not start: a required column went to a table that held rows. */
@Tag("servers")
class SeedStoryTest {

  private static final String NAME = "20250301100000_add_ssh_port";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "POSTGRESQL_BY_STATEMENTS"})
  void sshPortIntNotNullOnAPopulatedServer(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      patient.migration(
          NAME,
          "-- AlterTable\nALTER TABLE \"Server\" ADD COLUMN     \"sshPort\" INTEGER NOT NULL;\n");
      wantSshPort(patient);
      assertThat(patient.prisma("deploy").output())
          .contains(
              "P3018", NAME, "23502", "column \"sshPort\" of relation \"Server\" contains null");
      assertThat(patient.prisma("deploy").output()).contains("P3009", NAME);
      assertThat(patient.history()).containsExactly(Fleet.INIT + " applied", NAME + " failed");

      new Doctor(patient).diagnoses("nothing-applied").cures();
      assertThat(difference(patient)).contains("No difference detected.");
    }
  }

  /** There an INTEGER alone would get zeros in silence; a time beside it is refused. */
  @Test
  void sshPortIntNotNullBesideATimeOnAPopulatedServer() throws IOException, SQLException {
    try (Patient patient = Patient.admitted(Ward.MYSQL, folder)) {
      patient.migration(
          NAME,
          """
          -- AlterTable
          ALTER TABLE "Server" ADD COLUMN "sshPort" INTEGER NOT NULL;

          -- AlterTable
          ALTER TABLE "Server" ADD COLUMN "seenAt" DATETIME(3) NOT NULL;
          """);
      assertThat(patient.prisma("deploy").output())
          .contains("P3018", NAME, "1292", "query number 2");
      assertThat(patient.prisma("deploy").output()).contains("P3009");
      assertThat(patient.history()).containsExactly(Fleet.INIT + " applied", NAME + " failed");

      new Doctor(patient).diagnoses("partly-applied").cures();
    }
  }

  private static void wantSshPort(Patient patient) throws IOException {
    Path models = patient.project().folder().resolve("prisma/schema.prisma");
    Files.writeString(
        models,
        Files.readString(models)
            .replace("  state    State\n", "  state    State\n  sshPort  Int\n"));
  }

  private static String difference(Patient patient) throws IOException {
    return patient
        .prisma(
            "diff", "--from-config-datasource", "--to-schema=prisma/schema.prisma", "--exit-code")
        .output();
  }
}
