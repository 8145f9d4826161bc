package dev.tiptoe.proof;

import dev.tiptoe.servers.SchemaSnapshot;
import dev.tiptoe.servers.Server;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The databases of one server in which a trial's tables stand, each for another use. */
final class Copies implements AutoCloseable {

  private final List<Copy> all = new ArrayList<>();
  private final Copy original;
  private final Copy empty;
  private final Copy whole;
  private final Copy stepwise;
  private final Copy probe;
  private int number;

  Copies(Server server) throws SQLException {
    this.original = open(server);
    this.empty = open(server);
    this.whole = open(server);
    this.stepwise = open(server);
    this.probe = open(server);
  }

  private Copy open(Server server) throws SQLException {
    Copy copy = new Copy(server.freshDatabase());
    all.add(copy);
    return copy;
  }

  /** With rows; here the script runs as it is. */
  Copy original() {
    return original;
  }

  /** Without rows; here the script runs as it is and makes the schema that its author wants. */
  Copy empty() {
    return empty;
  }

  /** With rows; here the rewritten script runs as one message. */
  Copy whole() {
    return whole;
  }

  /** With rows; here the rewritten script runs statement by statement. */
  Copy stepwise() {
    return stepwise;
  }

  /** With rows; here a server is asked what a script would cost. */
  Copy probe() {
    return probe;
  }

  String nextNumber() {
    number++;
    return lastNumber();
  }

  String lastNumber() {
    return "z%04dz".formatted(number);
  }

  /** Makes a trial's tables where its script is tried as it is. */
  void lay(Trial trial, boolean withProbe) throws SQLException {
    original.run(trial.setup() + trial.rows()).orThrow();
    empty.run(trial.setup()).orThrow();
    if (withProbe) {
      probe.run(trial.setup() + trial.rows()).orThrow();
    }
  }

  /** Compares the schemas that the trials' tables have come to. */
  void compare(List<Verdict> verdicts) throws SQLException {
    SchemaSnapshot wanted = empty.snapshot();
    Map<String, SchemaSnapshot> reached =
        Map.of("whole file", whole.snapshot(), "by statement", stepwise.snapshot());
    for (Verdict verdict : verdicts) {
      if (verdict.isComparable()) {
        String token = verdict.number();
        reached.forEach(
            (way, snapshot) ->
                verdict.problems(
                    way + " ends in another schema",
                    part(wanted, token).difference(part(snapshot, token))));
      }
    }
  }

  private static SchemaSnapshot part(SchemaSnapshot snapshot, String token) {
    SortedMap<String, String> entries = new TreeMap<>(snapshot.entries());
    entries.keySet().removeIf(k -> !k.contains(token));
    // PostgreSQL keeps DEFAULT NULL of a type with arguments, and means none by it.
    entries.replaceAll((k, v) -> v.replaceFirst(" default NULL::.*", ""));
    return new SchemaSnapshot(entries);
  }

  @Override
  public void close() throws SQLException {
    for (Copy copy : all) {
      copy.close();
    }
  }
}
