package dev.tiptoe.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML as a tree; a key that comes twice is a mistake. */
final class Yaml {

  private Yaml() {}

  static JsonNode file(Path file) throws IOException {
    return text(Files.readString(file));
  }

  static JsonNode text(String text) {
    LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
    return new ObjectMapper().valueToTree(new Load(settings).loadFromString(text));
  }
}
