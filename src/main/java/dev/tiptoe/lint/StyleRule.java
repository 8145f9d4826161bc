package dev.tiptoe.lint;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.text.Located;
import dev.tiptoe.text.Span;

/** A habit that some projects want to hold to; off until a project turns it on. */
public abstract class StyleRule<T extends Located> extends Rule<T> {

  protected StyleRule(Class<T> subject, Dialect... dialects) {
    super(subject, Severity.NOTE, dialects);
  }

  @Override
  public final boolean isOnByDefault() {
    return false;
  }

  protected static void report(Span span, String message, String advice, Context ctx) {
    ctx.report(Severity.NOTE, Hazard.STYLE, span, message, advice);
  }
}
