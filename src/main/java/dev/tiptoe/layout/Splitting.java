package dev.tiptoe.layout;

import java.util.List;

/** Whether and how the later steps of a migration can be migrations of their own. */
sealed interface Splitting {

  /** They cannot; {@code reason} says why and what to do, as a sentence without its full stop. */
  record Refused(String reason) implements Splitting {}

  /**
   * They can.
   *
   * @param namings ways to name the new files, the best first
   */
  record Allowed(List<Naming> namings, Frame frame) implements Splitting {}
}
