package dev.tiptoe.cli;

/** What a run says to the shell; the worst of a run's codes is the highest. */
final class ExitCode {

  static final int CLEAN = 0;
  static final int FINDINGS = 1;
  static final int WRONG_USE = 2;
  static final int OWN_BUG = 3;

  /** Of {@code tiptoe doctor} alone. */
  static final int NO_CONNECTION = 4;

  static final int REPAIRED = 5;

  private ExitCode() {}
}
