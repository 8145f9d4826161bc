package dev.tiptoe.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.layout.Layout;
import dev.tiptoe.layout.Layouts;
import dev.tiptoe.layout.Migration;
import dev.tiptoe.layout.Section;
import dev.tiptoe.layout.Wrapping;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which folders hold migrations, and of which tool. */
class HomesTest {

  private static final Path PROJECTS = Path.of("testdata", "projects");

  @TempDir Path root;

  @BeforeEach
  void make_it_a_repository() throws IOException {
    root = root.toRealPath();
    Files.createDirectory(root.resolve(".git"));
  }

  @ParameterizedTest
  @CsvSource({
    "golang-migrate, migrations, 4.18.1, 6",
    "pop, migrations, 6.1.1, 6",
    "goose, db/migrations, 3.24.1, 4",
    "dbmate, db/migrations, 2.24, 3",
    "sqlx, migrations, 0.8.3, 3",
    "diesel, migrations, 2.2.4, 8",
    "liquibase, src/main/resources/db/changelog/changes, 4.31, 3",
    "drizzle, drizzle, 0.44.2, 3",
    "atlas, migrations, 0.31, 3",
    "plain, sql/migrations, '', 3"
  })
  void theToolOfASampleProjectIsFound(String tool, String folder, String version, int files)
      throws Exception {
    Path project = PROJECTS.resolve(tool).toRealPath();
    List<Home> homes = new Homes().below(project);
    assertThat(homes).hasSize(1);
    assertThat(homes.get(0).folder()).isEqualTo(project.resolve(folder));
    assertThat(homes.get(0).runner().layout().id()).isEqualTo(tool);
    assertThat(homes.get(0).runner().version()).isEqualTo(Version.of(version));
    assertThat(homes.get(0).migrations(new DiskTree())).hasSize(files);
  }

  @ParameterizedTest
  @CsvSource({
    "golang-migrate, migrations/000010_add_shipping_date.up.sql, MYSQL",
    "pop, migrations/20250301090000_create_tickets.postgres.up.sql, POSTGRESQL",
    "dbmate, db/migrations/20250110080000_create_parcels.sql, POSTGRESQL",
    "sqlx, migrations/20250320160000_add_shelf.sql, POSTGRESQL",
    "diesel, migrations/2025-03-01-140000_add_crop/up.sql, POSTGRESQL",
    "liquibase, src/main/resources/db/changelog/changes/003-add-due-date.sql, MYSQL",
    "drizzle, drizzle/0002_serve_many.sql, POSTGRESQL"
  })
  void theDatabaseOfASampleProjectIsFound(String tool, String path, Dialect dialect)
      throws Exception {
    Path file = PROJECTS.resolve(tool).resolve(path);
    MigrationFile migration = new MigrationFile(file, path, file.getParent());
    String text = Files.readString(file);
    assertThat(new DialectFinder(PROJECTS).find(migration, text).map(Told::value))
        .contains(dialect);
  }

  @Test
  void theSettingsBesideAMigrationBelongToIt() throws Exception {
    Path file = PROJECTS.resolve("diesel/migrations/2025-02-20-083000_index_beds/up.sql");
    Home home = new Homes().of(file, Files.readString(file));
    Script script =
        Script.read(SourceReader.read(file, "up.sql"), Target.oldest(Dialect.POSTGRESQL));
    assertThat(home.runner(home.inside(file), new DiskTree()).sections(script))
        .extracting(Section::wrapping)
        .containsExactly(Wrapping.EACH_STATEMENT);
  }

  @Test
  void aFileThatIsNotThereIsKnownByItsNameAndItsText() {
    assertThat(tool("db/migration/V2__a.sql", "")).isSameAs(Layouts.FLYWAY);
    assertThat(tool("x/1_a.sql", "-- +goose Up\n")).isSameAs(Layouts.GOOSE);
    assertThat(tool("y/1_a.sql", "\uFEFF--liquibase formatted sql\n")).isSameAs(Layouts.LIQUIBASE);
    assertThat(tool("z/1_a.up.sql", "")).isSameAs(Layouts.GOLANG_MIGRATE);
    assertThat(tool("supabase/migrations/20250101000000_a.sql", "")).isSameAs(Layouts.SUPABASE);
    assertThat(tool("prisma/migrations/1_a/migration.sql", "")).isSameAs(Layouts.PRISMA);
    assertThat(tool("a.sql", "SELECT 1;")).isSameAs(Layouts.PLAIN);
  }

  @Test
  void aFileWithoutMarksTakesAfterItsNeighbours() throws Exception {
    write("m/1_a.sql", "-- migrate:up\nSELECT 1;\n-- migrate:down\n");
    assertThat(tool("m/2_b.sql", "")).isSameAs(Layouts.DBMATE);
  }

  @Test
  void aSnapshotInTheFolderTellsDrizzleFromPrisma() throws Exception {
    write("drizzle/1_a/migration.sql", "");
    write("drizzle/1_a/snapshot.json", "{\"version\":\"8\",\"dialect\":\"mysql\"}");
    assertThat(tool("drizzle/1_a/migration.sql", "")).isSameAs(Layouts.DRIZZLE);
    assertThat(tool("drizzle/2_deleted/migration.sql", "")).isSameAs(Layouts.DRIZZLE);
    Path file = root.resolve("drizzle/1_a/migration.sql");
    assertThat(
            new DialectFinder(root).find(new MigrationFile(file, "1", file.getParent()), "x::int"))
        .contains(new Told<>(Dialect.MYSQL, "drizzle/1_a/snapshot.json"));
  }

  @Test
  void foldersWithAFileForEachWayAreDieselsOnlyInRust() throws Exception {
    assertThat(tool("a/migrations/1_a/up.sql", "")).isSameAs(Layouts.PLAIN);
    write("diesel.toml", "");
    assertThat(tool("b/migrations/1_a/up.sql", "")).isSameAs(Layouts.DIESEL);
    assertThat(new Homes().of(root.resolve("b/migrations/1_a/up.sql"), "").folder())
        .isEqualTo(root.resolve("b/migrations"));
  }

  @Test
  void foldersNamedAfterVersionsAreOneHistory() throws Exception {
    write("schema/versioned/v1.2/add_users.sql", "");
    assertThat(new Homes().of(root.resolve("schema/versioned/v1.2/add_users.sql"), "").folder())
        .isEqualTo(root.resolve("schema/versioned"));
  }

  @Test
  void flywaysFolderIsTheTopOfThoseWithItsFiles() throws Exception {
    write("db/migration/2025/q1/V1__a.sql", "");
    write("sql/V1__a.sql", "");
    write("sql/more/V2__a.sql", "");
    assertThat(new Homes().of(root.resolve("db/migration/2025/q1/V1__a.sql"), "").folder())
        .isEqualTo(root.resolve("db/migration"));
    assertThat(new Homes().of(root.resolve("sql/more/V2__a.sql"), "").folder())
        .isEqualTo(root.resolve("sql"));
  }

  @Test
  void aMonorepoHasManyHomes() throws Exception {
    write("apps/web/prisma/schema/migrations/1_a/migration.sql", "");
    write("apps/web/prisma/schema/migrations/2_b/migration.sql", "");
    write("services/pay/src/main/resources/db/migration/V1__a.sql", "");
    write("services/mail/migrations/1_a.sql", "-- +goose Up\n");
    assertThat(found())
        .containsExactly(
            "apps/web/prisma/schema/migrations prisma",
            "services/mail/migrations goose",
            "services/pay/src/main/resources/db/migration flyway");
  }

  @Test
  void notEverySqlFileIsAMigration() throws Exception {
    write("queries/1_users.sql", "SELECT 1;");
    write("db/schema.sql", "CREATE TABLE a (b int);");
    write("migrations/readme.sql", "SELECT 1;");
    for (String skipped : List.of("node_modules", "target", ".cache", "vendor", "src/test")) {
      write(skipped + "/p/migrations/1_a/migration.sql", "");
    }
    assertThat(found()).isEmpty();
    write("db/migrations/001_a.sql", "SELECT 1;");
    assertThat(found()).containsExactly("db/migrations plain");
  }

  @Test
  void whatTheConfigurationSaysWins() {
    Homes homes = new Homes(Optional.of(Layouts.DBMATE), Version.of("2.1"));
    Home home = homes.of(root.resolve("m/1_a.sql"), "-- +goose Up\n");
    assertThat(home.runner()).hasToString("dbmate 2.1");
  }

  @Test
  void migrationsComeInTheOrderOfTheTool() throws Exception {
    write("db/migration/V10__b.sql", "");
    write("db/migration/V9__a.sql", "");
    write("db/migration/R__view.sql", "");
    assertThat(
            new Homes().of(root.resolve("db/migration/V9__a.sql"), "").migrations(new DiskTree()))
        .extracting(Migration::path)
        .containsExactly("V9__a.sql", "V10__b.sql", "R__view.sql");
  }

  private Layout tool(String path, String text) {
    return new Homes().of(root.resolve(path), text).runner().layout();
  }

  private List<String> found() throws FileProblem {
    return new Homes()
        .below(root).stream()
            .map(
                home ->
                    root.relativize(home.folder()).toString().replace('\\', '/')
                        + " "
                        + home.runner().layout().id())
            .toList();
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
