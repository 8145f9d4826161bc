package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {

  @TempDir Path folder;

  @BeforeEach
  void writeFile() throws IOException {
    Session.write(folder.resolve("a.sql"), Session.REQUIRED);
  }

  @Test
  void oneRunWritesSeveralReports() throws IOException {
    Session session = new Session(folder);
    int exit =
        session.run(
            "--dialect",
            "postgresql",
            "--output",
            "sarif=build/reports/a.sarif",
            "--output",
            "text=a.txt",
            "--color",
            "always",
            "a.sql");
    assertThat(exit).isEqualTo(1);
    assertThat(folder.resolve("build/reports/a.sarif")).content().contains("\"2.1.0\"");
    assertThat(folder.resolve("a.txt")).content().startsWith("a.sql:1:33: error[");
    assertThat(session.out()).contains("\u001B[").contains("a.sql:1:33:");
  }

  @Test
  void aFileIsTheSameAsStandardOutput() throws IOException {
    Session session = new Session(folder);
    session.run(
        "--dialect", "postgresql", "--format", "rdjson", "--output", "rdjson=a.json", "a.sql");
    assertThat(folder.resolve("a.json")).hasContent(session.out());
  }

  @Test
  void aRunThatComesToNothingLeavesTheOldReport() throws IOException {
    Files.writeString(folder.resolve("old.json"), "old");
    Session session = new Session(folder);
    int exit = session.run("--since", "main", "--output", "json=old.json", "a.sql");
    assertThat(exit).isEqualTo(2);
    assertThat(folder.resolve("old.json")).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**/.tiptoe*");
  }

  @Test
  void pathsAreTheSameFromWhereverTheyAreNamed() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    Path sub = Files.createDirectory(folder.resolve("sub"));
    for (String path : new String[] {"../a.sql", folder.resolve("a.sql").toString()}) {
      Session session = new Session(sub);
      session.run("--dialect", "postgresql", "--format", "jsonl", path);
      assertThat(session.out()).startsWith("{\"type\":\"finding\",\"path\":\"a.sql\",");
    }
  }

  @Test
  void whatIsOutsideOfTheRepositoryHasItsWholePath() throws IOException {
    Path repository = folder.resolve("repository");
    Files.createDirectories(repository.resolve(".git"));
    Session session = new Session(repository);
    session.run("--dialect", "postgresql", "--format", "sarif", "../a.sql");
    assertThat(session.out())
        .contains("{\"uri\":\"file://" + folder.resolve("a.sql") + "\"}")
        .doesNotContain("uriBaseId");
  }
}
