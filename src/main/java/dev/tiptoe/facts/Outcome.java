package dev.tiptoe.facts;

/**
 * What a server does with a statement on a table that holds rows.
 *
 * @param text what happens, as a clause that follows the server's name: {@code fails with 23502
 *     ...}
 */
public record Outcome(Kind kind, String text) {

  /** How an operation ends, from the worst on. */
  public enum Kind {
    /** On a table with rows; on an empty one it passes. */
    FAILS,
    /** With rows or without. */
    FAILS_ALWAYS,
    /** It succeeds and puts a value into every row that nobody chose. */
    FILLS_SILENTLY,
    /** Reads and writes wait while the table is written anew. */
    REWRITES,
    /** Writes wait while the table is copied. */
    COPIES,
    /** The table is rebuilt while reads and writes go on. */
    REBUILDS_ONLINE,
    /** A moment, however large the table is. */
    METADATA_ONLY
  }

  static Outcome fails(String text) {
    return new Outcome(Kind.FAILS, text);
  }

  static Outcome failsAlways(String text) {
    return new Outcome(Kind.FAILS_ALWAYS, text);
  }
}
