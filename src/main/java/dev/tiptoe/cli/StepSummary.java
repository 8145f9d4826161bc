package dev.tiptoe.cli;

import dev.tiptoe.report.MarkdownReport;
import dev.tiptoe.report.Report;
import dev.tiptoe.report.ReportContext;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The Markdown that GitHub shows below a job, which each command of a step appends to. */
final class StepSummary {

  /** GitHub refuses what is longer, all of it. */
  private static final int MOST_BYTES = 1 << 20;

  /** In less room than this, a few lines would say little more than that there is none. */
  private static final int LEAST_BYTES = 1 << 12;

  private final Path file;
  private final StringBuilder text = new StringBuilder();
  private final Report report;

  private StepSummary(Path file, ReportContext context, int room) {
    this.file = file;
    this.report = new MarkdownReport(text, context, room);
  }

  /** Whether this is a job of GitHub's, and nobody has said to leave it alone. */
  static boolean isOnGithub(Surroundings surroundings) {
    return surroundings.variable("GITHUB_ACTIONS").equals("true")
        && !surroundings.variable("TIPTOE_GITHUB").equals("off");
  }

  /** Empty if GitHub has not said where to write it, or if others have written all it takes. */
  static Optional<StepSummary> open(Surroundings surroundings, ReportContext context) {
    String path = surroundings.variable("GITHUB_STEP_SUMMARY");
    if (path.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path file = surroundings.folder().resolve(path);
      long taken = Files.exists(file) ? Files.size(file) : 0;
      long room = MOST_BYTES - taken;
      return room < LEAST_BYTES
          ? Optional.empty()
          : Optional.of(new StepSummary(file, context, (int) room));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  Report report() {
    return report;
  }

  /** A summary that cannot be written is no reason to fail a build. */
  void append(PrintStream err) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      err.println("tiptoe: the step summary was not written: " + e);
    }
  }
}
