package dev.tiptoe.proof.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users who may not do what a treatment takes, or not even look. */
@Tag("servers")
class RightsTest {

  private static final String NAME = "20250301100000_racks";
  private static final String PASSWORD = "secret-of-the-ward";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_STATEMENTS", "MYSQL", "MARIADB"})
  void whoMayOnlyReadIsToldAndNothingIsHalfDone(Ward ward) throws IOException, SQLException {
    try (Patient patient = ill(ward)) {
      String user = user(patient, "reader");
      patient.byHand(
          ward.isPostgresql()
              ? "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + user
              : "GRANT SELECT ON " + patient.database().name() + ".* TO " + user);
      Visit look = visit(patient, user, "--format", "json");
      assertThat(look.diagnosis()).as(look.toString()).isEqualTo("nulls-left");

      Condition before = patient.condition();
      Visit act = visit(patient, user, "--apply", "--yes", "--format", "json");
      assertThat(act.exit()).as(act.toString()).isEqualTo(Doctor.NEEDS_A_PERSON);
      assertThat(before.difference(patient.condition())).isEmpty();
      assertThat(act.out() + act.err()).doesNotContain(PASSWORD);
      new Doctor(patient).cures();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_STATEMENTS", "MYSQL", "MARIADB"})
  void whoMayNotSeeTheRecordIsNotToldThatAllIsWell(Ward ward) throws IOException, SQLException {
    try (Patient patient = ill(ward)) {
      String user = user(patient, "blind");
      patient.byHand("GRANT SELECT ON \"Server\" TO " + user);
      Condition before = patient.condition();
      Visit act = visit(patient, user, "--apply", "--yes", "--format", "json");
      assertThat(act.exit()).as(act.toString()).isIn(1, 4);
      assertThat(before.difference(patient.condition())).isEmpty();
      assertThat(act.out() + act.err()).doesNotContain(PASSWORD);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MYSQL", "MARIADB"})
  void aServerThatIsNotThereIsSaidToBeUnreachable(Ward ward) throws IOException, SQLException {
    try (Patient patient = Patient.admitted(ward, folder)) {
      String gone;
      try (Wire wire = Wire.to(patient.database().url())) {
        gone = wire.url();
      }
      Visit visit =
          Visit.to(patient.project().folder(), gone + "&password=" + PASSWORD, "--apply", "--yes");
      assertThat(visit.exit()).as(visit.toString()).isEqualTo(4);
      assertThat(visit.out() + visit.err()).doesNotContain(PASSWORD);
    }
  }

  private Patient ill(Ward ward) throws IOException, SQLException {
    Patient patient = Patient.admitted(ward, folder);
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
    return patient;
  }

  /**
   * Users belong to the server, so each has the name of its database in its own. The way that MySQL
   * checks passwords by itself asks for keys that the servers here do not have.
   */
  private static String user(Patient patient, String name) throws SQLException {
    String user = name + "_" + patient.database().name();
    String create =
        switch (patient.ward()) {
          case MYSQL -> "CREATE USER %s IDENTIFIED WITH mysql_native_password BY '%s'";
          case MARIADB -> "CREATE USER %s IDENTIFIED BY '%s'";
          default -> "CREATE ROLE %s LOGIN PASSWORD '%s'";
        };
    patient.byHand(create.formatted(user, PASSWORD));
    return user;
  }

  private static Visit visit(Patient patient, String user, String... options) {
    String url = patient.database().url();
    return Visit.to(
        patient.project().folder(),
        url.replaceFirst("user=\\w+", "user=" + user + "&password=" + PASSWORD),
        options);
  }
}
