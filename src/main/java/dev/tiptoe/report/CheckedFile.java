package dev.tiptoe.report;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.lint.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What came of one file.
 *
 * @param result what is found in it now
 * @param applied how many fixes went into it
 * @param problem why fixes that were there did not go in; empty if all is well
 * @param newFiles the paths of what was split off from it, as people know them
 * @param failOn the least severity that makes the run fail; empty for never
 */
public record CheckedFile(
    LintResult result,
    int applied,
    String problem,
    List<String> newFiles,
    Optional<Severity> failOn) {

  public CheckedFile {
    newFiles = List.copyOf(newFiles);
  }

  /** A file that was only looked at. */
  public static CheckedFile linted(LintResult result, Optional<Severity> failOn) {
    return new CheckedFile(result, 0, "", List.of(), failOn);
  }

  /** A file that was rewritten, if there was something to rewrite. */
  public static CheckedFile fixed(
      FixResult fixed, List<String> newFiles, Optional<Severity> failOn) {
    return new CheckedFile(fixed.remaining(), fixed.applied(), fixed.problem(), newFiles, failOn);
  }

  /** Its path as people know it. */
  public String path() {
    return result.script().file().path();
  }

  /** Whether a finding in it makes the run fail. */
  public boolean fails(Finding finding) {
    return failOn.filter(least -> finding.severity().compareTo(least) >= 0).isPresent();
  }
}
