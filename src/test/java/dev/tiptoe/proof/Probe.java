package dev.tiptoe.proof;

import dev.tiptoe.servers.ScriptResult;
import dev.tiptoe.sql.Target;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what a server pays for a script: PostgreSQL shows it in the table's file, the others
 * are told how.
 */
final class Probe {

  private static final Pattern WAY = Pattern.compile("ALGORITHM=(INPLACE|COPY), LOCK=(\\w+)");

  private final Trial trial;
  private final Target target;
  private final Copy copy;
  private final boolean newFile;
  private final Map<String, ScriptResult> results = new HashMap<>();

  /**
   * @param copy a copy of the table, with rows, on which nothing has run yet
   * @param newFile whether PostgreSQL wrote the table anew
   */
  Probe(Trial trial, Target target, Copy copy, boolean newFile) {
    this.trial = trial;
    this.target = target;
    this.copy = copy;
    this.newFile = newFile;
  }

  /** Returns what is untrue in a message about the cost of a script, or an empty text. */
  String untrue(String message) throws SQLException {
    if (message.contains("unless every function in the default is stable")) {
      return "";
    }
    if (message.contains("stores the default once and touches no row")) {
      return newFile ? "the table was written anew" : "";
    }
    if (message.contains("writes the whole table anew")) {
      return newFile ? "" : "the table was not written anew";
    }
    List<String> statements = Copy.statements(trial.sql(), target);
    String last = statements.get(statements.size() - 1);
    boolean alone =
        statements.size() == 1
            && last.toUpperCase(Locale.ROOT).startsWith("ALTER")
            && !last.startsWith("/*!")
            && !trial.sql().contains("/*!");
    if (message.contains("adds it instantly")) {
      return alone ? expect(last, "INSTANT", true) : "";
    }
    Matcher way = WAY.matcher(message);
    if (way.find()) {
      String next = way.group(1).equals("COPY") ? "INPLACE" : "INSTANT";
      return alone
          ? expect(last, next, false) + expect(last, way.group(1) + ", LOCK=" + way.group(2), true)
          : "";
    }
    return "nobody has said how to prove this";
  }

  private String expect(String statement, String algorithm, boolean works) throws SQLException {
    // Findings of one statement share its cost, and it can succeed only once.
    ScriptResult result = results.get(algorithm);
    if (result == null) {
      result = copy.run(statement + ", ALGORITHM=" + algorithm);
      results.put(algorithm, result);
    }
    return result.succeeded() == works ? "" : "ALGORITHM=" + algorithm + " ended with " + result;
  }
}
