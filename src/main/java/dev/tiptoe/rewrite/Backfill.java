package dev.tiptoe.rewrite;

import dev.tiptoe.sql.Expression;

/** The value that existing rows of a column get, or why there is none. */
public sealed interface Backfill {

  /** Where a value comes from, the surest first. */
  enum Source {
    /** A person gave it. */
    GIVEN,
    /** It is the column's own default. */
    OWN_DEFAULT,
    /** Prisma's meaning of the field. */
    PRISMA,
    /** A neutral value of the type, which a person must look at. */
    GUESSED
  }

  record Value(Expression expression, Source source) implements Backfill {}

  /** The sentence that tells why --fix writes nothing. */
  static String nothingWritten(String reason) {
    return "--fix writes nothing here, because " + reason + ".";
  }

  /** No value; {@code reason} says why and what to give. */
  record None(String reason) implements Backfill {}
}
