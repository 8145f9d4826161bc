package dev.tiptoe.proof;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.servers.ScriptResult;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds what a finding's message says against what the server did. */
final class Claims {

  /** What the messages of these rules say is proved. */
  private static final Set<String> RULES = Set.of("add-not-null-column", "set-not-null");

  private static final Pattern ERROR = Pattern.compile("error (\\d{4,5})\\b");
  private static final Pattern OTHER_ERROR =
      Pattern.compile("\\((\\d{4}) where the type changes too\\)");
  private static final Pattern WRITES =
      Pattern.compile("silently writes (.+) into every existing row");
  private static final Pattern COLUMN =
      Pattern.compile("^(.+?) is (?:made )?NOT NULL", Pattern.DOTALL);

  private final Finding finding;
  private final String message;

  private Claims(Finding finding) {
    this.finding = finding;
    this.message = finding.message();
  }

  static List<Claims> of(List<Finding> findings) {
    return findings.stream().filter(f -> RULES.contains(f.rule())).map(Claims::new).toList();
  }

  Finding finding() {
    return finding;
  }

  /** The error that the server is said to raise; empty if it is said to succeed. */
  Optional<String> error() {
    Matcher matcher = ERROR.matcher(message);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Whether the error needs a row. */
  boolean passesWhenEmpty() {
    String text = (message + " " + finding.advice()).toLowerCase(Locale.ROOT);
    return text.contains("on an empty database it passes")
        || text.contains("if even one row has null");
  }

  /** Whether a script ended with an error that the message names. */
  boolean names(ScriptResult result) {
    Matcher other = OTHER_ERROR.matcher(message);
    return isError(result, error().orElse("")) || (other.find() && isError(result, other.group(1)));
  }

  private static boolean isError(ScriptResult result, String error) {
    return result.sqlState().equals(error) || Integer.toString(result.vendorCode()).equals(error);
  }

  /** Returns what is untrue about a script that succeeded, or an empty text. */
  String untrue(Trial trial, Copy original, Probe probe) throws SQLException {
    Matcher column = COLUMN.matcher(message);
    if (!column.find()) {
      return "the message names no column: " + message;
    }
    String name = column.group(1);
    String oneValue = "SELECT count(DISTINCT " + name + ") FROM " + trial.table();
    if (message.contains("evaluates the default once")
        || message.contains("writes a value that nobody chose")) {
      return original.number(oneValue) == 1 ? "" : "rows have different values";
    }
    Matcher writes = WRITES.matcher(message);
    if (writes.find()) {
      return every(trial, original, isValue(writes.group(1), name), "");
    }
    // CHANGE may have given the column another name.
    String last = trial.filled().get(0);
    if (message.contains("turns every NULL into the current time")) {
      String now = "ABS(TIMESTAMPDIFF(SECOND, " + last + ", NOW())) < 60";
      return every(trial, original, now, " AND id = 2");
    }
    if (message.contains("turns every NULL into 0, '' or a zero date")) {
      String zero = "LENGTH(" + last + ") = 0 OR " + last + " + 0 = 0";
      return every(trial, original, zero, " AND id = 2");
    }
    return probe.untrue(message);
  }

  private static String every(Trial trial, Copy original, String condition, String which)
      throws SQLException {
    String query =
        "SELECT count(*) FROM " + trial.table() + " WHERE NOT COALESCE(" + condition + ", 0)";
    long others = original.number(query + which);
    return others == 0 ? "" : others + " rows do not satisfy " + condition;
  }

  /** Puts the words of a message into SQL. */
  private static String isValue(String value, String column) {
    String word = value.replaceFirst(" \\(.*", "");
    if (word.equals("''")) {
      return "LENGTH(" + column + ") = 0";
    }
    if (word.startsWith("'") || word.startsWith("\"")) {
      return column + " = " + word;
    }
    return switch (word) {
      case "0", "0000" -> column + " + 0 = 0";
      case "zero bytes" -> "HEX(" + column + ") REGEXP '^(00)+$'";
      case "the JSON value null" -> "CAST(" + column + " AS CHAR) = 'null'";
      default -> "CAST(" + column + " AS CHAR) LIKE '" + word + "%'";
    };
  }
}
