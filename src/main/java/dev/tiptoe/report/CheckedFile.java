package dev.tiptoe.report;

import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.LintResult;
import java.util.List;

/**
 * What came of one file.
 *
 * @param result what is found in it now
 * @param applied how many fixes went into it
 * @param problem why fixes that were there did not go in; empty if all is well
 * @param newFiles the paths of what was split off from it, as people know them
 */
public record CheckedFile(LintResult result, int applied, String problem, List<String> newFiles) {

  public CheckedFile {
    newFiles = List.copyOf(newFiles);
  }

  /** A file that was only looked at. */
  public static CheckedFile linted(LintResult result) {
    return new CheckedFile(result, 0, "", List.of());
  }

  /** A file that was rewritten, if there was something to rewrite. */
  public static CheckedFile fixed(FixResult fixed, List<String> newFiles) {
    return new CheckedFile(fixed.remaining(), fixed.applied(), fixed.problem(), newFiles);
  }

  /** Its path as people know it. */
  public String path() {
    return result.script().file().path();
  }
}
