package dev.tiptoe.bench;

import dev.tiptoe.bench.LogLogChart.Point;
import dev.tiptoe.bench.LogLogChart.Series;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * How the cost grows with the size of what is looked at, as a table and as a picture; the picture
 * shows CPU time, which other work on the machine disturbs least.
 */
final class Growth {

  /** What the clock tells apart, in milliseconds; zero has no logarithm. */
  private static final double FINEST = 1;

  /** From so many times the smallest size on, what each more costs stands out from the start. */
  private static final int CLEAR = 100;

  private final List<Contender> contenders;
  private final Stopwatch stopwatch;
  private final int rounds;
  private final int largest;
  private final PrintStream out;

  /**
   * @param largest the most statements in a file; a tenth as many files are the longest history
   */
  Growth(
      List<Contender> contenders, Stopwatch stopwatch, int rounds, int largest, PrintStream out) {
    this.contenders = contenders;
    this.stopwatch = stopwatch;
    this.rounds = rounds;
    this.largest = largest;
    this.out = out;
  }

  /** The charts: statements in a file, and files in a history. */
  List<LogLogChart> run(Inputs inputs) {
    LogLogChart statements =
        grow("statements in one file", 10, largest, contenders, n -> inputs.statements("", n));
    List<Contender> historians = contenders.stream().filter(Contender::seesTheTarget).toList();
    if (historians.isEmpty()) {
      return List.of(statements);
    }
    out.println();
    LogLogChart history =
        grow(
            "migrations before the one that is looked at",
            1,
            Math.max(1, largest / 10),
            historians,
            n -> inputs.afterHistory("", n));
    return List.of(statements, history);
  }

  private LogLogChart grow(
      String what, int from, int to, List<Contender> runners, IntFunction<Workload> workload) {
    out.println("| " + what + " | command | wall ms | CPU ms | peak MB | CPU µs for each more |");
    out.println("| ---: | --- | ---: | ---: | ---: | ---: |");
    Map<Contender, List<Point>> points = new LinkedHashMap<>();
    runners.forEach(runner -> points.put(runner, new ArrayList<>()));
    Set<Contender> retired = new HashSet<>();
    for (int size : sizes(from, to)) {
      List<Contender> left = runners.stream().filter(runner -> !retired.contains(runner)).toList();
      Map<Contender, Samples> samples =
          new Race(left, stopwatch, rounds).over(workload.apply(size));
      samples.forEach(
          (runner, taken) -> {
            if (taken.refusal().isEmpty()) {
              points.get(runner).add(new Point(size, Math.max(taken.cpu(), FINEST)));
              row(size, runner, taken, points.get(runner).get(0));
            } else {
              retired.add(runner);
              out.printf(
                  Locale.ROOT, "| %,d | %s | %s | | | |%n", size, runner.name(), taken.refusal());
            }
          });
      out.flush();
    }
    return new LogLogChart(
        what,
        points.entrySet().stream()
            .map(entry -> new Series(entry.getKey().name(), entry.getValue()))
            .toList());
  }

  private void row(int size, Contender runner, Samples taken, Point smallest) {
    double each = 1000 * (taken.cpu() - smallest.millis()) / (size - smallest.size());
    out.printf(
        Locale.ROOT,
        "| %,d | %s | %s | %s | %s | %s |%n",
        size,
        runner.name(),
        Numbers.whole(taken.wall()),
        Numbers.whole(taken.cpu()),
        Numbers.whole(taken.memory()),
        size < CLEAR * smallest.size() ? "" : Numbers.whole(each));
  }

  /** 10, 30, 100, 300, ... */
  private static List<Integer> sizes(int from, int to) {
    List<Integer> sizes = new ArrayList<>();
    for (long power = from; power <= to; power *= 10) {
      sizes.add((int) power);
      if (3 * power <= to) {
        sizes.add((int) (3 * power));
      }
    }
    return sizes;
  }
}
