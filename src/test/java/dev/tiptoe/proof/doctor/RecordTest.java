package dev.tiptoe.proof.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.servers.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The doctor writes into Prisma's table what {@code prisma migrate resolve} writes. */
@Tag("servers")
class RecordTest {

  private static final String NAME = "20250301100000_racks";
  private static final String INDEX =
      "CREATE UNIQUE INDEX \"Server_hostname_key\" ON \"Server\"(\"hostname\");\n";
  private static final String CLEAN =
      "UPDATE \"Server\" SET \"hostname\" = 'delta' WHERE \"id\" = 3;\n";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MYSQL", "MARIADB"})
  void thatItIsApplied(Ward ward) throws Exception {
    writesWhatResolveWrites(ward, CLEAN + INDEX, "--applied");
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_BY_FILES", "MYSQL", "MARIADB"})
  void thatItIsRolledBack(Ward ward) throws Exception {
    writesWhatResolveWrites(ward, CLEAN, "--rolled-back");
  }

  private void writesWhatResolveWrites(Ward ward, String byHand, String way) throws Exception {
    Twins.Onset onset =
        patient -> {
          patient.migration(NAME, INDEX);
          assertThat(patient.prisma("deploy").output()).contains("P3018");
          patient.byHand(byHand);
        };
    try (Twins twins = Twins.of(ward, folder, onset);
        Patient patient = twins.next();
        Patient reference = twins.next()) {
      assertThat(reference.prisma("resolve", way, NAME).exit()).isZero();
      Visit visit = new Doctor(patient).acts();
      assertThat(visit.exit()).as(visit.toString()).isEqualTo(Doctor.HEALTHY);

      assertThat(patient.history()).containsExactlyElementsOf(reference.history());
      assertThat(rows(patient)).isEqualTo(rows(reference));
    }
  }

  private static List<String> rows(Patient patient) throws SQLException {
    try (Connection connection = patient.database().connect()) {
      return Rows.contents(
              connection,
              Condition.MIGRATIONS,
              "migration_name",
              "checksum",
              "logs",
              "applied_steps_count")
          .stream()
          .map(row -> row.replaceAll("connection \\d+|conn=\\d+", ""))
          .toList();
    }
  }
}
