package dev.tiptoe.facts;

import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an operation of a table of measurements.
 *
 * <p>It is a line {@code id table: statement} and, indented below it, a line {@code 11.22..18.6:
 * locks t ACCESS EXCLUSIVE; rewrites t} for each run of servers that did the same; the word {@code
 * lenient} after the servers means a sql_mode that is not strict.
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

  private FactsReader() {}

  static Operation operation(List<String> lines) {
    String header = lines.get(0);
    int space = header.indexOf(' ');
    int colon = header.indexOf(": ");
    String table = header.substring(space + 1, colon);
    List<Measurement> measurements = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      measurements.add(measurement(table, line.strip()));
    }
    return new Operation(
        header.substring(0, space), table, header.substring(colon + 2), measurements);
  }

  static List<Version> servers(String line) {
    List<Version> servers = new ArrayList<>();
    for (String server : line.split(" ", -1)) {
      servers.add(version(server));
    }
    return servers;
  }

  private static Measurement measurement(String table, String line) {
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
        effect(table, clauses));
  }

  private static Effect effect(String table, String clauses) {
    Map<String, String> values = values(clauses);
    Optional<String> fails = value(values, "fails");
    Map<String, Lock> locks = new LinkedHashMap<>();
    for (String lock : list(values, "locks")) {
      int space = lock.indexOf(' ');
      locks.put(lock.substring(0, space), Lock.named(lock.substring(space + 1)).orElseThrow());
    }
    return new Effect(
        table,
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

  private static Map<String, String> values(String clauses) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String clause : parts(clauses, ";")) {
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
    return value(values, word).map(v -> parts(v, ",")).orElse(List.of());
  }

  private static List<String> parts(String text, String separator) {
    return Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
  }

  private static Version version(String text) {
    return Version.of(text)
        .orElseThrow(() -> new IllegalArgumentException(text + " is no server's version"));
  }
}
