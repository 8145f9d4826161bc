package dev.tiptoe.rules;

import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Directive.Author;
import dev.tiptoe.lint.Directive.Ignore;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;

/** A suppression that holds nothing back hides the next finding that somebody would want to see. */
public final class UnusedSuppression extends Rule<Ignore> {

  public UnusedSuppression() {
    super(Ignore.class, Severity.WARNING);
  }

  @Override
  protected void check(Ignore ignore, Context ctx) {
    if (ignore.author() == Author.SQUAWK) {
      return;
    }
    for (String rule : ignore.rules()) {
      if (ctx.isRule(rule) && !ctx.isUsed(ignore, rule)) {
        ctx.report(
            Severity.WARNING,
            Hazard.UNCHECKED,
            ignore.span(),
            "This suppression of " + rule + " holds nothing back.",
            "Delete it, or move it onto the line of the finding or the line above the statement.");
      }
    }
  }
}
