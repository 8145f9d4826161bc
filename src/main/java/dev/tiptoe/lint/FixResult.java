package dev.tiptoe.lint;

import dev.tiptoe.text.SourceFile;

/**
 * What became of a file.
 *
 * @param file with its new text, or its old one if nothing was or could be mended
 * @param applied how many fixes went in
 * @param problem why fixes that were there did not go in; empty if all is well
 * @param remaining what is found in {@code file}
 */
public record FixResult(SourceFile file, int applied, String problem, LintResult remaining) {}
