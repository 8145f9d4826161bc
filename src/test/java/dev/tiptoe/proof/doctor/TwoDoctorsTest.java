package dev.tiptoe.proof.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two containers start together, each with a doctor before its deploy. */
@Tag("servers")
class TwoDoctorsTest {

  private static final String NAME = "20250301100000_racks";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_STATEMENTS", "MYSQL", "MARIADB"})
  void oneOfThemDoesIt(Ward ward) throws Exception {
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

      Callable<Visit> visit = () -> new Doctor(patient).acts();
      ExecutorService containers = Executors.newFixedThreadPool(2);
      try {
        List<Future<Visit>> visits = containers.invokeAll(List.of(visit, visit));
        for (Future<Visit> each : visits) {
          assertThat(each.get().exit()).as(each.get().toString()).isEqualTo(Doctor.HEALTHY);
        }
      } finally {
        containers.shutdown();
      }
      assertThat(patient.history())
          .containsExactlyInAnyOrder(
              Fleet.INIT + " applied", NAME + " rolled back", NAME + " stamped");
      new Doctor(patient).isHealthy();
    }
  }
}
