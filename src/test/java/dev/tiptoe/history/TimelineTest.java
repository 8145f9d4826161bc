package dev.tiptoe.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.layout.Layouts;
import dev.tiptoe.layout.Migration;
import dev.tiptoe.layout.Runner;
import dev.tiptoe.project.DiskTree;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.Home;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {

  @TempDir Path folder;

  @BeforeEach
  void aTableIsMadeFirst() throws IOException {
    write("001_users.up.sql", "CREATE TABLE users (id int PRIMARY KEY, email text);");
  }

  @Test
  void aTableOfAnEarlierMigrationIsThereAndNotNew() throws Exception {
    write("002_next.up.sql", "SELECT 1;");
    Table users = users(Dialect.POSTGRESQL, Set.of());
    assertThat(users.isNew()).isFalse();
    assertThat(users.column(name("email")).map(Column::nullability))
        .contains(Column.Nullability.NULLABLE);
  }

  @Test
  void aTableOfAnotherNewMigrationIsNew() throws Exception {
    write("002_next.up.sql", "SELECT 1;");
    assertThat(users(Dialect.POSTGRESQL, Set.of("001_users.up.sql")).isNew()).isTrue();
  }

  @Test
  void aTableOfAnotherPartOfTheSameMigrationIsNew() throws Exception {
    write("20260101120000000000_teams.up.sql", "CREATE TABLE teams (id int);");
    write("20260101120000000001_teams.down.sql", "DROP INDEX teams_id;");
    write("20260101120000000001_teams.up.sql", "CREATE INDEX teams_id ON teams (id);");
    assertThat(teams().isNew()).isTrue();
    write("20260101120000000002_roles.up.sql", "SELECT 1;");
    assertThat(teams().isNew()).isFalse();
  }

  @Test
  void whatTakesAMigrationBackIsNoHistory() throws Exception {
    write("001_users.down.sql", "DROP TABLE users;");
    write("002_next.up.sql", "SELECT 1;");
    assertThat(users(Dialect.POSTGRESQL, Set.of()).column(name("email"))).isPresent();
  }

  @Test
  void filesForOtherDatabasesAreNoHistory() throws Exception {
    write("002_change.sqlite.up.sql", "ALTER TABLE users DROP COLUMN email;");
    write("002_change.mysql.up.sql", "ALTER TABLE users ADD COLUMN my int;");
    write("002_change.up.sql", "ALTER TABLE users ADD COLUMN any int;");
    write("003_next.up.sql", "SELECT 1;");
    Table onPostgresql = users(Dialect.POSTGRESQL, Set.of());
    assertThat(onPostgresql.columns())
        .extracting(Column::name)
        .containsExactly("id", "email", "any");
    Table onMysql = users(Dialect.MYSQL, Set.of());
    assertThat(onMysql.columns()).extracting(Column::name).containsExactly("id", "email", "my");
  }

  @Test
  void whatCannotBeReadMakesEverythingUnknown() throws Exception {
    Files.write(folder.resolve("002_odd.up.sql"), new byte[] {'-', '-', (byte) 0xff});
    write("003_next.up.sql", "SELECT 1;");
    assertThat(before(Dialect.POSTGRESQL, Set.of()).table(name("users"))).isEmpty();
  }

  /** The table as the last migration meets it. */
  private Table users(Dialect dialect, Set<String> newFiles) throws FileProblem {
    return before(dialect, newFiles).table(name("users")).orElseThrow();
  }

  private Table teams() throws FileProblem {
    return before(Dialect.MYSQL, Set.of()).table(name("teams")).orElseThrow();
  }

  private Catalog before(Dialect dialect, Set<String> newFiles) throws FileProblem {
    Home home = new Home(folder, new Runner(Layouts.GOLANG_MIGRATE, Optional.empty()));
    ReadAhead tree = new ReadAhead(new DiskTree());
    List<Migration> migrations = home.migrations(tree);
    Catalog start = new Catalog(Target.oldest(dialect));
    return new Timeline(home, migrations, tree, m -> newFiles.contains(m.path()), start)
        .before(migrations.get(migrations.size() - 1));
  }

  private void write(String file, String sql) throws IOException {
    Files.writeString(folder.resolve(file), sql);
  }

  private static Name name(String name) {
    return new Name("", name, name, Span.at(0));
  }
}
