package dev.tiptoe.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiptoe.cli.Snippets;
import dev.tiptoe.project.PullRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages for build services say in tables and snippets is so. */
class PagesForServicesTest {

  private static final Path DOCS = Path.of("docs");

  @Test
  void everySnippetIsYaml() throws IOException {
    for (String page : List.of("github.md", "gitlab.md", "azure.md", "ci.md")) {
      assertThat(Snippets.of(page, "yaml")).isNotEmpty().allSatisfy(Yaml::text);
    }
  }

  @Test
  void theActionIsGivenInputsThatItHas() throws IOException {
    JsonNode inputs = Yaml.file(Path.of("action.yml")).get("inputs");
    List<String> given = new ArrayList<>();
    for (String snippet : Snippets.of("github.md", "yaml")) {
      for (JsonNode step : Yaml.text(snippet).findParents("uses")) {
        if (step.get("uses").textValue().startsWith("tiptoe-dev/")) {
          step.path("with").fieldNames().forEachRemaining(given::add);
        }
      }
    }
    assertThat(given).contains("paths", "sarif").allMatch(inputs::has);
  }

  @Test
  void theTablesNameTheInputsAndOutputsOfTheAction() throws IOException {
    String page = Files.readString(DOCS.resolve("github.md"));
    JsonNode action = Yaml.file(Path.of("action.yml"));
    assertThat(found(page, "(?m)^\\| `([a-z-]+)` \\| .* \\| .* \\|$"))
        .containsExactlyElementsOf(names(action.get("inputs")));
    assertThat(
            found(
                page.lines().filter(l -> l.startsWith("The outputs are")).findFirst().orElseThrow(),
                "`([a-z-]+)`"))
        .isSubsetOf(names(action.get("outputs")));
  }

  @Test
  void everyVariableInTheTableTellsOfAPullRequest() throws IOException {
    List<String> variables =
        found(Files.readString(DOCS.resolve("ci.md")), "(?m)^\\| .* \\| `([A-Z_]+)` \\|$");
    assertThat(variables)
        .hasSize(12)
        .allSatisfy(variable -> assertThat(PullRequest.in(build(variable))).isPresent());
  }

  @Test
  void theVersionIsTheOneThatIsReleasedNext() throws IOException {
    String version =
        found(Files.readString(Path.of("pom.xml")), "(?m)^  <version>(.*?)(?:-SNAPSHOT)?</version>")
            .get(0);
    List<String> named = new ArrayList<>();
    for (Path file : filesThatNameVersions()) {
      named.addAll(
          found(
              Files.readString(file),
              "tiptoe(?:-dev/tiptoe)?(?:@v?|:|/v)([0-9]+\\.[0-9]+\\.[0-9]+)"));
    }
    assertThat(named).hasSizeGreaterThan(8).containsOnly(version);
  }

  private static List<Path> filesThatNameVersions() throws IOException {
    try (Stream<Path> files = Files.walk(DOCS)) {
      return Stream.concat(
              files.filter(Files::isRegularFile),
              Stream.of(Path.of("packaging/gitlab/tiptoe.gitlab-ci.yml")))
          .toList();
    }
  }

  /** Some services set the variable for pushes too, and another one for pull requests. */
  private static Map<String, String> build(String variable) {
    Map<String, String> variables = new HashMap<>(Map.of(variable, "main"));
    variables.put("DRONE_PULL_REQUEST", "1");
    variables.put("TRAVIS_PULL_REQUEST", "1");
    variables.put("APPVEYOR_PULL_REQUEST_NUMBER", "1");
    return variables;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }
}
