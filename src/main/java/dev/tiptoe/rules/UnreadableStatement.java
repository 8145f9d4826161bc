package dev.tiptoe.rules;

import static java.util.Locale.ROOT;

import dev.tiptoe.ddl.Change.Other;
import dev.tiptoe.ddl.Change.Other.Reading;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A statement that is not understood was not checked, and must not pass for safe. */
public final class UnreadableStatement extends Rule<Other> {

  private static final Pattern NO_WORD = Pattern.compile("\\W+");

  /** What a body of code needs to touch tables that are there, or to hide it. */
  private static final Set<String> TOUCHING =
      Set.of(
          "ALTER",
          "CALL",
          "COPY",
          "DELETE",
          "DROP",
          "EXECUTE",
          "INDEX",
          "INSERT",
          "INTO",
          "LOCK",
          "MERGE",
          "PERFORM",
          "TABLE",
          "TRIGGER",
          "TRUNCATE",
          "UPDATE");

  public UnreadableStatement() {
    super(Other.class, Severity.ERROR);
  }

  @Override
  protected void check(Other other, Context ctx) {
    if (other.reading() == Reading.OPAQUE
        && (makesNoTable(other, ctx) || !ctx.isFirst("unreadable-statement " + other.reason()))) {
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

  /** Whether it is a DO that at most makes types, extensions and the like, as its words tell. */
  private static boolean makesNoTable(Other other, Context ctx) {
    List<String> words = List.of(NO_WORD.split(ctx.file().text(other.span()).toUpperCase(ROOT)));
    return words.get(0).equals("DO")
        && words.contains("CREATE")
        && Collections.disjoint(words, TOUCHING);
  }

  private static String sentence(String reason) {
    return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
  }
}
