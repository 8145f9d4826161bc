package dev.tiptoe.rules;

import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Directive.Review;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.text.Span;

/**
 * A value that Tiptoe guessed must be looked at by a person before it is written into users' rows.
 */
public final class GuessedBackfill extends Rule<Review> {

  private static final String WORDS = "tiptoe:review";

  public GuessedBackfill() {
    super(Review.class, Severity.ERROR);
  }

  @Override
  protected void check(Review review, Context ctx) {
    ctx.report(
        Severity.ERROR,
        Hazard.CORRUPTS,
        words(review.span(), ctx),
        "A guessed value goes into existing rows and nobody has looked at it yet.",
        "Write the right value wherever the guess stands below, or leave it if it is right; then delete this line.");
  }

  /** The words tiptoe:review alone, which says enough in an excerpt. */
  private static Span words(Span comment, Context ctx) {
    int start = comment.start() + ctx.file().text(comment).indexOf(WORDS);
    return new Span(start, start + WORDS.length());
  }
}
