package dev.tiptoe.rules;

import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Directive.Review;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;

/**
 * A value that Tiptoe guessed must be looked at by a person before it is written into users' rows.
 */
public final class GuessedBackfill extends Rule<Review> {

  public GuessedBackfill() {
    super(Review.class, Severity.ERROR);
  }

  @Override
  protected void check(Review review, Context ctx) {
    ctx.report(
        Severity.ERROR,
        Hazard.CORRUPTS,
        review.span(),
        "A guessed value goes into existing rows and nobody has looked at it yet.",
        "Write the right value wherever the guess stands below, or leave it if it is right; then delete this line.");
  }
}
