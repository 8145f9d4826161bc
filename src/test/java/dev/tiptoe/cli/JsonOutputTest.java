package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonOutputTest {

  @TempDir Path folder;

  @Test
  void the_edits_of_a_fix_make_the_text_that_fix_writes() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.sql"), "-- caf\u00e9 \uD83D\uDE00\n" + Session.REQUIRED);
    String text = Files.readString(file);
    Session report = new Session(folder);
    assertThat(report.run("--dialect", "postgresql", "--format", "json", "a.sql")).isEqualTo(1);
    JsonNode finding = new ObjectMapper().readTree(report.out()).at("/files/0/findings/0");
    StringBuilder edited = new StringBuilder(text);
    finding
        .at("/fix/edits")
        .valueStream()
        .sorted((a, b) -> Integer.compare(b.get("start").asInt(), a.get("start").asInt()))
        .forEach(
            e ->
                edited.replace(
                    e.get("start").asInt(), e.get("end").asInt(), e.get("text").asText()));
    new Session(folder).run("--dialect", "postgresql", "--fix", "a.sql");
    assertThat(edited.toString()).isEqualTo(Files.readString(file));
    int start = finding.at("/range/start/offset").asInt();
    assertThat(text.substring(start)).startsWith("\"sshPort\"");
    assertThat(finding.at("/range/start/line").asInt()).isEqualTo(2);
  }
}
