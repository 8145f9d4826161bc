package dev.tiptoe.cli;

import dev.tiptoe.config.Config;
import dev.tiptoe.report.Palette;
import dev.tiptoe.report.Summary;
import java.util.List;

/**
 * What a person asked {@code tiptoe lint} to do.
 *
 * @param given the settings on the command line
 */
record LintRequest(
    List<String> paths,
    String stdinName,
    Summary.Purpose purpose,
    AppliedFiles appliedFiles,
    Selection selection,
    Format format,
    Palette palette,
    Config given) {

  /** How the report is written. */
  enum Format {
    TEXT,
    JSON
  }

  /** What rewriting does to files that databases may have run. */
  enum AppliedFiles {
    KEPT,
    REWRITTEN
  }

  boolean readsStdin() {
    return paths.contains("-");
  }
}
