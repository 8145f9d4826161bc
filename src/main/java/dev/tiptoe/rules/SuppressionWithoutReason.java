package dev.tiptoe.rules;

import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Directive.Author;
import dev.tiptoe.lint.Directive.Ignore;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;

/** A suppression says why, or nobody will know when it can go. */
public final class SuppressionWithoutReason extends Rule<Ignore> {

  public SuppressionWithoutReason() {
    super(Ignore.class, Severity.WARNING);
  }

  @Override
  protected void check(Ignore ignore, Context ctx) {
    if (ignore.author() == Author.TIPTOE && ignore.reason().isEmpty()) {
      ctx.report(
          Severity.WARNING,
          Hazard.UNCHECKED,
          ignore.span(),
          "This suppression gives no reason.",
          "Write it behind a colon: -- tiptoe:ignore "
              + String.join(", ", ignore.rules())
              + ": the table is empty until the launch");
    }
  }
}
