package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator.Result;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.tiptoe.text.EditPlan;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import dev.tiptoe.text.TextEdit;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifTest {

  @TempDir Path folder;
  private ReportProject project;

  @BeforeEach
  void writeProject() throws IOException {
    project = new ReportProject(folder);
  }

  @Test
  void theSchemaOfOasisAcceptsIt() throws IOException {
    String sarif = project.findings("sarif");
    assertThat(validated(sarif).isValid()).isTrue();
    assertThat(validated(project.nothing("sarif")).isValid()).isTrue();
    assertThat(validated(sarif.replace("\"startLine\":2", "\"startLine\":0")).isValid()).isFalse();
    assertThat(validated(sarif.replace("artifactChanges", "changes")).isValid()).isFalse();
  }

  @Test
  void theReplacementsOfAFixMakeTheTextThatFixWrites() throws IOException {
    String path = "db/1 add port.sql";
    SourceFile file = new SourceFile(path, project.text(path));
    EditPlan plan = new EditPlan();
    List<TextEdit> edits = new ArrayList<>();
    for (JsonNode edit :
        results(project.findings("sarif")).get(0).at("/fixes/0/artifactChanges/0/replacements")) {
      JsonNode region = edit.get("deletedRegion");
      edits.add(
          TextEdit.replace(
              new Span(offset(file, region, "start"), offset(file, region, "end")),
              edit.at("/insertedContent/text").asText()));
    }
    assertThat(plan.add(edits)).isTrue();
    assertThat(plan.applyTo(file.text())).isEqualTo(project.fixed(path));
  }

  @Test
  void addressesAreThePathsFromTheTopOfTheRepository() throws IOException {
    List<String> paths = new ArrayList<>();
    for (JsonNode result : results(project.findings("sarif"))) {
      JsonNode place = result.at("/locations/0/physicalLocation/artifactLocation");
      assertThat(place.get("uriBaseId").asText()).isEqualTo("%SRCROOT%");
      paths.add(URI.create(place.get("uri").asText()).getPath());
    }
    assertThat(paths)
        .contains("db/1 add port.sql", "db/2 \"quoted\" & <angled>.sql", "db/3 größe, 100%.sql");
  }

  @Test
  void aFindingKeepsItsFingerprintWhenItsStatementMoves() throws IOException {
    List<JsonNode> before = results(project.findings("sarif"));
    String path = "db/3 größe, 100%.sql";
    Session.write(folder.resolve(path), "-- one line more\n\n" + project.text(path));
    List<JsonNode> after = results(project.findings("sarif"));
    assertThat(fingerprints(after)).isEqualTo(fingerprints(before)).doesNotHaveDuplicates();
    assertThat(after).isNotEqualTo(before);
  }

  @Test
  void eachResultPointsAtItsRule() throws IOException {
    JsonNode run = new ObjectMapper().readTree(project.findings("sarif")).at("/runs/0");
    for (JsonNode result : run.get("results")) {
      JsonNode rule = run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt());
      assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
      assertThat(rule.at("/help/markdown").asText()).isNotBlank();
      assertThat(rule.get("helpUri").asText()).endsWith(result.get("ruleId").asText() + ".md");
      assertThat(rule.at("/fullDescription/text").asText()).hasSizeLessThanOrEqualTo(1024);
    }
  }

  private static List<String> fingerprints(List<JsonNode> results) {
    return results.stream()
        .map(result -> result.get("ruleId") + " " + result.get("partialFingerprints"))
        .toList();
  }

  private static int offset(SourceFile file, JsonNode region, String end) {
    return file.lineStart(region.get(end + "Line").asInt())
        + region.get(end + "Column").asInt()
        - 1;
  }

  private static List<JsonNode> results(String sarif) throws IOException {
    return new ObjectMapper().readTree(sarif).at("/runs/0/results").valueStream().toList();
  }

  private static Result validated(String sarif) throws IOException {
    try (InputStream schema =
        SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return new ValidatorFactory()
          .validate(new String(schema.readAllBytes(), StandardCharsets.UTF_8), sarif);
    }
  }
}
