package dev.tiptoe.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.config.Baseline;
import dev.tiptoe.config.Config;
import dev.tiptoe.config.Key;
import dev.tiptoe.config.Setting;
import dev.tiptoe.config.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFilesTest {

  @TempDir Path root;

  @BeforeEach
  void aRepository() throws IOException {
    Files.createDirectory(root.resolve(".git"));
    write("a/b/1.sql", "SELECT 1;");
  }

  @Test
  void theNearestHoldsWhole() throws IOException {
    write("tiptoe.json", "{\"batch\": 1, \"guess\": false}");
    write("a/.tiptoe.json", "{\"batch\": 2}");
    ConfigFiles.Found<Config> found = find("a/b/1.sql");
    assertThat(found.file()).contains(root.resolve("a/.tiptoe.json"));
    assertThat(found.value().get(Key.BATCH).map(Setting::value)).contains(2);
    assertThat(found.value().get(Key.GUESS)).isEmpty();
    assertThat(find("a").file()).contains(root.resolve("a/.tiptoe.json"));
    assertThat(find(".").file()).contains(root.resolve("tiptoe.json"));
  }

  @Test
  void theSearchEndsAtTheRootOfTheRepository() throws IOException {
    write("tiptoe.json", "{}");
    Files.createDirectory(root.resolve("a/.git"));
    ConfigFiles.Found<Config> found = find("a/b/1.sql");
    assertThat(found.file()).isEmpty();
    assertThat(found.value().rows()).isEmpty();
    assertThat(found.folder()).isEqualTo(root.resolve("a"));
  }

  @Test
  void theRootOfTheRepositoryItselfIsLookedAt() throws IOException {
    write("a/tiptoe.json", "{}");
    Files.writeString(root.resolve("a/.git"), "gitdir: elsewhere");
    assertThat(find("a/b/1.sql").file()).contains(root.resolve("a/tiptoe.json"));
  }

  @Test
  void filesThatShareAConfigurationShareItsObject() throws IOException {
    write("tiptoe.json", "{}");
    ConfigFiles files = new ConfigFiles(root, ConfigFilesTest::words);
    assertThat(files.config(root.resolve("a/b/1.sql"))).isSameAs(files.config(root));
  }

  @Test
  void oneThatIsChosenHoldsForFilesBesideAnotherOne() throws IOException {
    write("a/tiptoe.json", "{\"batch\": 1}");
    write("strict.json", "{\"batch\": 2}");
    ConfigFiles.Found<Config> found = choose("strict.json").config(root.resolve("a/b/1.sql"));
    assertThat(found.value().get(Key.BATCH).map(Setting::value)).contains(2);
    assertThat(found.relative(root.resolve("a/b/1.sql"))).isEqualTo("a/b/1.sql");
  }

  @Test
  void oneThatIsChosenMustBeThere() {
    assertThat(choose("strict.json").config(root.resolve("a/b/1.sql")).problems())
        .singleElement()
        .asString()
        .startsWith("strict.json: ");
  }

  @Test
  void aFileIsNamedAsItsConfigurationWouldNameIt() throws IOException {
    write("a/tiptoe.json", "{}");
    assertThat(find("a/b/1.sql").relative(root.resolve("a/x/../b/1.sql"))).isEqualTo("b/1.sql");
  }

  @Test
  void messagesNameTheFileFromWhereTheRunBegan() throws IOException {
    write("tiptoe.json", "[]");
    ConfigFiles files = new ConfigFiles(root.resolve("a/b"), ConfigFilesTest::words);
    assertThat(files.config(root.resolve("a/b/1.sql")).problems())
        .singleElement()
        .hasToString("../../tiptoe.json:1:1: must be an object, { ... }, not a list");
  }

  @Test
  void aFileThatIsNotTextIsAProblemAndNoCrash() throws IOException {
    Files.write(root.resolve("tiptoe.json"), new byte[] {'{', (byte) 0xff, '}'});
    assertThat(find("a").problems())
        .singleElement()
        .asString()
        .startsWith("tiptoe.json: is not UTF-8: byte 0xff");
  }

  @Test
  void pathsMayLeaveTheFolderButMustBeThere() throws IOException {
    write("a/tiptoe.json", "{\"paths\": [\"b\", \"../a/b/1.sql\", \"../c\", \"\\u0000\"]}");
    assertThat(find("a/b/1.sql").problems())
        .extracting(problem -> problem.origin().column())
        .containsExactly(33, 41);
  }

  @Test
  void anAbsolutePathIsTakenAsItIs() throws IOException {
    String there = root.resolve("a/b").toString().replace('\\', '/');
    write("tiptoe.json", "{\"paths\": [\"" + there + "\"], \"baseline\": \"/no/where.sql\"}");
    assertThat(find("a").problems()).singleElement().asString().contains("\"/no/where.sql\"");
  }

  @Test
  void aBaselineIsFoundOnItsOwn() throws IOException {
    write("a/tiptoe.json", "{}");
    write(".tiptoe-baseline.json", "{\"version\": 1, \"findings\": []}");
    ConfigFiles.Found<Baseline> found =
        new ConfigFiles(root, ConfigFilesTest::words).baseline(root.resolve("a/b/1.sql"));
    assertThat(found.file()).isEqualTo(Optional.of(root.resolve(".tiptoe-baseline.json")));
    assertThat(found.problems()).isEmpty();
    assertThat(found.relative(root.resolve("a/b/1.sql"))).isEqualTo("a/b/1.sql");
  }

  @Test
  void theUsualNameComesFirst() {
    assertThat(ConfigFiles.CONFIG).isEqualTo(List.of("tiptoe.json", ".tiptoe.json"));
  }

  private ConfigFiles choose(String file) {
    return new ConfigFiles(root, Optional.of(root.resolve(file)), ConfigFilesTest::words);
  }

  private ConfigFiles.Found<Config> find(String path) {
    return new ConfigFiles(root, ConfigFilesTest::words).config(root.resolve(path));
  }

  private static Vocabulary words() {
    return new Vocabulary(Set.of(), Set.of());
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
