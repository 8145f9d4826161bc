package dev.tiptoe.cli;

import dev.tiptoe.config.Baseline;
import dev.tiptoe.config.Config;
import dev.tiptoe.config.Key;
import dev.tiptoe.config.RuleLevel;
import dev.tiptoe.config.Setting;
import dev.tiptoe.lint.GivenValue;
import dev.tiptoe.lint.Options;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.project.ConfigFiles.Found;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is in force for some files: what the command line says, over the nearest tiptoe.json, over
 * what is usual.
 */
final class Settings {

  private final Config config;
  private final Found<Config> file;
  private final Found<Baseline> baseline;
  private final Optional<Path> startingSchema;
  private final Options options;

  /**
   * @param given what the command line says
   * @param folder that the paths on the command line start from
   */
  Settings(Config given, Path folder, Found<Config> file, Found<Baseline> baseline) {
    this.file = file;
    this.baseline = baseline;
    this.config = given.over(file.value()).over(Config.DEFAULTS);
    this.startingSchema =
        given
            .get(Key.BASELINE)
            .map(path -> folder.resolve(path.value()))
            .or(
                () ->
                    file.value()
                        .get(Key.BASELINE)
                        .map(path -> file.folder().resolve(path.value())));
    this.options = options(given);
  }

  Options options() {
    return options;
  }

  Found<Config> file() {
    return file;
  }

  Found<Baseline> baseline() {
    return baseline;
  }

  Optional<Setting<Dialect>> dialect() {
    return config.get(Key.DIALECT);
  }

  Optional<Setting<Version>> serverVersion() {
    return config.get(Key.SERVER_VERSION);
  }

  Optional<String> tool() {
    return value(Key.TOOL);
  }

  Optional<Version> toolVersion() {
    return value(Key.TOOL_VERSION);
  }

  /** A dump of the schema that the first migration meets. */
  Optional<Path> startingSchema() {
    return startingSchema;
  }

  /** What is looked at if no path is named. */
  List<Path> paths() {
    return file.value().all(Key.PATHS).stream()
        .map(path -> file.folder().resolve(path.value()).normalize())
        .toList();
  }

  /** The least severity that makes a run fail; empty for never. */
  Optional<Severity> failOn() {
    return value(Key.FAIL_ON).orElse(Optional.empty());
  }

  private Options options(Config given) {
    List<GivenValue> values = new ArrayList<>();
    given.all(Key.BACKFILL).forEach(value -> values.add(value.value()));
    file.value().all(Key.BACKFILL).forEach(value -> values.add(value.value()));
    Map<String, Optional<Severity>> levels = new HashMap<>();
    for (Setting<RuleLevel> level : config.all(Key.RULES)) {
      levels.put(level.value().rule(), level.value().severity());
    }
    Optional<Integer> batch = value(Key.BATCH);
    return new Options(
        List.copyOf(values),
        value(Key.FORM).orElseThrow(),
        value(Key.GUESS).orElseThrow(),
        value(Key.ALWAYS_THREE_STEPS).orElseThrow(),
        Map.copyOf(levels),
        value(Key.STEPS).orElseThrow(),
        batch.isPresent() ? OptionalInt.of(batch.get()) : OptionalInt.empty(),
        config.all(Key.SMALL_TABLES).stream().map(Setting::value).toList());
  }

  private <T> Optional<T> value(Key<T> key) {
    return config.get(key).map(Setting::value);
  }
}
