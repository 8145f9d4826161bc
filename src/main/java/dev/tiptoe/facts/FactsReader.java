package dev.tiptoe.facts;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a table of measured operations.
 *
 * <p>An operation is a line {@code id table: statement} and, indented below it, a line {@code
 * 11.22..18.6: locks t ACCESS EXCLUSIVE; rewrites t} for each run of servers that did the same; the
 * word {@code lenient} after the servers means a sql_mode that is not strict.
 */
final class FactsReader {

  private static final List<String> WORDS =
      List.of(
          "fails",
          "runs alone",
          "algorithm",
          "locks",
          "rewrites",
          "scans",
          "rebuilds",
          "waits for",
          "keeps the transaction",
          "gives");

  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private final List<Version> servers = new ArrayList<>();
  private final List<Measurement> measurements = new ArrayList<>();
  private String header = "";

  static Facts read(Dialect dialect, String text) {
    FactsReader facts = new FactsReader();
    text.lines().forEach(facts::line);
    facts.endOperation();
    return new Facts(dialect, facts.servers, facts.operations);
  }

  private void line(String line) {
    if (line.startsWith("# servers ")) {
      for (String server : line.substring(10).split(" ", -1)) {
        servers.add(version(server));
      }
    } else if (line.startsWith("  ")) {
      measurements.add(measurement(line.strip()));
    } else if (!line.isEmpty() && line.charAt(0) != '#') {
      endOperation();
      header = line;
    }
  }

  private void endOperation() {
    if (!header.isEmpty()) {
      String id = header.substring(0, header.indexOf(' '));
      String statement = header.substring(header.indexOf(": ") + 2);
      operations.put(id, new Operation(id, table(), statement, measurements));
    }
    measurements.clear();
  }

  private String table() {
    return header.substring(header.indexOf(' ') + 1, header.indexOf(": "));
  }

  private Measurement measurement(String line) {
    int colon = line.indexOf(':');
    String range = line.substring(0, colon);
    boolean lenient = range.endsWith(" lenient");
    String servers = lenient ? range.substring(0, range.indexOf(' ')) : range;
    int dots = servers.indexOf("..");
    String clauses = line.substring(colon + 1).strip();
    return new Measurement(
        version(dots < 0 ? servers : servers.substring(0, dots)),
        version(dots < 0 ? servers : servers.substring(dots + 2)),
        lenient ? SqlMode.LENIENT : SqlMode.STRICT,
        clauses,
        effect(clauses));
  }

  private Effect effect(String clauses) {
    Map<String, String> values = clauses(clauses);
    Optional<String> fails = value(values, "fails");
    Map<String, Lock> locks = new LinkedHashMap<>();
    for (String lock : list(values, "locks")) {
      int space = lock.indexOf(' ');
      locks.put(lock.substring(0, space), Lock.named(lock.substring(space + 1)).orElseThrow());
    }
    return new Effect(
        table(),
        fails.map(f -> f.endsWith(" on rows") ? f.substring(0, f.indexOf(' ')) : f),
        fails.filter(f -> f.endsWith(" on rows")).isPresent(),
        values.containsKey("runs alone"),
        value(values, "algorithm").map(Algorithm::valueOf),
        locks,
        list(values, "rewrites"),
        list(values, "scans"),
        list(values, "rebuilds"),
        value(values, "waits for"),
        values.containsKey("keeps the transaction"),
        value(values, "gives"));
  }

  private static Map<String, String> clauses(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String clause : text.split("; ", -1)) {
      WORDS.stream()
          .filter(clause::startsWith)
          .forEach(word -> values.put(word, clause.substring(word.length()).strip()));
    }
    return values;
  }

  private static Optional<String> value(Map<String, String> values, String word) {
    return Optional.ofNullable(values.get(word));
  }

  private static List<String> list(Map<String, String> values, String word) {
    return value(values, word).map(v -> List.of(v.split(", ", -1))).orElse(List.of());
  }

  private static Version version(String text) {
    return Version.of(text)
        .orElseThrow(() -> new IllegalArgumentException(text + " is no server's version"));
  }
}
