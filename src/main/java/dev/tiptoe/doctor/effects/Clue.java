package dev.tiptoe.doctor.effects;

import java.util.OptionalInt;

/**
 * What is known of a run besides what its database holds.
 *
 * @param failedAt the number of the statement at which the server stopped, counted from 1
 */
public record Clue(OptionalInt failedAt, TakenBack takenBack) {

  /** What the server takes back when a statement fails. */
  public enum TakenBack {
    /** That one; the statements before it stay. */
    STATEMENT,
    /** All since the last COMMIT, be it that one failed or that the client went away. */
    FILE
  }

  /** Nothing is known. */
  public static final Clue NONE = new Clue(OptionalInt.empty(), TakenBack.STATEMENT);
}
