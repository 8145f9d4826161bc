package dev.tiptoe.cli;

/**
 * How a run speaks to the person who started it.
 *
 * @param statistics whether the findings are also counted rule by rule
 */
record Manner(Verbosity verbosity, Terminal.Color color, boolean statistics) {

  /** How much is told. */
  enum Verbosity {
    /** Errors and what else makes the run fail, and nothing if there is none. */
    QUIET,
    NORMAL,
    /** Also how everything was come to. */
    VERBOSE
  }
}
