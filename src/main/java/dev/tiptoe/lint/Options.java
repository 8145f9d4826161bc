package dev.tiptoe.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a person asked for, on the command line or in the configuration.
 *
 * @param levels how bad the findings of a rule are here, by its id; an empty one turns the rule off
 * @param steps where the steps of a fix go
 * @param batch how many rows a fill takes at a time, where the steps are migrations of their own;
 *     all if empty
 * @param smallTables tables in which nobody waits long, whatever is done to them
 */
public record Options(
    List<GivenValue> values,
    Form form,
    Guessing guessing,
    OneStep oneStep,
    Map<String, Optional<Severity>> levels,
    Steps steps,
    OptionalInt batch,
    List<TableName> smallTables) {

  public Options(List<GivenValue> values, Form form, Guessing guessing, OneStep oneStep) {
    this(values, form, guessing, oneStep, Map.of());
  }

  /** With the steps of a fix in one file. */
  public Options(
      List<GivenValue> values,
      Form form,
      Guessing guessing,
      OneStep oneStep,
      Map<String, Optional<Severity>> levels) {
    this(values, form, guessing, oneStep, levels, Steps.INLINE, OptionalInt.empty(), List.of());
  }

  /** The same with each step in a migration of its own. */
  public Options split(OptionalInt newBatch) {
    return new Options(values, form, guessing, oneStep, levels, Steps.SPLIT, newBatch, smallTables);
  }

  /** The same without a rule. */
  public Options without(String rule) {
    Map<String, Optional<Severity>> rest = new HashMap<>(levels);
    rest.put(rule, Optional.empty());
    return new Options(
        values, form, guessing, oneStep, Map.copyOf(rest), steps, batch, smallTables);
  }

  /** Where the steps of a fix go. */
  public enum Steps {
    /** Into the file itself. */
    INLINE,
    /** Each into a migration of its own, so that it commits before the next begins. */
    SPLIT;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
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
