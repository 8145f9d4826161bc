package dev.tiptoe.proof.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.proof.tools.Finished;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** What the doctor owes every patient. */
record Doctor(Patient patient) {

  static final int HEALTHY = 0;
  static final int NEEDS_A_PERSON = 1;

  private static final List<String> APPLY = List.of("--apply", "--yes", "--format", "json");

  /** Lets the doctor look, and demands that it names the trouble and changes nothing. */
  Doctor diagnoses(String diagnosis) throws SQLException {
    Condition before = patient.condition();
    Visit visit = Visit.to(patient, "--format", "json");
    assertThat(visit.diagnosis()).as(visit.toString()).isEqualTo(diagnosis);
    assertThat(visit.exit()).as(visit.toString()).isEqualTo(NEEDS_A_PERSON);
    assertThat(before.difference(patient.condition())).isEmpty();
    return this;
  }

  /** Lets the doctor act on what is healthy, and demands that it mentions this and does nothing. */
  Doctor remarks(String word) throws SQLException {
    Condition before = patient.condition();
    Visit visit = acts();
    assertThat(visit.exit()).as(visit.toString()).isEqualTo(HEALTHY);
    assertThat(visit.report().path("remarks").toString()).contains(word);
    assertThat(before.difference(patient.condition())).isEmpty();
    return this;
  }

  /** Lets the doctor act, and demands that Prisma is content, with the schema and with the rows. */
  Doctor cures(String... options) throws IOException, SQLException {
    List<List<String>> before = Fleet.rows(patient.database());
    Visit visit = acts(options);
    assertThat(visit.exit()).as(visit.toString()).isEqualTo(HEALTHY);
    assertThat(visit.report().path("repaired").asBoolean()).as(visit.toString()).isTrue();
    isHealthy();
    List<List<String>> after = Fleet.rows(patient.database());
    assertThat(after).zipSatisfy(before, (now, then) -> assertThat(now).containsAll(then));
    return this;
  }

  /** Tells the doctor to act, and demands that it leaves everything as it is. */
  Doctor leavesItToAPerson(String... options) throws SQLException {
    Condition before = patient.condition();
    Visit visit = acts(options);
    assertThat(visit.exit()).as(visit.toString()).isEqualTo(NEEDS_A_PERSON);
    assertThat(visit.report().path("repaired").asBoolean()).as(visit.toString()).isFalse();
    assertThat(before.difference(patient.condition())).isEmpty();
    return this;
  }

  /**
   * Demands that Prisma deploys, that it is healthy then, and that the schema is the one wanted.
   */
  Doctor isHealthy() throws IOException, SQLException {
    Finished deploy = patient.prisma("deploy");
    assertThat(deploy.exit()).as(deploy.output()).isZero();
    Finished status = patient.prisma("status");
    assertThat(status.exit()).as(status.output()).isZero();
    assertThat(status.output()).contains("Database schema is up to date!");
    assertThat(patient.wanted().wanted().difference(patient.condition().wanted())).isEmpty();
    return this;
  }

  Visit acts(String... options) {
    return Visit.to(
        patient, Stream.concat(APPLY.stream(), Stream.of(options)).toArray(String[]::new));
  }
}
