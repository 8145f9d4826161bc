package dev.tiptoe.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command and measures it. The clock is bash's, which forks sooner than Java does and knows
 * the milliseconds that children were computing; the memory is what GNU time reads off the process
 * when it has ended.
 */
final class Stopwatch {

  private static final Path GNU_TIME = Path.of("/usr/bin/time");

  /** Arguments: folder, file for the memory, file for standard error, command. */
  private static final String MEASURE =
      """
      TIMEFORMAT='%3R %3U %3S'
      cd "$1" || exit 126
      memory=$2 errors=$3
      shift 3
      time "$@" </dev/null >/dev/null 2>"$errors"
      """;

  private static final String MEASURE_WITH_MEMORY =
      MEASURE.replace("time \"$@\"", "time /usr/bin/time -q -f %M -o \"$memory\" \"$@\"");

  private final Path scratch;
  private final long patienceSeconds;
  private final boolean knowsMemory;
  private volatile boolean stopped;

  /**
   * @param scratch a folder for its notes
   * @param patienceSeconds after which a process is ended
   */
  Stopwatch(Path scratch, long patienceSeconds) {
    this.scratch = scratch;
    this.patienceSeconds = patienceSeconds;
    this.knowsMemory = Files.isExecutable(GNU_TIME) && isGnu();
  }

  boolean knowsMemory() {
    return knowsMemory;
  }

  /** Ends what is running; what comes of it counts no more. */
  void stop() {
    stopped = true;
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  /** A run that cannot be compared, and why. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  /** Runs a command in a folder; 0 and 1 are what linters that did their work answer. */
  Sample run(List<String> command, Path folder) throws Refused {
    Path memory = scratch.resolve("memory");
    Path errors = scratch.resolve("errors");
    List<String> line = new ArrayList<>();
    line.addAll(List.of("bash", "-c", knowsMemory ? MEASURE_WITH_MEMORY : MEASURE, "measure"));
    line.addAll(List.of(folder.toString(), memory.toString(), errors.toString()));
    line.addAll(command);
    try {
      ProcessBuilder builder = new ProcessBuilder(line);
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process bash = builder.start();
      boolean ended = bash.waitFor(patienceSeconds, TimeUnit.SECONDS);
      if (stopped) {
        throw new BenchException("interrupted");
      }
      if (!ended) {
        end(bash);
        throw new Refused("> " + patienceSeconds + " s");
      }
      String[] seconds =
          new String(bash.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
              .trim()
              .split(" ");
      if (bash.exitValue() > 1 || seconds.length != 3) {
        throw new Refused("exit " + bash.exitValue() + ": " + firstLine(errors));
      }
      return new Sample(
          1000 * Double.parseDouble(seconds[0]),
          1000 * (Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2])),
          knowsMemory ? Double.parseDouble(Files.readString(memory).trim()) / 1024 : Double.NaN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new BenchException("interrupted");
    }
  }

  private static void end(Process bash) throws InterruptedException {
    bash.descendants().forEach(ProcessHandle::destroyForcibly);
    bash.destroyForcibly().waitFor();
  }

  private static String firstLine(Path file) throws IOException {
    return Files.readString(file).lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  private static boolean isGnu() {
    try {
      Process version =
          new ProcessBuilder(GNU_TIME.toString(), "--version").redirectErrorStream(true).start();
      String text = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return text.contains("GNU");
    } catch (IOException e) {
      return false;
    }
  }
}
