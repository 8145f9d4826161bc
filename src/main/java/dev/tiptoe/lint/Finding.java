package dev.tiptoe.lint;

import dev.tiptoe.text.Located;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.util.Optional;

/**
 * One thing found in a file.
 *
 * @param message what happens, on which server
 * @param advice what to do, or why nothing is proposed; may be empty
 */
public record Finding(
    String rule,
    Severity severity,
    Hazard hazard,
    SourceFile file,
    Span span,
    String message,
    String advice,
    Optional<Fix> fix)
    implements Located {

  /** By place, and there by rule. */
  static int inOrder(Finding one, Finding other) {
    int place = Integer.compare(one.span.start(), other.span.start());
    return place == 0 ? one.rule.compareTo(other.rule) : place;
  }
}
