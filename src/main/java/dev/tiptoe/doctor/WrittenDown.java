package dev.tiptoe.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of the runs of a database that cannot be reached. */
public final class WrittenDown {

  private WrittenDown() {}

  /**
   * The runs that an export holds, with what a log adds to those that did not end; without an
   * export those that the log tells of.
   */
  public static List<Run> runs(Optional<List<Run>> exported, Optional<String> log) {
    if (log.isEmpty()) {
      return exported.orElse(List.of());
    }
    LogClues clues = LogClues.in(log.get());
    if (exported.isEmpty()) {
      return clues.mentions().stream()
          .filter(mention -> mention.name().isPresent())
          .map(mention -> told(mention, log.get()))
          .toList();
    }
    List<Run> runs = new ArrayList<>();
    for (Run run : exported.get()) {
      boolean told =
          run.state() == Run.State.OPEN
              && run.logs().filter(logs -> !logs.isBlank()).isEmpty()
              && clues.error(run.name()).isPresent();
      runs.add(told ? run.withLogs(log.get()) : run);
    }
    return runs;
  }

  private static Run told(LogClues.Mention mention, String log) {
    String name = mention.name().orElseThrow();
    return new Run(
        name,
        name,
        Optional.empty(),
        mention.started(),
        Optional.empty(),
        Optional.empty(),
        mention.error().map(error -> log),
        0);
  }
}
