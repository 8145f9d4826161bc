package dev.tiptoe.lint;

import dev.tiptoe.layout.NewFile;
import dev.tiptoe.text.SourceFile;
import java.util.List;

/**
 * What became of a file.
 *
 * @param file with its new text, or its old one if nothing was or could be mended
 * @param applied how many fixes went in
 * @param problem why fixes that were there did not go in; empty if all is well
 * @param before what was found in the file as it was
 * @param remaining what is found in {@code file}
 * @param newFiles the later steps, each a migration of its own, in their order
 */
public record FixResult(
    SourceFile file,
    int applied,
    String problem,
    LintResult before,
    LintResult remaining,
    List<NewFile> newFiles) {

  public FixResult {
    newFiles = List.copyOf(newFiles);
  }
}
