package dev.tiptoe.cli;

import dev.tiptoe.cli.Manner.Verbosity;
import java.io.PrintStream;

/** Tells on standard error how a run goes, as much of it as was asked for. */
final class Narrator {

  private final PrintStream err;
  private final Verbosity verbosity;

  Narrator(PrintStream err, Verbosity verbosity) {
    this.err = err;
    this.verbosity = verbosity;
  }

  /** Something that people should know. */
  void remark(String text) {
    if (verbosity != Verbosity.QUIET) {
      err.println("tiptoe: " + text);
    }
  }

  /** Something that people want to know who wonder. */
  void detail(String text) {
    if (verbosity == Verbosity.VERBOSE) {
      err.println("tiptoe: " + text);
    }
  }
}
