package dev.tiptoe.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.layout.Follower.Unit;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names and the frames of migrations that follow another one. */
class FollowersTest {

  private static final List<Follower> TWO =
      List.of(
          new Follower(
              "2_fill",
              List.of("-- Fill."),
              List.of("DO $$BEGIN COMMIT; END$$"),
              List.of(),
              Unit.NO_TRANSACTION),
          new Follower(
              "3_require",
              List.of("-- Require."),
              List.of("ALTER TABLE t ALTER c SET NOT NULL"),
              List.of("ALTER TABLE t ALTER c DROP NOT NULL"),
              Unit.AS_USUAL));

  @ParameterizedTest
  @CsvSource({
    "prisma, 20240101120000_a/migration.sql, '', 20240101120000_a_2_fill/migration.sql, 20240101120000_a_3_require/migration.sql",
    "prisma, init/migration.sql, '', init_2_fill/migration.sql, init_3_require/migration.sql",
    "prisma, 20240101120000_a/migration.sql, 20240101120000_ab/migration.sql, 20240101120000_a_2_fill/migration.sql, 20240101120000_a_3_require/migration.sql",
    "flyway, V5__a.sql, V6__b.sql, V5.1__a_2_fill.sql, V5.2__a_3_require.sql",
    "flyway, V5__a.sql, V5.1__b.sql, V5.0.1__a_2_fill.sql, V5.0.2__a_3_require.sql",
    "flyway, db/V1_2__a.sql, db/V1_3__b.sql, db/V1_2.1__a_2_fill.sql, db/V1_2.2__a_3_require.sql",
    "goose, 20241231235959_a.sql, '', 20250101000000_a_2_fill.sql, 20250101000001_a_3_require.sql",
    "goose, 00009_a.sql, 00012_b.sql, 00010_a_2_fill.sql, 00011_a_3_require.sql",
    "goose, 9_a.sql, 12_b.sql, 10_a_2_fill.sql, 11_a_3_require.sql",
    "dbmate, 20240228235959_a.sql, '', 20240229000000_a_2_fill.sql, 20240229000001_a_3_require.sql",
    "golang-migrate, 000001_a.up.sql, 000004_b.up.sql, 000002_a_2_fill.up.sql, 000003_a_3_require.up.sql",
    "sqlx, 20240101120000_a.sql, '', 20240101120001_a_2_fill.sql, 20240101120002_a_3_require.sql",
    "diesel, 2024-01-01-120059_a/up.sql, 2024-01-02-000000_b/up.sql, 2024-01-01-120100_a_2_fill/up.sql, 2024-01-01-120101_a_3_require/up.sql",
  })
  void theyRunRightAfterIt(
      String tool, String original, String other, String second, String third) {
    List<String> files = other.isEmpty() ? List.of() : List.of(other);
    assertThat(paths(after(tool, original, "", files)))
        .filteredOn(p -> p.endsWith(".sql"))
        .containsExactly(second, third);
  }

  @ParameterizedTest
  @CsvSource({
    "prisma, 20240101120000_a/migration.sql, 20240101120000_a_1/migration.sql",
    "prisma, 20240101120000_a/migration.sql, 20240101120000_a_3_require/migration.sql",
    "goose, 00009_a.sql, 00010_b.sql",
    "goose, 00009_a.sql, 11_b.sql",
    "dbmate, 20240101120000_a.sql, 20240101120002_z.sql",
    "golang-migrate, 1_a.up.sql, 3_b.up.sql",
    "diesel, 2024-01-01-120000_a/up.sql, 2024-01-01-120002_z/up.sql",
    "flyway, V5__a.sql, V5.0.0.1__b.sql",
  })
  void theyAreRefusedWhereTheNextLeavesNoRoom(String tool, String original, String next) {
    assertThat(files(tool, original, "", List.of(next), Dialect.POSTGRESQL)).isEmpty();
  }

  @Test
  void gooseGetsMarkersAndAWayBackLikeTheOriginal() {
    String text = "-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;\n";
    assertThat(after("goose", "1_a.sql", text, List.of()))
        .containsExactly(
            new NewFile(
                "2_a_2_fill.sql",
                """
                -- +goose NO TRANSACTION
                -- +goose Up
                -- Fill.
                -- +goose StatementBegin
                DO $$BEGIN COMMIT; END$$;
                -- +goose StatementEnd

                -- +goose Down
                -- There is nothing to take back in this step.
                SELECT 1;
                """),
            new NewFile(
                "3_a_3_require.sql",
                """
                -- +goose Up
                -- Require.
                ALTER TABLE t ALTER c SET NOT NULL;

                -- +goose Down
                ALTER TABLE t ALTER c DROP NOT NULL;
                """));
  }

  @Test
  void dbmateGetsMarkersAndNoWayBackIfTheOriginalHasNone() {
    assertThat(after("dbmate", "1_a.sql", "-- migrate:up\nSELECT 1;\n", List.of()))
        .extracting(NewFile::text)
        .containsExactly(
            "-- migrate:up transaction:false\n-- Fill.\nDO $$BEGIN COMMIT; END$$;\n",
            "-- migrate:up\n-- Require.\nALTER TABLE t ALTER c SET NOT NULL;\n");
  }

  @Test
  void pairsStayPairs() {
    assertThat(paths(after("golang-migrate", "1_a.up.sql", "", List.of("1_a.down.sql"))))
        .containsExactly(
            "2_a_2_fill.up.sql",
            "2_a_2_fill.down.sql",
            "3_a_3_require.up.sql",
            "3_a_3_require.down.sql");
    assertThat(paths(after("diesel", "01_a/up.sql", "", List.of("01_a/down.sql"))))
        .containsExactly(
            "02_a_2_fill/up.sql",
            "02_a_2_fill/down.sql",
            "02_a_2_fill/metadata.toml",
            "03_a_3_require/up.sql",
            "03_a_3_require/down.sql");
    assertThat(paths(after("flyway", "V1__a.sql", "", List.of("U1__undo a.sql"))))
        .containsExactly(
            "V1.1__a_2_fill.sql",
            "V1.1__a_2_fill.sql.conf",
            "U1.1__a_2_fill.sql",
            "V1.2__a_3_require.sql",
            "U1.2__a_3_require.sql");
  }

  @Test
  void sqlxIsToldOnPostgresqlAlone() {
    String mark = "-- no-transaction\n";
    assertThat(files("sqlx", "1_a.sql", "", List.of(), Dialect.POSTGRESQL).orElseThrow())
        .first()
        .satisfies(f -> assertThat(f.text()).startsWith(mark));
    assertThat(files("sqlx", "1_a.sql", "", List.of(), Dialect.MYSQL).orElseThrow())
        .noneSatisfy(f -> assertThat(f.text()).contains(mark));
  }

  @Test
  void flywayIsToldWhereARoutineEndsOnMysql() {
    assertThat(files("flyway", "V1__a.sql", "", List.of(), Dialect.MYSQL).orElseThrow())
        .contains(
            new NewFile(
                "V1.1__a_2_fill.sql",
                "-- Fill.\nDELIMITER $$\nDO $$BEGIN COMMIT; END$$\n$$\nDELIMITER ;\n"),
            new NewFile("V1.1__a_2_fill.sql.conf", "executeInTransaction=false\n"));
  }

  @Test
  void linesEndAsTheOriginalsDo() {
    assertThat(after("prisma", "a/migration.sql", "SELECT 1;\r\n", List.of()))
        .first()
        .satisfies(
            f -> assertThat(f.text()).isEqualTo("-- Fill.\r\nDO $$BEGIN COMMIT; END$$;\r\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "drizzle, journal",
    "liquibase, changelog",
    "atlas, atlas.sum",
    "plain, which tool",
    "supabase, Supabase",
  })
  void otherToolsRefuseAndSayWhy(String tool, String words) {
    Layout layout = Layouts.of(tool).orElseThrow();
    assertThat(layout.splitRefusal().orElseThrow()).contains(words, "--steps inline");
  }

  private static List<NewFile> after(
      String tool, String original, String text, List<String> others) {
    return files(tool, original, text, others, Dialect.POSTGRESQL).orElseThrow();
  }

  private static Optional<List<NewFile>> files(
      String tool, String original, String text, List<String> others, Dialect dialect) {
    Layout layout = Layouts.of(tool).orElseThrow();
    assertThat(layout.splitRefusal()).isEmpty();
    return layout.filesAfter(new Place(original, others), text, Target.oldest(dialect), TWO);
  }

  private static List<String> paths(List<NewFile> files) {
    return files.stream().map(NewFile::path).toList();
  }
}
