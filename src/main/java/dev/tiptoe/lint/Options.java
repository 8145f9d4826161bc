package dev.tiptoe.lint;

import java.util.List;

/** What a person asked for on the command line. */
public record Options(List<GivenValue> values, Form form, Guessing guessing, OneStep oneStep) {

  /** How a required column is added. */
  public enum Form {
    /** Nullable, backfill, NOT NULL. */
    THREE_STEPS,
    /** NOT NULL with a default that goes again, where that costs nothing. */
    INSTANT
  }

  /** Whether a neutral value is written where none is known. */
  public enum Guessing {
    ALLOWED,
    FORBIDDEN
  }

  /** What becomes of columns for which one step is better. */
  public enum OneStep {
    LEFT_ALONE,
    REWRITTEN
  }

  public static Options defaults() {
    return new Options(List.of(), Form.THREE_STEPS, Guessing.ALLOWED, OneStep.LEFT_ALONE);
  }
}
