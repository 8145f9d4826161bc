package dev.tiptoe.doctor;

import java.util.List;
import java.util.Optional;

/** Files that are not as the records have them, so that a tool stops though nothing failed. */
final class Refusal {

  private Refusal() {}

  /**
   * A file that was edited after it was applied.
   *
   * @param message with which the tool stops
   * @param accept how to take the file as it is now
   */
  static Diagnosis edited(
      String name, MigrationFolder folder, String message, Step.ByHand accept, String deploy) {
    return new Diagnosis(
        Ailment.EDITED_MIGRATION,
        Optional.of(name),
        "Migration " + name + " was edited after it was applied: " + message + ".",
        List.of(),
        List.of("This database stays as it is; only new ones would get the new text."),
        new Treatment(
            Treatment.Care.BY_HAND,
            List.of(
                new Step.ByHand(
                    "Bring the file back as it was applied; what is new goes into a migration of its own.",
                    "git log --oneline -- " + Shell.word(folder.shown() + "/" + name)),
                accept),
            List.of(deploy),
            List.of()));
  }

  /** The file of an applied migration that is gone. */
  static Diagnosis deleted(
      String name, MigrationFolder folder, String message, Step.ByHand accept, String deploy) {
    return new Diagnosis(
        Ailment.DELETED_MIGRATION,
        Optional.of(name),
        "Migration " + name + " is applied, but has no file: " + message + ".",
        List.of(),
        List.of("The database keeps what it made."),
        new Treatment(
            Treatment.Care.BY_HAND,
            List.of(
                new Step.ByHand(
                    "Bring the file back, for example from git; or deploy the version of the app that has it.",
                    "git log --oneline --diff-filter=D --name-only -- "
                        + Shell.word(folder.shown())),
                accept),
            List.of(deploy),
            List.of()));
  }
}
