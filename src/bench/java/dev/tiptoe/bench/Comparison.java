package dev.tiptoe.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Commands side by side on everything from three statements to a dump, as a table in Markdown. */
final class Comparison {

  private final List<Case> cases = new ArrayList<>();

  private record Case(String name, Supplier<Workload> workload) {}

  /**
   * @param scale of what is large; 1 for a real comparison
   */
  Comparison(Inputs inputs, double scale) {
    int history = scaled(500, scale);
    int few = scaled(500, scale);
    int many = scaled(5_000, scale);
    long ddl = scaled(20 << 20, scale);
    long dump = scaled(200 << 20, scale);
    add("tokens", () -> inputs.statements("3 statements that tokens settle", 3));
    add("parser", () -> inputs.expressions("3 statements that need a parser", 3));
    add("staged", () -> inputs.staged("3 staged files, " + count(history) + " before", history, 3));
    add("files", () -> inputs.migrations(count(few) + " files", few));
    add("folders", () -> inputs.migrations(count(many) + " files", many));
    add("ddl", () -> inputs.ddl("one file of DDL, " + size(ddl), ddl));
    add("dump", () -> inputs.dump("a dump of rows, " + size(dump), dump));
  }

  private void add(String name, Supplier<Workload> workload) {
    cases.add(new Case(name, workload));
  }

  /** The names of the cases, in order. */
  List<String> names() {
    return cases.stream().map(Case::name).toList();
  }

  /** Prints a row as soon as it is known, so that what was measured is not lost. */
  void run(List<String> names, Race race, Contender first, PrintStream out) {
    out.println("| input | command | wall ms | CPU ms | peak MB | times " + first.name() + " |");
    out.println("| --- | --- | ---: | ---: | ---: | ---: |");
    for (Case each : cases) {
      if (names.contains(each.name())) {
        Workload workload = each.workload().get();
        Map<Contender, Samples> samples = race.over(workload);
        samples.forEach(
            (contender, taken) -> out.println(row(workload, contender, taken, samples.get(first))));
        out.flush();
      }
    }
  }

  private static String row(Workload workload, Contender contender, Samples taken, Samples first) {
    String start = "| " + workload.title() + " | " + contender.name() + " | ";
    return taken.refusal().isEmpty()
        ? start
            + Numbers.whole(taken.wall())
            + " | "
            + Numbers.whole(taken.cpu())
            + " | "
            + Numbers.whole(taken.memory())
            + " | "
            + Numbers.ratio(taken.timesAsLongAs(first))
            + " |"
        : start + taken.refusal() + " | | | |";
  }

  private static int scaled(int size, double scale) {
    return (int) Math.max(1, Math.round(size * scale));
  }

  private static String count(int files) {
    return String.format(Locale.ROOT, "%,d", files);
  }

  private static String size(long bytes) {
    return bytes < 1 << 20 ? (bytes >> 10) + " KB" : (bytes >> 20) + " MB";
  }
}
