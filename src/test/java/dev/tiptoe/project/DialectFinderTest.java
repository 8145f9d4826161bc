package dev.tiptoe.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiptoe.sql.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectFinderTest {

  @TempDir Path root;

  @BeforeEach
  void make_it_a_repository() throws IOException {
    Files.createDirectory(root.resolve(".git"));
  }

  @Test
  void the_lock_file_wins_over_the_schema_and_the_text() throws Exception {
    write("prisma/schema.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n");
    write(
        "prisma/migrations/migration_lock.toml", "# provider = \"sqlite\"\nprovider = \"mysql\"\n");
    assertThat(find("prisma/migrations/1/migration.sql", "SELECT '1'::int"))
        .contains(Dialect.MYSQL);
  }

  @Test
  void the_provider_is_that_of_the_datasource_and_not_of_the_generator() throws Exception {
    write(
        "prisma/schema.prisma",
        "generator client {\n  provider = \"prisma-client-js\"\n}\n\ndatasource db {\n  provider = \"mysql\"\n}\n");
    assertThat(find("sql/1.sql", "")).contains(Dialect.MYSQL);
  }

  @Test
  void any_prisma_file_may_hold_the_datasource() throws Exception {
    write("prisma/models.prisma", "model A {\n  id Int @id\n}\n");
    write("prisma/source.prisma", "datasource db { provider = \"postgresql\" }\n");
    assertThat(find("prisma/migrations/1/migration.sql", "")).contains(Dialect.POSTGRESQL);
  }

  @Test
  void files_outside_the_repository_are_not_asked() throws Exception {
    write("migration_lock.toml", "provider = \"mysql\"\n");
    Files.createDirectories(root.resolve("inner/.git"));
    assertThat(find("inner/1.sql", "")).isEmpty();
  }

  @Test
  void the_name_of_a_file_wins_over_its_text() throws Exception {
    assertThat(find("1_a.mysql.up.sql", "SELECT '1'::int")).contains(Dialect.MYSQL);
    assertThat(find("1_mysql.up.sql", "SELECT '1'::int")).contains(Dialect.POSTGRESQL);
  }

  @Test
  void an_unsupported_database_is_named() throws Exception {
    write("migration_lock.toml", "provider = \"cockroachdb\"\n");
    assertThatThrownBy(() -> find("1.sql", ""))
        .isInstanceOf(FileProblem.class)
        .hasMessageContaining("CockroachDB");
  }

  @Test
  void the_other_files_of_the_folder_vote_for_one_that_says_nothing() throws Exception {
    write("m/1.sql", "CREATE TABLE a (b JSONB);");
    write("m/2.sql", "ALTER TABLE a ADD c INT;");
    assertThat(find("m/2.sql", "ALTER TABLE a ADD c INT;")).contains(Dialect.POSTGRESQL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "drizzle.config.ts | dialect: 'mysql',",
        "flyway.toml | url = \"jdbc:mysql://localhost/x\"",
        "application.yml | url: jdbc:mysql://localhost/x",
        "Cargo.toml | sqlx = { version = \"0.8\", features = [\"mysql\"] }",
        "go.mod | require github.com/go-sql-driver/mysql v1.8.1"
      })
  void theConfigurationAboveTellsWhereTheTextDoesNot(String path, String line) throws Exception {
    write(path, line + "\n");
    assertThat(find("db/1.sql", "SELECT 1")).contains(Dialect.MYSQL);
    assertThat(find("db/1.sql", "SELECT '1'::int")).contains(Dialect.POSTGRESQL);
  }

  @Test
  void aConfigurationThatNamesTwoDatabasesSaysNothing() throws Exception {
    write(
        "application.properties",
        "# jdbc:mariadb://x/y\na=jdbc:mysql://x/y\nb=jdbc:postgresql://x/y\n");
    assertThat(find("1.sql", "")).isEmpty();
  }

  @Test
  void drizzlesJournalTellsBeforeTheText() throws Exception {
    write("drizzle/meta/_journal.json", "{\"version\":\"7\",\"dialect\":\"sqlite\"}");
    assertThatThrownBy(() -> find("drizzle/0000_a.sql", "CREATE TABLE `a` (b int);"))
        .isInstanceOf(FileProblem.class)
        .hasMessageContaining("SQLite");
  }

  private Optional<Dialect> find(String path, String text) throws FileProblem {
    Path file = root.resolve(path);
    return new DialectFinder(root)
        .find(new MigrationFile(file, path, file.getParent()), text)
        .map(Told::value);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
