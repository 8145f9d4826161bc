package dev.tiptoe.schema;

import dev.tiptoe.ddl.Volatility;

/**
 * What is known of the routines of one name.
 *
 * @param words what stands in their bodies
 */
record Routine(Words words, Volatility volatility) {

  /** What is known if either may be the one that is called. */
  Routine or(Routine other) {
    return new Routine(
        words.and(other.words), volatility == other.volatility ? volatility : Volatility.UNKNOWN);
  }
}
