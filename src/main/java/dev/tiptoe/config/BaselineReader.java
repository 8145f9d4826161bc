package dev.tiptoe.config;

import dev.tiptoe.text.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads a baseline as {@link Baseline#write} writes it. */
public final class BaselineReader {

  private static final int LONGEST = 64_000_000;
  private static final String WAY_OUT = "; run tiptoe baseline to write it anew";

  private final Reading reading;
  private final SortedSet<Accepted> findings = new TreeSet<>();

  private BaselineReader(Reading reading) {
    this.reading = reading;
  }

  /** A baseline with problems covers nothing, so that nothing is held back by mistake. */
  public static Parsed<Baseline> read(SourceFile file) {
    Parsed<Json.Members> json = JsonText.read(file, LONGEST);
    List<Problem> problems = json.problems();
    BaselineReader reader =
        new BaselineReader(new Reading(file, new Vocabulary(Set.of(), Set.of())));
    if (problems.isEmpty()) {
      reader.baseline(json.value());
      problems = reader.reading.problems();
    }
    return problems.isEmpty()
        ? new Parsed<>(new Baseline(reader.findings), List.of())
        : new Parsed<>(Baseline.EMPTY, problems.stream().map(BaselineReader::withWayOut).toList());
  }

  private void baseline(Json.Members file) {
    Map<String, Json> values = values(file, List.of("version", "findings"));
    Json version = values.get("version");
    if (version instanceof Json.Digits digits
        && !digits.value().equals(String.valueOf(Baseline.VERSION))) {
      reading.problem(
          version.offset(),
          "this baseline has version "
              + digits.value()
              + ", but this Tiptoe reads version "
              + Baseline.VERSION);
      return;
    }
    if (version != null && !(version instanceof Json.Digits)) {
      reading.wrongType("version", "a number", version);
    }
    Json findings = values.get("findings");
    if (findings instanceof Json.Items list) {
      list.items().forEach(this::entry);
    } else if (findings != null) {
      reading.wrongType("findings", "a list", findings);
    }
  }

  private void entry(Json json) {
    if (!(json instanceof Json.Members object)) {
      reading.wrongType("findings", "a list of objects", json);
      return;
    }
    Map<String, Json> values = values(object, List.of("file", "rule", "hash"));
    Optional<String> file = text(values, "file");
    Optional<String> rule = text(values, "rule");
    Optional<String> hash = text(values, "hash");
    if (file.isPresent() && rule.isPresent() && hash.isPresent()) {
      findings.add(new Accepted(file.get(), rule.get(), hash.get()));
    }
  }

  private Optional<String> text(Map<String, Json> values, String key) {
    return Optional.ofNullable(values.get(key))
        .flatMap(value -> reading.text(key, "a string", value));
  }

  /** The values of an object that has these keys and no others. */
  private Map<String, Json> values(Json.Members object, List<String> keys) {
    Map<String, Json> values = new HashMap<>();
    for (Json.Member member : reading.eachOnce(object)) {
      values.put(member.key(), member.value());
      if (!keys.contains(member.key())) {
        reading.unknownKey(member.offset(), member.key(), keys);
      }
    }
    for (String key : keys) {
      if (!values.containsKey(key)) {
        reading.problem(object.offset(), Reading.quoted(key) + " is missing here");
      }
    }
    return values;
  }

  private static Problem withWayOut(Problem problem) {
    return new Problem(problem.origin(), problem.message() + WAY_OUT);
  }
}
