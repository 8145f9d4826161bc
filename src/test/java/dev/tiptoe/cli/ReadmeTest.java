package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what the program does. */
class ReadmeTest {

  @TempDir Path folder;

  @Test
  void theColumnBeforeBecomesTheColumnAfter() throws IOException {
    List<String> sql = blocks("sql");
    Path file = folder.resolve("migration.sql");
    Files.writeString(file, sql.get(0));
    int exit =
        new Session(folder)
            .run(
                "--fix",
                "--dialect",
                "postgresql",
                "--backfill",
                "Server.sshPort=22",
                "migration.sql");
    assertThat(Files.readString(file)).isEqualTo(sql.get(1));
    assertThat(exit).isZero();
  }

  @Test
  void theCommandsInItPrintWhatItSays() throws IOException {
    List<String> sessions = blocks("console");
    assertThat(sessions).isNotEmpty();
    for (String session : sessions) {
      String[] lines = session.split("\n", 2);
      String[] words = lines[0].split(" ");
      assertThat(words[1]).isEqualTo("bin/tiptoe");
      Session here = new Session(Path.of("").toAbsolutePath());
      here.run(List.of(words).subList(2, words.length).toArray(String[]::new));
      assertThat(here.out()).startsWith(lines[1]);
    }
  }

  @Test
  void theConfigurationInItIsRead() throws IOException {
    List<String> examples = blocks("jsonc");
    assertThat(examples).isNotEmpty();
    for (String example : examples) {
      Path repository = Files.createTempDirectory(folder, "repository");
      Session.write(repository.resolve("tiptoe.json"), example);
      Files.createDirectories(repository.resolve("prisma/migrations"));
      Session session = new Session(repository);
      assertThat(session.run("config")).as(session.err()).isZero();
    }
  }

  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = null;
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      if (block == null && line.equals("```" + language)) {
        block = new StringBuilder();
      } else if (block != null && line.equals("```")) {
        blocks.add(block.toString());
        block = null;
      } else if (block != null) {
        block.append(line).append('\n');
      }
    }
    return blocks;
  }
}
