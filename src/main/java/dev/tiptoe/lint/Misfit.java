package dev.tiptoe.lint;

import dev.tiptoe.sql.Difference;
import dev.tiptoe.text.Located;
import dev.tiptoe.text.Span;

/**
 * A way in which a file disagrees with the history that databases have recorded. The base is the
 * commit or branch, as people call it, up to which migrations count as applied.
 */
public sealed interface Misfit extends Located {

  /** The file is on the base and is different now. */
  record Edited(String base, Difference difference) implements Misfit {
    @Override
    public Span span() {
      return difference.span();
    }
  }

  /**
   * The file is on the base and is gone.
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
