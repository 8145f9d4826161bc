package dev.tiptoe.config;

import dev.tiptoe.lint.GivenValue;
import dev.tiptoe.lint.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a key takes: turns JSON into settings, or says what is wrong with it. */
interface Shape<T> {

  List<Setting<T>> read(String key, Json json, Reading reading);

  /** A string of a certain form. */
  static <T> Shape<T> text(String wanted, Function<String, Optional<T>> form) {
    return (key, json, reading) -> {
      Optional<String> text = reading.text(key, wanted, json);
      Optional<T> value = text.flatMap(form);
      if (text.isPresent() && value.isEmpty()) {
        reading.problem(
            json.offset(),
            Reading.quoted(key) + " must be " + wanted + ", not " + Reading.quoted(text.get()));
      }
      return value.map(v -> List.of(reading.setting(json, v))).orElse(List.of());
    };
  }

  /** One of a few words. */
  static <T> Shape<T> oneOf(Map<String, T> words) {
    return (key, json, reading) ->
        reading
            .text(key, "one of " + String.join(", ", words.keySet()), json)
            .map(text -> known(text, key, json, words, reading))
            .orElse(List.of());
  }

  /** The id of a migration tool. */
  static Shape<String> tool() {
    return (key, json, reading) -> {
      Map<String, String> tools = new LinkedHashMap<>();
      reading.vocabulary().tools().forEach(tool -> tools.put(tool, tool));
      return oneOf(tools).read(key, json, reading);
    };
  }

  static <T> Shape<T> flag(T yes, T no) {
    return (key, json, reading) -> {
      if (json instanceof Json.Flag flag) {
        return List.of(reading.setting(json, flag.value() ? yes : no));
      }
      reading.wrongType(key, "true or false", json);
      return List.of();
    };
  }

  /** A whole number from 1 on. */
  static Shape<Integer> upTo(int most) {
    return (key, json, reading) -> {
      if (!(json instanceof Json.Digits digits)) {
        reading.wrongType(key, "a number", json);
        return List.of();
      }
      Optional<Integer> number = whole(digits.value()).filter(n -> n >= 1 && n <= most);
      if (number.isEmpty()) {
        reading.problem(
            json.offset(),
            Reading.quoted(key)
                + " must be a whole number from 1 to "
                + most
                + ", not "
                + digits.value());
      }
      return number.map(n -> List.of(reading.setting(json, n))).orElse(List.of());
    };
  }

  /** A list of {@code items}, each a setting of its own. */
  static <T> Shape<T> listOf(String items, Shape<T> shape) {
    return (key, json, reading) -> {
      if (!(json instanceof Json.Items list)) {
        reading.wrongType(key, "a list of " + items, json);
        return List.of();
      }
      List<Setting<T>> settings = new ArrayList<>();
      for (Json item : list.items()) {
        settings.addAll(shape.read(key, item, reading));
      }
      return settings;
    };
  }

  /** An object from ids of rules to what becomes of their findings. */
  static Shape<RuleLevel> ruleLevels(Map<String, Optional<Severity>> words) {
    return (key, json, reading) -> {
      List<Setting<RuleLevel>> levels = new ArrayList<>();
      for (Json.Member member :
          reading.members(key, "an object like {\"set-not-null\": \"warning\"}", json)) {
        if (!reading.vocabulary().rules().contains(member.key())) {
          reading.unknownRule(member.offset(), member.key());
        }
        for (Setting<Optional<Severity>> level :
            oneOf(words).read(member.key(), member.value(), reading)) {
          levels.add(new Setting<>(new RuleLevel(member.key(), level.value()), level.origin()));
        }
      }
      return levels;
    };
  }

  /** An object from columns to the SQL that fills them. */
  static Shape<GivenValue> givenValues() {
    return (key, json, reading) -> {
      List<Setting<GivenValue>> values = new ArrayList<>();
      for (Json.Member member :
          reading.members(key, "an object like {\"Server.sshPort\": \"22\"}", json)) {
        Optional<String> sql = reading.text(member.key(), "SQL in a string", member.value());
        Optional<GivenValue> value =
            sql.flatMap(expression -> GivenValue.parse(member.key() + "=" + expression))
                .filter(parsed -> sql.map(String::strip).equals(Optional.of(parsed.expression())));
        if (sql.isPresent() && value.isEmpty()) {
          reading.problem(
              member.offset(),
              Reading.quoted(member.key()) + " is not of the form \"table.column\"");
        }
        value.ifPresent(v -> values.add(reading.setting(member.value(), v)));
      }
      return values;
    };
  }

  private static <T> List<Setting<T>> known(
      String text, String key, Json json, Map<String, T> words, Reading reading) {
    if (words.containsKey(text)) {
      return List.of(reading.setting(json, words.get(text)));
    }
    reading.impossible(json.offset(), key, text, words.keySet());
    return List.of();
  }

  private static Optional<Integer> whole(String digits) {
    try {
      return Optional.of(Integer.parseInt(digits));
    } catch (NumberFormatException fractionOrTooLong) {
      return Optional.empty();
    }
  }
}
