package dev.tiptoe.measure;

import dev.tiptoe.facts.Facts;
import dev.tiptoe.facts.Measurement;
import dev.tiptoe.facts.Operation;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What each server of a dialect does, server by server; its text is the table in the resources. */
final class FactsTable {

  private final Dialect dialect;
  private final List<Experiment> experiments;
  private final SortedMap<Version, Map<Asked, String>> servers = new TreeMap<>();
  private final SortedSet<Version> kept = new TreeSet<>();

  FactsTable(Dialect dialect, List<Experiment> experiments) {
    this.dialect = dialect;
    this.experiments = experiments;
  }

  /** Takes over what the facts say of every server. */
  void addAll(Facts facts) {
    for (Version server : facts.servers()) {
      Map<Asked, String> answers = new HashMap<>();
      for (Operation operation : facts.operations()) {
        for (Measurement measured : operation.measurements()) {
          if (measured.first().compareTo(server) <= 0 && server.compareTo(measured.last()) <= 0) {
            answers.put(new Asked(operation.id(), measured.mode()), measured.clauses());
          }
        }
      }
      servers.put(server, answers);
      kept.add(server);
    }
  }

  /** Puts the answers of a server in the place of any that it has given before. */
  void put(Version server, Map<Asked, String> answers) {
    servers.put(server, answers);
    kept.remove(server);
  }

  Map<Asked, String> answers(Version server) {
    return servers.getOrDefault(server, Map.of());
  }

  String text() {
    StringBuilder text =
        new StringBuilder()
            .append("# What ")
            .append(dialect.title())
            .append(" was measured to do on a table with rows.")
            .append(" Written by `mvn -Pmeasure verify -Dupdate`, not by hand.\n# servers ")
            .append(names(servers.keySet()))
            .append('\n');
    if (!kept.isEmpty()) {
      text.append("# kept from an earlier measurement: ").append(names(kept)).append('\n');
    }
    for (Experiment experiment : experiments) {
      text.append('\n')
          .append(experiment.id())
          .append(' ')
          .append(experiment.table())
          .append(": ")
          .append(String.join("; ", experiment.statements()))
          .append('\n');
      for (SqlMode mode : SqlMode.values()) {
        appendRuns(text, new Asked(experiment.id(), mode));
      }
    }
    return text.toString();
  }

  private static String names(Set<Version> servers) {
    return servers.stream().map(Version::toString).collect(Collectors.joining(" "));
  }

  /** Neighbours that answer alike share a line. */
  private void appendRuns(StringBuilder text, Asked asked) {
    Optional<Run> run = Optional.empty();
    for (Map.Entry<Version, Map<Asked, String>> server : servers.entrySet()) {
      Optional<String> answer = Optional.ofNullable(server.getValue().get(asked));
      if (run.isPresent() && run.map(Run::clauses).equals(answer)) {
        run = run.map(r -> new Run(r.first(), server.getKey(), r.clauses()));
      } else {
        run.ifPresent(r -> text.append(r.line(asked.mode())));
        run = answer.map(clauses -> new Run(server.getKey(), server.getKey(), clauses));
      }
    }
    run.ifPresent(r -> text.append(r.line(asked.mode())));
  }

  private record Run(Version first, Version last, String clauses) {

    String line(SqlMode mode) {
      String servers = first.equals(last) ? first.toString() : first + ".." + last;
      String lenient = mode == SqlMode.LENIENT ? " lenient" : "";
      return ("  " + servers + lenient + ": " + clauses).stripTrailing() + "\n";
    }
  }
}
