package dev.tiptoe.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationFilesTest {

  @TempDir Path root;

  @Test
  void folders_come_in_the_order_of_their_names_and_not_of_their_slashes() throws Exception {
    write("a-b/1.sql");
    write("a/2.sql");
    write("a/10.SQL");
    assertThat(below()).containsExactly("m/a/10.SQL", "m/a/2.sql", "m/a-b/1.sql");
  }

  @Test
  void folders_of_tools_are_left_out() throws Exception {
    for (String skipped : List.of(".git", ".x", "node_modules", "target", "build")) {
      write(skipped + "/1.sql");
    }
    write("x/1.sql");
    assertThat(below()).containsExactly("m/x/1.sql");
  }

  @Test
  void a_circle_of_links_ends_and_links_to_files_are_taken() throws Exception {
    write("x/1.sql");
    Files.createSymbolicLink(root.resolve("x/loop"), root);
    Files.createSymbolicLink(root.resolve("x/link.sql"), Path.of("1.sql"));
    Files.createSymbolicLink(root.resolve("self.sql"), Path.of("self.sql"));
    assertThat(below()).containsExactly("m/self.sql", "m/x/1.sql", "m/x/link.sql");
  }

  @Test
  void a_folder_that_is_itself_a_link_is_followed() throws Exception {
    write("real/1.sql");
    Path link = Files.createSymbolicLink(root.resolve("link"), Path.of("real"));
    assertThat(MigrationFiles.below(link, "link").files())
        .extracting(MigrationFile::shown)
        .containsExactly("link/1.sql");
  }

  @Test
  void a_folder_without_sql_is_a_problem() {
    assertThatThrownBy(this::below)
        .isInstanceOf(FileProblem.class)
        .hasMessageContaining("no .sql file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"down.sql", "1_a.down.sql", "U2__a.sql", "U1.1__b_c.sql"})
  void what_takes_a_migration_back_is_known_by_its_name(String name) {
    assertThat(MigrationFiles.isDown(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"up.sql", "1_a.up.sql", "V2__a.sql", "Users.sql", "U__x.sql", "markdown.sql"})
  void other_names_are_migrations(String name) {
    assertThat(MigrationFiles.isDown(name)).isFalse();
  }

  private List<String> below() throws FileProblem {
    return MigrationFiles.below(root, "m").files().stream().map(MigrationFile::shown).toList();
  }

  private void write(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "SELECT 1;");
  }
}
