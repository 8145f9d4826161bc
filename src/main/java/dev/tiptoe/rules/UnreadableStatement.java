package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Other;
import dev.tiptoe.ddl.Change.Other.Reading;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;

/** A statement that is not understood was not checked, and must not pass for safe. */
public final class UnreadableStatement extends Rule<Other> {

  public UnreadableStatement() {
    super(Other.class, Severity.ERROR);
  }

  @Override
  protected void check(Other other, Context ctx) {
    if (other.reading() == Reading.OPAQUE
        && !ctx.isFirst("unreadable-statement " + other.reason())) {
      return;
    }
    Severity severity =
        switch (other.reading()) {
          case UNCLOSED -> Severity.ERROR;
          case NOT_UNDERSTOOD -> ctx.isNothingUnderstood() ? Severity.ERROR : Severity.WARNING;
          case OPAQUE -> Severity.NOTE;
        };
    String advice =
        switch (other.reading()) {
          case UNCLOSED ->
              "Close it; if it is closed, this may be another dialect than " + ctx.target() + ".";
          case NOT_UNDERSTOOD ->
              "It was not checked, and nothing in it is rewritten. If "
                  + ctx.target()
                  + " accepts it, check it yourself.";
          case OPAQUE -> "Check yourself what it does to tables with rows.";
        };
    ctx.report(severity, Hazard.UNCHECKED, other.span(), sentence(other.reason()), advice);
  }

  private static String sentence(String reason) {
    return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
  }
}
