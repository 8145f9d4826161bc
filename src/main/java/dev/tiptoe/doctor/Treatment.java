package dev.tiptoe.doctor;

import java.util.List;

/**
 * The one right way out of a state.
 *
 * @param steps none if there is nothing to do
 * @param afterwards the command that shows that all is well again, or goes on
 * @param notThese other ways that people are told of, and why they are wrong here
 */
public record Treatment(
    Care care, List<Step> steps, List<String> afterwards, List<String> notThese) {

  public Treatment {
    steps = List.copyOf(steps);
    afterwards = List.copyOf(afterwards);
    notThese = List.copyOf(notThese);
  }

  /** Who may carry a treatment out. */
  public enum Care {
    /** Nothing needs to be done. */
    NONE,
    /** Anybody: no row is lost, and no value in it was chosen by Tiptoe. */
    SAFE,
    /** Anybody who has read it: a value in it was chosen by Tiptoe, or it follows from little. */
    REVIEW,
    /** A person alone. */
    BY_HAND
  }
}
