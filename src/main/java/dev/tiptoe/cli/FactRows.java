package dev.tiptoe.cli;

import dev.tiptoe.facts.Effect;
import dev.tiptoe.facts.Measurement;
import dev.tiptoe.facts.Operation;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.SqlMode;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what servers were measured to do, one line for those that did the same. */
final class FactRows {

  private FactRows() {}

  static void print(Dialect dialect, Operation operation, PrintStream out) {
    out.println(dialect.title() + ", " + operation.id() + ": " + operation.statement());
    List<Measurement> rows = operation.measurements();
    int widest = rows.stream().mapToInt(row -> servers(row).length()).max().orElse(0);
    for (Measurement row : rows) {
      String servers = servers(row);
      out.println("  " + servers + " ".repeat(widest - servers.length() + 2) + text(row.effect()));
    }
  }

  private static String servers(Measurement row) {
    String servers =
        row.first().equals(row.last()) ? row.first().toString() : row.first() + " to " + row.last();
    return row.mode() == SqlMode.LENIENT ? servers + ", sql_mode not strict" : servers;
  }

  private static String text(Effect effect) {
    String others =
        effect.locks().entrySet().stream()
            .filter(lock -> !lock.getKey().equals(effect.table()))
            .sorted(Map.Entry.comparingByKey())
            .map(lock -> "; " + lock.getKey() + ": " + lock.getValue())
            .collect(Collectors.joining());
    return effect.text()
        + others
        + (effect.runsAlone() ? "; refused within a transaction" : "")
        + effect.waitsFor().map(who -> "; waits for " + who).orElse("")
        + effect.given().map(what -> "; afterwards: " + what).orElse("");
  }
}
