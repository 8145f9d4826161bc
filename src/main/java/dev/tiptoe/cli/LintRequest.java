package dev.tiptoe.cli;

import dev.tiptoe.config.Config;
import dev.tiptoe.report.Format;
import dev.tiptoe.report.Summary;
import java.util.List;
import java.util.Optional;

/**
 * What a person asked {@code tiptoe lint} to do.
 *
 * @param stdinName the path that standard input stands for
 * @param format of what goes to standard output
 * @param config the path of the configuration for all files, if one is chosen
 * @param given the settings on the command line
 */
record LintRequest(
    List<String> paths,
    Optional<String> stdinName,
    Summary.Purpose purpose,
    AppliedFiles appliedFiles,
    Selection selection,
    Format format,
    List<Output> outputs,
    Manner manner,
    Optional<String> config,
    Config given) {

  /** What rewriting does to files that databases may have run. */
  enum AppliedFiles {
    KEPT,
    REWRITTEN
  }

  /** The same for all files, whatever git knows of them. */
  LintRequest forAllFiles() {
    return new LintRequest(
        paths,
        stdinName,
        purpose,
        appliedFiles,
        new Selection(Selection.Kind.ALL, Optional.empty()),
        format,
        outputs,
        manner,
        config,
        given);
  }

  boolean readsStdin() {
    return paths.contains("-");
  }
}
