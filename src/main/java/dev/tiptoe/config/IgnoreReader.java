package dev.tiptoe.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one entry of "ignore"; an entry with anything wrong in it holds nothing back. */
final class IgnoreReader {

  private static final List<String> KEYS = List.of("rule", "files", "reason", "owner", "until");

  private final Reading reading;
  private final Map<String, Json> values = new HashMap<>();

  private IgnoreReader(Reading reading) {
    this.reading = reading;
  }

  static List<Setting<Ignore>> read(String key, Json json, Reading reading) {
    int before = reading.problemCount();
    Ignore entry = new IgnoreReader(reading).entry(key, json);
    return reading.problemCount() > before ? List.of() : List.of(reading.setting(json, entry));
  }

  private Ignore entry(String key, Json json) {
    for (Json.Member member :
        reading.members(key, "a list of objects like {\"rule\": ..., \"reason\": ...}", json)) {
      values.put(member.key(), member.value());
      if (!KEYS.contains(member.key())) {
        reading.unknownKey(member.offset(), member.key(), KEYS);
      }
    }
    if (json instanceof Json.Members) {
      require("rule", "name the rule that is held back", json);
      require("reason", "say for the next reader why", json);
    }
    return new Ignore(rule(), files(), text("reason").orElse(""), text("owner"), until());
  }

  private void require(String key, String advice, Json entry) {
    if (!values.containsKey(key)) {
      reading.problem(entry.offset(), "this entry has no " + Reading.quoted(key) + "; " + advice);
    }
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key))
        .flatMap(json -> reading.text(key, "a string", json));
  }

  private String rule() {
    Optional<String> rule = text("rule");
    Set<String> known = reading.vocabulary().rules();
    rule.filter(id -> !known.contains(id)).ifPresent(id -> reading.unknownRule(offset("rule"), id));
    return rule.orElse("");
  }

  private List<Glob> files() {
    Json json = values.get("files");
    if (json == null) {
      return List.of();
    }
    List<Glob> globs = new ArrayList<>();
    for (Json item : json instanceof Json.Items list ? list.items() : List.of(json)) {
      Optional<String> text = reading.text("files", "a string or a list of strings", item);
      Optional<Glob> glob = text.flatMap(Glob::parse);
      if (text.isPresent() && glob.isEmpty()) {
        reading.problem(
            item.offset(),
            Reading.quoted(text.get())
                + " is no pattern for paths: a [ or { in it is not closed, or holds something wrong");
      }
      glob.ifPresent(globs::add);
    }
    return globs;
  }

  private Optional<LocalDate> until() {
    Optional<String> text = text("until");
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      reading.problem(
          offset("until"),
          "\"until\" must be a date like 2027-03-31, not " + Reading.quoted(text.orElse("")));
      return Optional.empty();
    }
  }

  private int offset(String key) {
    Json json = values.get(key);
    return json == null ? 0 : json.offset();
  }
}
