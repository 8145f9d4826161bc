package dev.tiptoe.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds what statements are read as against data files: a line that begins with {@code >} is a
 * statement, the lines below are its changes and those of what it runs, with a word where they may
 * not come about. {@code -Dupdate} writes them anew.
 */
class StatementReaderTest {

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void statementsAreReadAsWritten(Dialect dialect) throws IOException {
    Path file = Path.of("testdata/fixtures/reader/" + dialect.id() + ".txt");
    String written = Files.readString(file);
    String read = read(written, Target.oldest(dialect));
    if (System.getProperty("update") != null) {
      assertThat(System.getenv("CI")).as("CI; data files are not rewritten there").isNull();
      Files.writeString(file, read);
      return;
    }
    assertThat(read).isEqualTo(written);
  }

  @Test
  void whatOneStatementSaysIsNotMixedWithTheNext() {
    Script script =
        Script.read(
            new SourceFile("a.sql", "DROP TABLE a; DROP TABLE b"), Target.oldest(Dialect.MYSQL));
    assertThat(script.statements()).hasSize(2);
    assertThat(script.statements().get(0).delimiter().start()).isEqualTo(12);
    assertThat(script.statements().get(1).delimiter().isEmpty()).isTrue();
  }

  private static String read(String written, Target target) {
    StringBuilder read = new StringBuilder();
    for (String line : written.split("\n")) {
      if (line.startsWith("> ")) {
        read.append(line).append('\n');
        String sql = line.substring(2);
        for (Statement statement : Script.read(new SourceFile("a.sql", sql), target).executed()) {
          String course = statement.course() == Course.ALWAYS ? "" : statement.course() + ": ";
          for (Change change : statement.changes()) {
            read.append(course).append(ChangeText.of(change, sql)).append('\n');
          }
        }
      } else if (line.startsWith("#") || line.isBlank()) {
        read.append(line).append('\n');
      }
    }
    return read.toString();
  }
}
