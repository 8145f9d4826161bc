package dev.tiptoe.lint;

import dev.tiptoe.text.Located;
import dev.tiptoe.text.Span;
import java.util.List;

/** A comment that speaks to Tiptoe. */
public sealed interface Directive extends Located {

  /** How far a suppression reaches. */
  enum Reach {
    /** The line it stands on, or the statement below. */
    HERE,
    FILE
  }

  /** Whose words a suppression is written in. */
  enum Author {
    TIPTOE,
    SQUAWK
  }

  /** {@code tiptoe:ignore RULE: reason}. */
  record Ignore(Reach reach, Author author, List<String> rules, String reason, Span span)
      implements Directive {}

  /** {@code tiptoe:backfill table.column = expression}. */
  record Backfill(GivenValue value, Span span) implements Directive {}

  /** {@code tiptoe:review ...}: a value that was guessed waits for a person. */
  record Review(String text, Span span) implements Directive {}

  /** {@code tiptoe:} and a word that means nothing. */
  record Unknown(String word, String problem, Span span) implements Directive {}
}
