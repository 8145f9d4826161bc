package dev.tiptoe.proof;

import dev.tiptoe.lint.GivenValue;
import dev.tiptoe.lint.Options;
import dev.tiptoe.lint.Options.Form;
import dev.tiptoe.lint.Options.Guessing;
import dev.tiptoe.lint.Options.OneStep;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the shapes of statements in testdata/proof and makes trials of them. */
final class Shapes {

  private static final Pattern KEY =
      Pattern.compile(
          "(types|setup|rows|table|laid|kept|filled|fitting|given|violations|options|crlf|busy|since"
              + "|reference): (.*)");

  private final Target target;
  private final Dialect dialect;
  private final List<Trial> trials = new ArrayList<>();
  private final Map<String, String> keys = new HashMap<>();
  private final StringBuilder sql = new StringBuilder();
  private String name = "";

  private Shapes(Target target) {
    this.target = target;
    this.dialect = target.dialect();
  }

  /** Returns the trials of a file for a target, each shape with each of its types. */
  static List<Trial> trials(String kind, Target target) throws IOException {
    String family = target.is(Dialect.POSTGRESQL) ? "postgresql" : "mysql";
    Shapes shapes = new Shapes(target);
    String only = "";
    for (String line :
        Files.readAllLines(ColumnType.FOLDER.resolve(kind + "-" + family + ".txt"))) {
      Matcher key = KEY.matcher(line);
      if (line.startsWith("= ") || line.startsWith("only ")) {
        shapes.end(only);
        shapes.name = line.startsWith("= ") ? line.substring(2) : "";
        only = line.startsWith("only ") ? line.substring(5) : only;
      } else if (key.matches()) {
        shapes.keys.put(key.group(1), key.group(2));
      } else if (!shapes.name.isEmpty()) {
        shapes.sql.append(line).append('\n');
      }
    }
    shapes.end(only);
    return shapes.trials;
  }

  private void end(String only) throws IOException {
    boolean ours = only.isEmpty() || only.equals(dialect.name().toLowerCase(Locale.ROOT));
    int since = Integer.parseInt(keys.getOrDefault("since", "0"));
    if (!name.isEmpty() && ours && target.version().atLeast(since, 0, 0)) {
      for (ColumnType type : types(keys.getOrDefault("types", "int"))) {
        trials.add(trial(type));
      }
    }
    keys.clear();
    sql.setLength(0);
  }

  private List<ColumnType> types(String names) throws IOException {
    if (names.equals("*")) {
      return ColumnType.all(dialect);
    }
    List<ColumnType> types = new ArrayList<>();
    for (String type : names.split(", ")) {
      types.add(ColumnType.named(dialect, type));
    }
    return types;
  }

  private Trial trial(ColumnType type) {
    String script = sql.toString().strip();
    boolean first = (script + keys.getOrDefault("setup", "")).contains("{before}");
    Trial trial = Trial.of(name + ", " + type.sql(), (first ? "" : type.before()) + script);
    if (keys.containsKey("setup")) {
      trial = trial.on(keys.get("setup"), keys.getOrDefault("rows", ""));
    }
    if (keys.containsKey("crlf")) {
      trial = trial.advised(trial.sql().replace("\n", "\r\n")).named(trial.name());
    }
    String table = keys.getOrDefault("table", "t{n}");
    trial =
        trial
            .table(keys.getOrDefault("laid", table), table)
            .columns(list("kept", trial.kept()), list("filled", trial.filled()))
            .fitting(keys.getOrDefault("fitting", ""))
            .violations(keys.getOrDefault("violations", ""))
            .reference(keys.getOrDefault("reference", ""))
            .busy(keys.getOrDefault("busy", ""))
            .with(options(type));
    return trial.map(s -> filled(s, type));
  }

  private Options options(ColumnType type) {
    String words = keys.getOrDefault("options", "");
    String given = keys.getOrDefault("given", "");
    List<GivenValue> values = new ArrayList<>();
    if (!given.isEmpty()) {
      String[] parts = given.split(" = ", 2);
      String table = keys.getOrDefault("table", "t{n}").replace("\"", "").replace("`", "");
      values.add(new GivenValue(table, parts[0], filled(parts[1], type)));
    }
    return new Options(
        values,
        words.contains("instant") ? Form.INSTANT : Form.THREE_STEPS,
        words.contains("no-guess") ? Guessing.FORBIDDEN : Guessing.ALLOWED,
        words.contains("rewritten") ? OneStep.REWRITTEN : OneStep.LEFT_ALONE);
  }

  private List<String> list(String key, List<String> otherwise) {
    return keys.containsKey(key) ? List.of(keys.get(key).split(", ")) : otherwise;
  }

  private static String filled(String text, ColumnType type) {
    return text.replace("{before}", type.before())
        .replace("{type}", type.sql())
        .replace("{others}", type.othersThan(type.constant(), "t{n}", "c"))
        .replace("{constant}", type.constant())
        .replace("{random}", type.random())
        .replace("{distinct}", type.distinct())
        .replace("{precision}", type.sql().replaceFirst("^[^(]*", ""));
  }
}
