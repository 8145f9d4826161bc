package dev.tiptoe.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what is to be measured; {@code bench/run} starts it. */
public final class Main {

  private static final String HELP =
      """
      Usage: bench/run compare [OPTION...] [NAME=COMMAND...]
             bench/run growth [OPTION...] [NAME=COMMAND...]

      compare  times bin/tiptoe and the commands on files from three statements to 200 MB
      growth   times them from 10 to 100,000 statements, and Tiptoe behind up to 10,000 migrations

      It makes the inputs itself, the same ones each time. Commands take turns, forward and backward; the first round
      does not count. The table, of medians, is Markdown on standard output. In a COMMAND the word {files} stands for
      the files, and {target} for what Tiptoe is given: a file, a folder, or --staged. Without either, the files come
      last. A command that exits with more than 1 or takes too long is left out, and the table says so. A command
      named tiptoe replaces this checkout's. CPU and memory include the processes that a command starts; of those,
      memory is that of the largest.

        --rounds=N       rounds that count; 10
        --pause=S        seconds after each command ran once, in which launchers may prepare their next run; 10
        --scale=FACTOR   of all that is large; 1. 0.01 is for a trial
        --timeout=S      seconds that a command may take; 120
        --only=NAME,...  only these inputs of compare: %s
        --inputs=FOLDER  keep the inputs here and take those that are there; else they are deleted at the end
        --svg=FILE       where growth draws its picture; nowhere without it

      Examples:
        bench/run compare squawk=/path/to/squawk 'squawk gcc=/path/to/squawk --reporter gcc'
        bench/run compare --only=tokens 'tiptoe=bin/tiptoe {target}' \\
          'on 25=env JAVA_HOME=/usr/lib/jvm/jdk-25 bin/tiptoe {target}'
        bench/run growth --svg=docs/growth.svg
      """;

  private Main() {}

  public static void main(String[] args) {
    try {
      run(List.of(args));
    } catch (BenchException e) {
      System.err.println("bench/run: " + e.getMessage());
      System.exit(2);
    } catch (UncheckedIOException e) {
      System.err.println("bench/run: " + e.getCause());
      System.exit(2);
    }
  }

  private static void run(List<String> args) {
    if (args.isEmpty() || args.contains("--help") || args.contains("-h")) {
      System.out.printf(
          HELP, String.join(", ", new Comparison(new Inputs(Path.of("")), 1).names()));
      return;
    }
    String verb = args.get(0);
    if (!verb.equals("compare") && !verb.equals("growth")) {
      throw new BenchException(
          "\"" + verb + "\" is neither compare nor growth; see bench/run --help");
    }
    Request request = Request.read(args.subList(1, args.size()));
    Path scratch = scratch();
    Inputs inputs = new Inputs(request.inputs().orElse(scratch));
    Stopwatch stopwatch = new Stopwatch(scratch, request.timeout());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(stopwatch, scratch)));
    String machine = Machine.today();
    new Race(request.contenders(), stopwatch, 1)
        .getReady(inputs.statements("", 3), request.pause());
    if (verb.equals("compare")) {
      compare(request, inputs, stopwatch);
    } else {
      grow(request, inputs, stopwatch);
    }
    System.out.println();
    System.out.println("Medians of " + request.rounds() + " rounds on " + machine + ".");
    if (!stopwatch.knowsMemory()) {
      System.out.println("No memory was measured: that takes GNU time in /usr/bin/time.");
    }
    request.contenders().forEach(contender -> System.out.println("- " + contender));
  }

  private static void compare(Request request, Inputs inputs, Stopwatch stopwatch) {
    Comparison comparison = new Comparison(inputs, request.scale());
    List<String> names = new ArrayList<>(request.only());
    names.removeAll(comparison.names());
    if (!names.isEmpty()) {
      throw new BenchException(
          "there is no input \""
              + names.get(0)
              + "\", only "
              + String.join(", ", comparison.names()));
    }
    List<Contender> contenders = request.contenders();
    comparison.run(
        request.only().isEmpty() ? comparison.names() : request.only(),
        new Race(contenders, stopwatch, request.rounds()),
        contenders.get(0),
        System.out);
  }

  private static void grow(Request request, Inputs inputs, Stopwatch stopwatch) {
    int largest = (int) Math.max(10, Math.round(100_000 * request.scale()));
    String svg =
        LogLogChart.svg(
            new Growth(request.contenders(), stopwatch, request.rounds(), largest, System.out)
                .run(inputs));
    request
        .svg()
        .ifPresent(
            file -> {
              try {
                Files.writeString(file, svg);
              } catch (IOException e) {
                throw new BenchException("cannot write " + file + ": " + e.getMessage());
              }
            });
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("tiptoe-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void cleanUp(Stopwatch stopwatch, Path scratch) {
    stopwatch.stop();
    try {
      Folders.delete(scratch);
    } catch (IOException e) {
      System.err.println("bench/run: " + scratch + " could not be deleted: " + e);
    }
  }
}
