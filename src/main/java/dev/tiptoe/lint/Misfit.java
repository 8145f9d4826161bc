package dev.tiptoe.lint;

import dev.tiptoe.text.Located;
import dev.tiptoe.text.Span;

/** A way in which a file disagrees with the history that databases have recorded. */
public sealed interface Misfit extends Located {

  /** How far a file differs from what it was. */
  enum Extent {
    /** In what the server runs. */
    STATEMENTS,
    /** In comments and white space alone. */
    COMMENTS
  }

  /**
   * The file was on the base and is different now.
   *
   * @param base the commit or branch that has it as it was, for people
   */
  record Edited(String base, Extent extent, Span span) implements Misfit {}

  /**
   * The file was on the base and is gone.
   *
   * @param newPath where it went, if it was only renamed; else empty
   */
  record Deleted(String base, String newPath, Span span) implements Misfit {}

  /**
   * The file is new and sorts before one that is on the base.
   *
   * @param applied the last of those on the base
   */
  record OutOfOrder(String base, String applied, Span span) implements Misfit {}
}
