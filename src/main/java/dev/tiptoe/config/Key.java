package dev.tiptoe.config;

import dev.tiptoe.lint.GivenValue;
import dev.tiptoe.lint.Options;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.lint.TableName;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A key of {@code tiptoe.json} and the type of its values.
 *
 * @param <T> one value; a key that takes a list or an object has one for each of its entries
 */
public final class Key<T> {

  public static final Key<Dialect> DIALECT =
      new Key<>("dialect", words(List.of(Dialect.values()), Dialect::id), Dialect::id);

  /** The version of the database server. */
  public static final Key<Version> SERVER_VERSION =
      new Key<>("serverVersion", version("16, 8.4 or 10.11.6"), Version::toString);

  /** The id of the tool that runs the migrations. */
  public static final Key<String> TOOL = new Key<>("tool", Shape.tool(), tool -> tool);

  public static final Key<Version> TOOL_VERSION =
      new Key<>("toolVersion", version("7.4.0"), Version::toString);

  /** What is looked at if no path is named; relative to the folder of the file. */
  public static final Key<String> PATHS =
      new Key<>("paths", Shape.listOf("strings", string("a list of strings")), path -> path);

  /** A dump of the schema before the first migration; relative to the folder of the file. */
  public static final Key<String> BASELINE =
      new Key<>("baseline", string("the path of an SQL file"), path -> path);

  public static final Key<RuleLevel> RULES =
      new Key<>(
          "rules",
          Shape.ruleLevels(severitiesOr("off")),
          level -> "rules." + level.rule(),
          level -> level.severity().map(Severity::id).orElse("off"));

  public static final Key<Ignore> IGNORE =
      new Key<>("ignore", Shape.listOf("objects", IgnoreReader::read), Ignore::toString);

  public static final Key<GivenValue> BACKFILL =
      new Key<>(
          "backfill",
          Shape.givenValues(),
          value -> "backfill." + value.table() + "." + value.column(),
          GivenValue::expression);

  public static final Key<Options.Form> FORM =
      new Key<>("form", words(List.of(Options.Form.values()), Key::hyphened), Key::hyphened);

  public static final Key<Options.Guessing> GUESS =
      new Key<>(
          "guess",
          Shape.flag(Options.Guessing.ALLOWED, Options.Guessing.FORBIDDEN),
          guessing -> guessing == Options.Guessing.ALLOWED);

  public static final Key<Options.OneStep> ALWAYS_THREE_STEPS =
      new Key<>(
          "alwaysThreeSteps",
          Shape.flag(Options.OneStep.REWRITTEN, Options.OneStep.LEFT_ALONE),
          oneStep -> oneStep == Options.OneStep.REWRITTEN);

  public static final Key<Options.Steps> STEPS =
      new Key<>(
          "steps", words(List.of(Options.Steps.values()), Options.Steps::id), Options.Steps::id);

  /** How many rows one statement fills at most. */
  public static final Key<Integer> BATCH = new Key<>("batch", Shape.upTo(1_000_000), rows -> rows);

  /** The least severity that makes a run fail; empty for never. */
  public static final Key<Optional<Severity>> FAIL_ON =
      new Key<>(
          "failOn",
          Shape.oneOf(severitiesOr("never")),
          severity -> severity.map(Severity::id).orElse("never"));

  /** Tables on which no lock is held for long. */
  public static final Key<TableName> SMALL_TABLES =
      new Key<>(
          "smallTables",
          Shape.listOf(
              "strings", Shape.text("a list of tables like public.Plan", TableName::parse)),
          TableName::toString);

  /** In the order in which people are told of them. */
  public static final List<Key<?>> ALL =
      List.of(
          DIALECT,
          SERVER_VERSION,
          TOOL,
          TOOL_VERSION,
          PATHS,
          BASELINE,
          RULES,
          IGNORE,
          BACKFILL,
          FORM,
          GUESS,
          ALWAYS_THREE_STEPS,
          STEPS,
          BATCH,
          FAIL_ON,
          SMALL_TABLES);

  private final String id;
  private final Shape<T> shape;
  private final Function<T, String> name;
  private final Function<T, Object> plain;

  private Key(String id, Shape<T> shape, Function<T, Object> plain) {
    this(id, shape, value -> id, plain);
  }

  private Key(String id, Shape<T> shape, Function<T, String> name, Function<T, Object> plain) {
    this.id = id;
    this.shape = shape;
    this.name = name;
    this.plain = plain;
  }

  /** The word in the file. */
  public String id() {
    return id;
  }

  List<Setting<T>> read(Json json, Reading reading) {
    return shape.read(id, json, reading);
  }

  /** This key, with that of the entry if the value is an entry of an object. */
  String name(T value) {
    return name.apply(value);
  }

  /** A value as a string, a number or a truth value. */
  Object plain(T value) {
    return plain.apply(value);
  }

  private static Shape<String> string(String wanted) {
    return Shape.text(wanted, Optional::of);
  }

  private static Shape<Version> version(String examples) {
    return Shape.text("a version in a string, like " + examples, Version::of);
  }

  private static <T> Shape<T> words(List<T> values, Function<T, String> word) {
    Map<String, T> words = new LinkedHashMap<>();
    values.forEach(value -> words.put(word.apply(value), value));
    return Shape.oneOf(words);
  }

  private static Map<String, Optional<Severity>> severitiesOr(String none) {
    Map<String, Optional<Severity>> words = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      words.put(severity.id(), Optional.of(severity));
    }
    words.put(none, Optional.empty());
    return words;
  }

  private static String hyphened(Options.Form form) {
    return form.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
