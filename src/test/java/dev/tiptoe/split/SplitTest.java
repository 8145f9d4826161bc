package dev.tiptoe.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.layout.NewFile;
import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the steps of a fix look like as migrations of their own, and when they are refused. */
class SplitTest {

  private static final String TABLE = "CREATE TABLE s (id int PRIMARY KEY, host text);\n";
  private static final String ADD = "ALTER TABLE s ADD COLUMN port int NOT NULL;\n";

  @Test
  void onPostgresqlEachStepIsAMigration() {
    assertThat(text(Project.prisma("postgresql 16", ADD).given("s.port=22")))
        .isEqualTo(
            """
            == 20240101120000_add_port/migration.sql
            -- Step 1: add the column as nullable. Its default fills the rows there are. The migrations after this one do the rest.
            ALTER TABLE s ADD COLUMN port int DEFAULT 22;
            == 20240101120000_add_port_2_fill/migration.sql
            -- Step 2 of 5 after 20240101120000_add_port: fill what is still NULL.
            UPDATE s SET port = 22 WHERE port IS NULL;
            == 20240101120000_add_port_3_refuse_null/migration.sql
            -- Step 3 of 5 after 20240101120000_add_port: refuse NULL in new rows.
            ALTER TABLE s ADD CONSTRAINT s_port_not_null CHECK (port IS NOT NULL) NOT VALID;
            == 20240101120000_add_port_4_validate/migration.sql
            -- Step 4 of 5 after 20240101120000_add_port: look at all rows, while reads and writes go on.
            ALTER TABLE s VALIDATE CONSTRAINT s_port_not_null;
            == 20240101120000_add_port_5_require/migration.sql
            -- Step 5 of 5 after 20240101120000_add_port: make it NOT NULL. The check has proved it, so no row is read.
            ALTER TABLE s ALTER COLUMN port SET NOT NULL;
            ALTER TABLE s DROP CONSTRAINT s_port_not_null, ALTER COLUMN port DROP DEFAULT;
            """);
  }

  @Test
  void fromPostgresql18OnTheConstraintIsTheNotNullItself() {
    assertThat(text(Project.prisma("postgresql 18", ADD).given("s.port=length(host)")))
        .endsWith(
            """
            == 20240101120000_add_port_3_refuse_null/migration.sql
            -- Step 3 of 4 after 20240101120000_add_port: refuse NULL in new rows.
            ALTER TABLE s ADD CONSTRAINT s_port_not_null NOT NULL port NOT VALID;
            == 20240101120000_add_port_4_validate/migration.sql
            -- Step 4 of 4 after 20240101120000_add_port: look at all rows, while reads and writes go on.
            UPDATE s SET port = length(host) WHERE port IS NULL;
            ALTER TABLE s VALIDATE CONSTRAINT s_port_not_null;
            """);
  }

  @Test
  void aForeignKeyIsValidatedInAMigrationOfItsOwn() {
    String sql = "ALTER TABLE s ADD CONSTRAINT s_self FOREIGN KEY (id) REFERENCES s (id);\n";
    assertThat(text(Project.prisma("postgresql 16", sql)))
        .isEqualTo(
            """
            == 20240101120000_add_port/migration.sql
            ALTER TABLE s ADD CONSTRAINT s_self FOREIGN KEY (id) REFERENCES s (id) NOT VALID;
            == 20240101120000_add_port_2_validate/migration.sql
            -- Step 2 of 2 after 20240101120000_add_port: check the rows that are there.
            ALTER TABLE s VALIDATE CONSTRAINT s_self;
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql 11", "mysql 8.4", "mariadb 11.4"})
  void whereNoProofIsOfUseThreeStepsAreEnough(String target) {
    assertThat(Project.prisma(target, ADD).given("s.port=22").fix().newFiles())
        .extracting(NewFile::path)
        .containsExactly(
            "20240101120000_add_port_2_fill/migration.sql",
            "20240101120000_add_port_3_require/migration.sql");
  }

  @Test
  void anExistingColumnIsFilledFirstAndRequiredLast() {
    String sql = "ALTER TABLE s MODIFY host VARCHAR(9) NOT NULL, ADD COLUMN x INT;\n";
    assertThat(text(Project.prisma("mysql 8.4", sql).given("s.host='?'")))
        .isEqualTo(
            """
            == 20240101120000_add_port/migration.sql
            -- Step 1: fill what is NULL. The migrations after this one make it NOT NULL.
            UPDATE s SET host = '?' WHERE host IS NULL;
            ALTER TABLE s ADD COLUMN x INT;
            == 20240101120000_add_port_2_require/migration.sql
            -- Step 2 of 2 after 20240101120000_add_port: make it NOT NULL.
            UPDATE s SET host = '?' WHERE host IS NULL;
            ALTER TABLE s MODIFY host VARCHAR(9) NOT NULL;
            """);
  }

  @Test
  void aGuessIsToBeLookedAtInEachFileThatHasIt() {
    FixResult fixed = Project.prisma("postgresql 16", ADD).fix();
    assertThat(fixed.file().text()).contains("tiptoe:review 0");
    assertThat(fixed.newFiles())
        .filteredOn(f -> f.text().contains("tiptoe:review 0"))
        .extracting(NewFile::path)
        .containsExactly("20240101120000_add_port_2_fill/migration.sql");
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE TABLE s (id int PRIMARY KEY), BETWEEN",
    "'CREATE TABLE s (id int, CONSTRAINT k PRIMARY KEY (id))', BETWEEN",
    "'CREATE TABLE s (id int, host int, PRIMARY KEY (id, host))', ctid",
    "CREATE TABLE s (id int), ctid",
    "CREATE TABLE other (id int PRIMARY KEY), ctid",
  })
  void batchesFollowAKeyOfOneColumn(String setup, String way) {
    Project project = Project.prisma("postgresql 16", ADD).after(setup + ";").inBatches(500);
    assertThat(project.given("s.port=length(host)").fix().newFiles().get(0).text())
        .contains("LIMIT 500", way);
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql 16, false", "postgresql 18, true", "mysql 8.4, true", "mariadb 10.11, false",
    "postgresql 11, true", "postgresql 16, true", "postgresql 18, false", "mysql 8.4, false",
  })
  void whatIsWrittenIsCleanAndStays(String target, boolean batches) {
    String required =
        target.startsWith("p") ? "ALTER COLUMN host SET NOT NULL" : "MODIFY host text NOT NULL";
    Project project =
        Project.prisma(target, ADD + "ALTER TABLE s " + required + ";\n")
            .after(TABLE)
            .given("s.port=length(host)")
            .given("s.host='?'");
    project = batches ? project.inBatches(1000) : project;
    FixResult fixed = project.fix();
    assertThat(fixed.problem()).isEmpty();
    // The UPDATE of the other column stays beside an ALTER TABLE, maybe in one transaction.
    assertThat(fixed.remaining().findings())
        .allSatisfy(f -> assertThat(f.rule()).isIn("backfill-holds-lock", "unbatched-backfill"));
    assertThat(project.findings(fixed))
        .as(Project.text(fixed))
        .filteredOn(f -> f.severity() != Severity.NOTE)
        .allSatisfy(f -> assertThat(f.rule()).isIn("backfill-holds-lock", "unbatched-backfill"));
    FixResult again = project.fixAgain(fixed);
    assertThat(again.file().text()).isEqualTo(fixed.file().text());
    assertThat(again.newFiles()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET search_path TO app; ALTER TABLE s ADD port int NOT NULL; | search_path",
        "ALTER TABLE s ADD port int NOT NULL; ALTER TABLE s ADD PRIMARY KEY (port); | later statement",
        "ALTER TABLE s ADD port int NOT NULL; ALTER TABLE s RENAME TO t; | later statement",
        "ALTER TABLE s ADD port int NOT NULL; ALTER TABLE s RENAME port TO p; | later statement",
        "ALTER TABLE IF EXISTS s ADD port int NOT NULL; | IF EXISTS",
      })
  void whatNeedsTheColumnInTheSameFileIsRefused(String sql, String reason) {
    FixResult fixed = Project.prisma("postgresql 16", sql).given("s.port=id").fix();
    assertThat(fixed.newFiles()).isEmpty();
    assertThat(fixed.file().text()).isEqualTo(sql);
    assertThat(fixed.remaining().findings().get(0).advice())
        .contains("--fix writes nothing here", reason);
  }

  @Test
  void namesThatLeaveNoRoomAreAProblemAndTheFileStays() {
    Project project =
        Project.prisma("postgresql 16", ADD)
            .given("s.port=1")
            .beside("20240101120000_add_port2/migration.sql", "20240101120001_next/migration.sql");
    assertThat(project.fix().newFiles()).extracting(NewFile::path).isNotEmpty();
    Project goose = project.of("goose", "7_add.sql").beside("8_next.sql");
    assertThat(goose.fix().problem()).contains("no room");
    assertThat(goose.fix().file().text()).isEqualTo(ADD);
  }

  @Test
  void theWayBackTakesBackWhatAStepDid() {
    String sql = "-- +goose Up\n" + ADD + "-- +goose Down\nALTER TABLE s DROP COLUMN port;\n";
    List<NewFile> files =
        Project.prisma("postgresql 16", sql)
            .given("s.port=1")
            .of("goose", "7_add.sql")
            .fix()
            .newFiles();
    assertThat(files)
        .extracting(f -> f.text().substring(f.text().indexOf("-- +goose Down\n") + 15))
        .containsExactly(
            "-- There is nothing to take back in this step.\nSELECT 1;\n",
            "ALTER TABLE s DROP CONSTRAINT IF EXISTS s_port_not_null;\n",
            "-- There is nothing to take back in this step.\nSELECT 1;\n",
            "ALTER TABLE s ALTER COLUMN port DROP NOT NULL;\n");
  }

  @Test
  void drizzleRefuses() {
    Project project = Project.prisma("postgresql 16", ADD).of("drizzle", "0001_add.sql");
    assertThat(project.fix().remaining().findings().get(0).advice())
        .contains("--fix writes nothing here, because drizzle-kit keeps the journal");
  }

  private static String text(Project project) {
    FixResult fixed = project.fix();
    assertThat(fixed.problem()).isEmpty();
    return Project.text(fixed);
  }
}
