package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.tiptoe.config.Config;
import dev.tiptoe.config.ConfigReader;
import dev.tiptoe.config.Key;
import dev.tiptoe.config.Problem;
import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The schema that editors use and the reader know the same files. */
class ConfigSchemaTest {

  private static final String SCHEMA = schema();
  private static final JsonNode PROPERTIES = tree(SCHEMA).get("properties");

  /** With single quotes for double ones. */
  static final List<String> GOOD =
      List.of(
          "{}",
          "{'$schema': 'x', 'dialect': 'postgresql', 'serverVersion': '16', 'toolVersion': '7.4.0'}",
          "{'paths': [], 'baseline': '../baseline.sql', 'rules': {}, 'ignore': []}",
          "{'paths': ['a', 'b/c'], 'smallTables': ['Country'], 'batch': 1000000}",
          "{'ignore': [{'rule': 'set-not-null', 'reason': 'r'}]}",
          "{'ignore': [{'rule': 'set-not-null', 'reason': 'r', 'owner': 'o', 'until': '2028-02-29', 'files': 'a'}]}",
          "{'ignore': [{'rule': 'set-not-null', 'reason': 'r', 'files': ['a', 'b/**']}]}",
          "{'backfill': {'Server.sshPort': '22', 'public.Server.name': '2'}}",
          "{'guess': true, 'alwaysThreeSteps': false}");

  static final List<String> BAD =
      List.of(
          "[]",
          "{'dialekt': 'mysql'}",
          "{'$schema': 1}",
          "{'dialect': 'MySQL'}",
          "{'dialect': null}",
          "{'serverVersion': 16}",
          "{'serverVersion': '16.'}",
          "{'serverVersion': '1.2.3.4'}",
          "{'toolVersion': 'latest'}",
          "{'tool': 'make'}",
          "{'paths': 'a'}",
          "{'paths': ['']}",
          "{'paths': [1]}",
          "{'baseline': ['a']}",
          "{'rules': ['set-not-null']}",
          "{'rules': {'set-not-null': 'never'}}",
          "{'rules': {'set-not-null': true}}",
          "{'rules': {'SetNotNull': 'off'}}",
          "{'ignore': {}}",
          "{'ignore': ['set-not-null']}",
          "{'ignore': [{'rule': 'set-not-null'}]}",
          "{'ignore': [{'reason': 'r'}]}",
          "{'ignore': [{'rule': 'set-not-null', 'reason': ' '}]}",
          "{'ignore': [{'rule': 'set-not-null', 'reason': 'r', 'file': 'a'}]}",
          "{'ignore': [{'rule': 'set-not-null', 'reason': 'r', 'files': 1}]}",
          "{'ignore': [{'rule': 'set-not-null', 'reason': 'r', 'until': '2026-02-30'}]}",
          "{'ignore': [{'rule': 'set-not-null', 'reason': 'r', 'until': '31.3.2027'}]}",
          "{'backfill': ['Server.sshPort=22']}",
          "{'backfill': {'Server.sshPort': 22}}",
          "{'backfill': {'sshPort': '22'}}",
          "{'form': 'two-steps'}",
          "{'guess': 'no'}",
          "{'alwaysThreeSteps': 1}",
          "{'steps': true}",
          "{'batch': 0}",
          "{'batch': 1.5}",
          "{'batch': 1000001}",
          "{'failOn': 'off'}",
          "{'smallTables': {}}",
          "{'smallTables': [null]}");

  @Test
  void itIsASchemaOfItsDraft() {
    assertThat(tree(SCHEMA).get("$schema").textValue())
        .isEqualTo("http://json-schema.org/draft-07/schema#");
    assertThat(fitsSchema("{}")).isTrue();
  }

  @ParameterizedTest
  @FieldSource("GOOD")
  void bothTakeWhatIsRight(String text) {
    String json = text.replace('\'', '"');
    assertThat(fitsSchema(json)).isTrue();
    assertThat(problems(json)).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("BAD")
  void bothRefuseWhatIsWrong(String text) {
    String json = text.replace('\'', '"');
    assertThat(fitsSchema(json)).isFalse();
    assertThat(problems(json)).isNotEmpty();
  }

  @Test
  void bothKnowTheSameKeys() {
    assertThat(names(PROPERTIES))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of("$schema"), Key.ALL.stream().map(Key::id)).toList());
    assertThat(names(PROPERTIES.at("/ignore/items/properties")))
        .containsExactlyInAnyOrderElementsOf(
            listed(
                "{\"ignore\": [{\"rule\": \"set-not-null\", \"reason\": \"r\", \"zzzzzzzzz\": 1}]}"));
  }

  @Test
  void bothKnowTheSameWords() {
    int compared = 0;
    for (String key : names(PROPERTIES)) {
      if (PROPERTIES.get(key).has("enum")) {
        assertThat(words(PROPERTIES.get(key)))
            .containsExactlyInAnyOrderElementsOf(listed("{\"" + key + "\": \"zzzzzzzzz\"}"));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(5);
    assertThat(words(PROPERTIES.at("/rules/additionalProperties")))
        .containsExactlyInAnyOrderElementsOf(
            listed("{\"rules\": {\"set-not-null\": \"zzzzzzzzz\"}}"));
  }

  @Test
  void everyRuleIdFitsThePattern() {
    for (String rule : KnownWords.vocabulary().rules()) {
      assertThat(fitsSchema("{\"rules\": {\"" + rule + "\": \"off\"}}")).as(rule).isTrue();
    }
  }

  @Test
  void everyKeyIsDescribedAndItsExamplesWork() {
    for (String key : names(PROPERTIES)) {
      JsonNode property = PROPERTIES.get(key);
      assertThat(property.path("description").asText()).as(key).endsWith(".");
      for (JsonNode example : property.path("examples")) {
        assertThat(problems("{\"" + key + "\": " + example + "}")).isEmpty();
      }
    }
  }

  @Test
  void itStatesTheDefaultsThatHold() {
    List<String> stated = new ArrayList<>();
    for (String key : names(PROPERTIES)) {
      if (PROPERTIES.get(key).has("default")) {
        stated.add(key + " " + PROPERTIES.get(key).get("default").asText());
      }
    }
    assertThat(stated)
        .containsExactlyInAnyOrderElementsOf(
            Config.DEFAULTS.rows().stream().map(row -> row.key() + " " + row.value()).toList());
  }

  /** The words that the reader lists when it is given one that is nothing like them. */
  private static List<String> listed(String json) {
    String message = problems(json).get(0).message();
    return Arrays.asList(message.replaceFirst(".*(Known are|It is one of) ", "").split(", "));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> words(JsonNode property) {
    List<String> words = new ArrayList<>();
    property.get("enum").forEach(word -> words.add(word.textValue()));
    return words;
  }

  private static boolean fitsSchema(String json) {
    return new ValidatorFactory()
        .withEvaluatorFactory(new FormatEvaluatorFactory())
        .validate(SCHEMA, json)
        .isValid();
  }

  private static List<Problem> problems(String json) {
    return ConfigReader.read(new SourceFile("tiptoe.json", json), KnownWords.vocabulary())
        .problems();
  }

  private static String schema() {
    Session session = new Session(Path.of(""));
    assertThat(session.run("config", "--schema")).isZero();
    return session.out();
  }

  private static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
