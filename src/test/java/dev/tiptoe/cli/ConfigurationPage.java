package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter.NopIndenter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The reference of tiptoe.json: what the schema says of each key, with an example. */
final class ConfigurationPage {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final ObjectWriter ONE_LINE =
      JSON.writer(
          new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Spacing.AFTER)
                      .withObjectEntrySpacing(Spacing.AFTER)
                      .withArrayValueSpacing(Spacing.AFTER))
              .withObjectIndenter(NopIndenter.instance)
              .withArrayIndenter(NopIndenter.instance));

  private final JsonNode schema;

  private ConfigurationPage(JsonNode schema) {
    this.schema = schema;
  }

  static String text() throws JsonProcessingException {
    Session session = new Session(Path.of(""));
    assertThat(session.run("config", "--schema")).isZero();
    return new ConfigurationPage(JSON.readTree(session.out())).page();
  }

  private String page() throws JsonProcessingException {
    StringBuilder page =
        new StringBuilder(
            """
            # Configuration

            `tiptoe.json`, or `.tiptoe.json`, holds what a project has decided for itself. The nearest one above a migration,
            up to the root of the repository, holds whole: it adds nothing to those further up. Comments and a comma after the
            last entry are allowed, a key that is not below is refused, and options on the command line go before it.

            `tiptoe init` writes a first one, and `tiptoe config PATH` shows what is in force for a file and who said so. For
            completion in an editor write the JSON Schema to a file with `tiptoe config --schema` and name it as `"$schema"`.
            """);
    for (Map.Entry<String, JsonNode> property : schema.get("properties").properties()) {
      page.append(section(property.getKey(), property.getValue()));
    }
    return page.toString();
  }

  private String section(String key, JsonNode property) throws JsonProcessingException {
    return """

        ## %s

        %s

        Type: %s. Default: %s.
        %s
        ```jsonc
        {"%s": %s}
        ```
        """
        .formatted(
            key,
            plain(property.get("description").textValue()),
            type(property),
            property.has("default") ? "`" + property.get("default") + "`" : "none",
            entries(property.at("/items/properties")),
            key,
            ONE_LINE.writeValueAsString(example(property)));
  }

  private String type(JsonNode declared) {
    JsonNode property = resolved(declared);
    if (property.has("enum")) {
      return "one of " + quoted(property.get("enum"));
    }
    if (property.has("oneOf")) {
      return StreamSupport.stream(property.get("oneOf").spliterator(), false)
          .map(this::type)
          .collect(Collectors.joining(" or "));
    }
    String type = property.get("type").textValue();
    return switch (type) {
      case "array" -> "list of " + types(property.get("items"));
      case "object" ->
          property.has("properties")
              ? "objects"
              : "object whose values are " + types(property.get("additionalProperties"));
      case "boolean" -> "true or false";
      case "integer" ->
          "whole number from %s to %s".formatted(property.get("minimum"), property.get("maximum"));
      default -> type;
    };
  }

  private String types(JsonNode declared) {
    String type = type(declared);
    return type.equals("string") ? "strings" : type;
  }

  private JsonNode resolved(JsonNode property) {
    return property.has("$ref")
        ? schema.at(property.get("$ref").textValue().substring(1))
        : property;
  }

  /** The keys of each entry, for a list of objects. */
  private String entries(JsonNode properties) {
    return properties.properties().stream()
        .map(
            entry ->
                "- `%s` (%s): %s\n"
                    .formatted(
                        entry.getKey(),
                        type(entry.getValue()),
                        plain(description(entry.getValue()))))
        .collect(Collectors.joining("", properties.isEmpty() ? "" : "\n", ""));
  }

  private String description(JsonNode declared) {
    return declared.has("description")
        ? declared.get("description").textValue()
        : resolved(declared).get("description").textValue();
  }

  /** An asterisk is not meant as Markdown. */
  private static String plain(String description) {
    return description.replace("*", "\\*");
  }

  /** The schema's own, else a value that is not the default. */
  private JsonNode example(JsonNode property) {
    if (property.has("examples")) {
      return property.get("examples").get(0);
    }
    return candidates(property).stream()
        .filter(value -> !value.equals(property.get("default")))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> candidates(JsonNode property) {
    return property.has("enum")
        ? StreamSupport.stream(property.get("enum").spliterator(), false).toList()
        : List.of(
            JSON.getNodeFactory().booleanNode(true), JSON.getNodeFactory().booleanNode(false));
  }

  private static String quoted(JsonNode words) {
    return StreamSupport.stream(words.spliterator(), false)
        .map(word -> "`" + word.textValue() + "`")
        .collect(Collectors.joining(", "));
  }
}
