package dev.tiptoe.config;

import dev.tiptoe.lint.Options;
import dev.tiptoe.lint.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Settings by their keys. What is said on the command line, in a file, by the project itself and by
 * default are four of these, laid {@link #over} each other.
 */
public final class Config {

  public static final Config EMPTY = new Config(Map.of());

  /** What holds where nobody says anything, as far as it does not depend on the project. */
  public static final Config DEFAULTS =
      EMPTY
          .with(Key.FORM, Options.Form.THREE_STEPS, Origin.DEFAULT)
          .with(Key.GUESS, Options.Guessing.ALLOWED, Origin.DEFAULT)
          .with(Key.ALWAYS_THREE_STEPS, Options.OneStep.LEFT_ALONE, Origin.DEFAULT)
          .with(Key.STEPS, Options.Steps.INLINE, Origin.DEFAULT)
          .with(Key.FAIL_ON, Optional.of(Severity.ERROR), Origin.DEFAULT);

  private final Map<Key<?>, List<? extends Setting<?>>> settings;

  private Config(Map<Key<?>, List<? extends Setting<?>>> settings) {
    this.settings = settings;
  }

  /**
   * One line of what is in force.
   *
   * @param value a string, a number or a truth value
   */
  public record Row(String key, Object value, Origin origin) {}

  /** All values of a key, in the order in which they are written. */
  @SuppressWarnings("unchecked") // with() lets nothing else in.
  public <T> List<Setting<T>> all(Key<T> key) {
    return (List<Setting<T>>) settings.getOrDefault(key, List.of());
  }

  /** The value of a key that has one at most. */
  public <T> Optional<Setting<T>> get(Key<T> key) {
    return all(key).stream().findFirst();
  }

  /** This configuration with these values for a key, and no others. */
  public <T> Config with(Key<T> key, List<Setting<T>> values) {
    Map<Key<?>, List<? extends Setting<?>>> changed = new HashMap<>(settings);
    changed.put(key, List.copyOf(values));
    return new Config(changed);
  }

  /** This configuration with this value for a key. */
  public <T> Config with(Key<T> key, T value, Origin origin) {
    return with(key, List.of(new Setting<>(value, origin)));
  }

  /** What is set here, and what is set below for the keys that are not. */
  public Config over(Config below) {
    Map<Key<?>, List<? extends Setting<?>>> both = new HashMap<>(below.settings);
    both.putAll(settings);
    return new Config(both);
  }

  /** The entry that holds a finding back; {@code file} is relative to the folder of the file. */
  public Optional<Setting<Ignore>> ignoring(String rule, String file, Supplier<LocalDate> today) {
    return all(Key.IGNORE).stream()
        .filter(entry -> entry.value().covers(rule, file, today))
        .findFirst();
  }

  /** A warning for each entry that holds nothing back any more. */
  public List<Problem> outdated(Supplier<LocalDate> today) {
    List<Problem> warnings = new ArrayList<>();
    for (Setting<Ignore> entry : all(Key.IGNORE)) {
      Ignore ignore = entry.value();
      if (ignore.isOver(today)) {
        warnings.add(
            new Problem(
                entry.origin(),
                ignore.rule()
                    + " was held back until "
                    + ignore.until().map(LocalDate::toString).orElse("")
                    + " and is reported again; mend what it finds, or decide anew"
                    + ignore.owner().map(owner -> " (" + owner + ")").orElse("")));
      }
    }
    return warnings;
  }

  /** Everything that is set, in the order of the keys. */
  public List<Row> rows() {
    return Key.ALL.stream().flatMap(key -> rows(key).stream()).toList();
  }

  private <T> List<Row> rows(Key<T> key) {
    return all(key).stream()
        .map(
            setting ->
                new Row(key.name(setting.value()), key.plain(setting.value()), setting.origin()))
        .toList();
  }
}
