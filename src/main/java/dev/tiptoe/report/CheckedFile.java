package dev.tiptoe.report;

import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.LintResult;

/**
 * What came of one file.
 *
 * @param result what is found in it now
 * @param applied how many fixes went into it
 * @param problem why fixes that were there did not go in; empty if all is well
 */
public record CheckedFile(LintResult result, int applied, String problem) {

  /** A file that was only looked at. */
  public static CheckedFile linted(LintResult result) {
    return new CheckedFile(result, 0, "");
  }

  /** A file that was rewritten, if there was something to rewrite. */
  public static CheckedFile fixed(FixResult fixed) {
    return new CheckedFile(fixed.remaining(), fixed.applied(), fixed.problem());
  }

  /** Its path as people know it. */
  public String path() {
    return result.script().file().path();
  }
}
