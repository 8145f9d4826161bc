package dev.tiptoe.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Lets commands run in turns: forward in one round and backward in the next. */
final class Race {

  private final List<Contender> contenders;
  private final Stopwatch stopwatch;
  private final int rounds;

  Race(List<Contender> contenders, Stopwatch stopwatch, int rounds) {
    this.contenders = contenders;
    this.stopwatch = stopwatch;
    this.rounds = rounds;
  }

  /**
   * Runs each once and waits, as launchers may use a first run to prepare the next in the
   * background.
   */
  void getReady(Workload workload, double seconds) {
    contenders.forEach(contender -> run(contender, workload, new Samples()));
    try {
      TimeUnit.MILLISECONDS.sleep(Math.round(1000 * seconds));
    } catch (InterruptedException e) {
      throw new BenchException("interrupted");
    }
  }

  /** Measures those that are not out yet; one that refuses a workload is out for its rounds. */
  Map<Contender, Samples> over(Workload workload) {
    Map<Contender, Samples> samples = new LinkedHashMap<>();
    contenders.forEach(contender -> samples.put(contender, new Samples()));
    // The first round fills the caches and does not count.
    for (int round = 0; round <= rounds; round++) {
      for (int turn = 0; turn < contenders.size(); turn++) {
        int place = round % 2 == 0 ? turn : contenders.size() - 1 - turn;
        Contender contender = contenders.get(place);
        Samples taken = samples.get(contender);
        if (taken.refusal().isEmpty()) {
          run(contender, workload, round > 0 ? taken : new Samples()).ifPresent(taken::refuse);
        }
      }
    }
    return samples;
  }

  /** Why the command is out; empty if it did its work. */
  private Optional<String> run(Contender contender, Workload workload, Samples samples) {
    try {
      samples.add(stopwatch.run(contender.commandLine(workload), workload.folder()));
      return Optional.empty();
    } catch (Stopwatch.Refused e) {
      return Optional.of(e.getMessage());
    }
  }
}
