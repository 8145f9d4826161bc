package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reviewdog and GitLab demand of their JSON. */
class ReviewReportsTest {

  @TempDir Path folder;
  private ReportProject project;

  @BeforeEach
  void writeProject() throws IOException {
    project = new ReportProject(folder);
  }

  @Test
  void aReviewerWhoAcceptsTheSuggestionHasWhatFixWrites() throws IOException {
    String path = "db/1 add port.sql";
    JsonNode suggestion = diagnostics().get(0).at("/suggestions/0");
    List<String> lines = new ArrayList<>(project.text(path).lines().toList());
    int first = suggestion.at("/range/start/line").asInt();
    int last = suggestion.at("/range/end/line").asInt();
    lines.subList(first - 1, last).clear();
    lines.add(first - 1, suggestion.get("text").asText());
    assertThat(String.join("\n", lines) + "\n").isEqualTo(project.fixed(path));
  }

  @Test
  void reviewdogTakesSuggestionsForTheLinesOfTheirDiagnostic() throws IOException {
    int suggestions = 0;
    for (JsonNode diagnostic : diagnostics()) {
      assertThat(diagnostic.get("message").asText()).isNotBlank();
      assertThat(diagnostic.get("severity").asText()).isIn("ERROR", "WARNING", "INFO");
      for (JsonNode suggestion : diagnostic.path("suggestions")) {
        assertThat(suggestion.get("range")).isEqualTo(diagnostic.at("/location/range"));
        assertThat(suggestion.findValue("column")).isNull();
        suggestions++;
      }
    }
    assertThat(suggestions).isEqualTo(2);
  }

  @Test
  void gitlabCanTellAllIssuesApart() throws IOException {
    Session session = new Session(folder);
    session.run(
        "--dialect",
        "postgresql",
        "--format",
        "gitlab",
        "./db",
        folder.resolve("db/3 größe, 100%.sql").toString(),
        "missing.sql");
    List<String> fingerprints = new ArrayList<>();
    for (JsonNode issue : new ObjectMapper().readTree(session.out())) {
      fingerprints.add(issue.get("fingerprint").asText());
      assertThat(issue.get("description").asText()).isNotBlank();
      assertThat(issue.get("check_name").asText()).isNotBlank();
      assertThat(issue.get("severity").asText())
          .isIn("info", "minor", "major", "critical", "blocker");
      assertThat(issue.at("/location/path").asText()).matches("(db/|missing).*");
      assertThat(issue.at("/location/lines/begin").asInt()).isPositive();
    }
    assertThat(fingerprints).hasSize(9).doesNotHaveDuplicates();
  }

  private JsonNode diagnostics() throws IOException {
    return new ObjectMapper().readTree(project.findings("rdjson")).get("diagnostics");
  }
}
