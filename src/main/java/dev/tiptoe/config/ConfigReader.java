package dev.tiptoe.config;

import dev.tiptoe.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code tiptoe.json}. All that is wrong is told at once, unless the text is not even JSON;
 * what is right is kept.
 */
public final class ConfigReader {

  private static final int LONGEST = 1_000_000;

  /** For editors; says nothing to Tiptoe. */
  private static final String SCHEMA = "$schema";

  private static final Map<String, Key<?>> KEYS =
      Key.ALL.stream().collect(Collectors.toMap(Key::id, Function.identity()));

  private ConfigReader() {}

  public static Parsed<Config> read(SourceFile file, Vocabulary vocabulary) {
    Parsed<Json.Members> json = JsonText.read(file, LONGEST);
    if (!json.problems().isEmpty()) {
      return new Parsed<>(Config.EMPTY, json.problems());
    }
    Reading reading = new Reading(file, vocabulary);
    Config config = Config.EMPTY;
    for (Json.Member member : reading.eachOnce(json.value())) {
      Key<?> key = KEYS.get(member.key());
      if (key != null) {
        config = set(config, key, member.value(), reading);
      } else if (member.key().equals(SCHEMA)) {
        reading.text(SCHEMA, "a string", member.value());
      } else {
        reading.unknownKey(member.offset(), member.key(), known());
      }
    }
    return new Parsed<>(config, reading.problems());
  }

  private static <T> Config set(Config config, Key<T> key, Json value, Reading reading) {
    return config.with(key, key.read(value, reading));
  }

  private static List<String> known() {
    return Stream.concat(Key.ALL.stream().map(Key::id), Stream.of(SCHEMA)).toList();
  }
}
