package dev.tiptoe.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person asked for, on the command line or in the configuration.
 *
 * @param levels how bad the findings of a rule are here, by its id; an empty one turns the rule off
 */
public record Options(
    List<GivenValue> values,
    Form form,
    Guessing guessing,
    OneStep oneStep,
    Map<String, Optional<Severity>> levels) {

  public Options(List<GivenValue> values, Form form, Guessing guessing, OneStep oneStep) {
    this(values, form, guessing, oneStep, Map.of());
  }

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
