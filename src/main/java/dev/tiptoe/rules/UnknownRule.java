package dev.tiptoe.rules;

import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Directive;
import dev.tiptoe.lint.Directive.Author;
import dev.tiptoe.lint.Directive.Ignore;
import dev.tiptoe.lint.Directive.Reach;
import dev.tiptoe.lint.Directive.Unknown;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;

/**
 * A comment to Tiptoe that it does not know does nothing, though its author believes that it does.
 */
public final class UnknownRule extends Rule<Directive> {

  public UnknownRule() {
    super(Directive.class, Severity.WARNING);
  }

  @Override
  protected void check(Directive directive, Context ctx) {
    if (directive instanceof Unknown unknown) {
      report(unknown, "\"tiptoe:" + unknown.word() + "\" " + unknown.problem() + ".", "", ctx);
    } else if (directive instanceof Ignore ignore && ignore.author() == Author.TIPTOE) {
      if (ignore.rules().isEmpty() && ignore.reach() == Reach.HERE) {
        report(ignore, "This suppression names no rule, so it holds nothing back.", "", ctx);
      }
      for (String rule : ignore.rules()) {
        if (!ctx.isRule(rule)) {
          String advice =
              ctx.nearestRule(rule)
                  .map(r -> "Did you mean " + r + "?")
                  .orElse("\"tiptoe rules\" lists the rules.");
          report(ignore, "There is no rule " + rule + ".", advice, ctx);
        }
      }
    }
  }

  private static void report(Directive directive, String message, String advice, Context ctx) {
    ctx.report(Severity.WARNING, Hazard.UNCHECKED, directive.span(), message, advice);
  }
}
