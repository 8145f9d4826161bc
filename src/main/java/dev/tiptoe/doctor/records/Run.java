package dev.tiptoe.doctor.records;

import java.time.Instant;
import java.util.Optional;

/**
 * One try to apply a migration, as its tool has written it down.
 *
 * @param id of the row; empty if there is none
 * @param name by which the tool speaks of the migration
 * @param checksum of the file as it was, in hexadecimal where the tool uses that
 * @param finished when it ended; the epoch if only that it did is known
 * @param logs what the server answered; empty if nothing was noted, which is not an empty text
 * @param steps how many parts the tool counts as applied; Prisma's count is never more than 1
 */
public record Run(
    String id,
    String name,
    Optional<String> checksum,
    Optional<Instant> started,
    Optional<Instant> finished,
    Optional<Instant> rolledBack,
    Optional<String> logs,
    int steps) {

  /** How a try ended. */
  public enum State {
    APPLIED,
    /** Somebody told the tool that it is applied. */
    STAMPED,
    /** It was begun, and no end was noted: it failed, was killed, or still runs. */
    OPEN,
    ROLLED_BACK,
    /** It counts as applied and as rolled back, which no tool writes by itself. */
    BOTH,
    /** Nothing tells of it but what it has left in the database. */
    UNRECORDED
  }

  /** One that a tool counts as applied, and of whose time nothing is known. */
  public static Run applied(String id, String name, Optional<String> checksum) {
    return of(id, name, checksum, Optional.of(Instant.EPOCH));
  }

  /** One that a tool counts as failed, and of which it says no more. */
  public static Run failed(String id, String name, Optional<String> checksum) {
    return of(id, name, checksum, Optional.empty());
  }

  /** One of which the tool has written down nothing. */
  public static Run unrecorded(String name) {
    return of("", name, Optional.empty(), Optional.empty());
  }

  private static Run of(
      String id, String name, Optional<String> checksum, Optional<Instant> finished) {
    return new Run(
        id, name, checksum, Optional.empty(), finished, Optional.empty(), Optional.empty(), 0);
  }

  /** Whether a row or a log tells of it. */
  public boolean isRecorded() {
    return !id.isEmpty() || logs.isPresent();
  }

  /** How it ended, as far as the row tells. */
  public State state() {
    if (rolledBack.isPresent()) {
      return finished.isPresent() ? State.BOTH : State.ROLLED_BACK;
    }
    if (finished.isEmpty()) {
      return isRecorded() ? State.OPEN : State.UNRECORDED;
    }
    return steps == 0 && logs.filter(String::isEmpty).isPresent() ? State.STAMPED : State.APPLIED;
  }

  /** Whether the tool will not run the migration again on its account. */
  public boolean isApplied() {
    return state() == State.APPLIED || state() == State.STAMPED;
  }

  /** The same with what somebody else has kept of the server's answer. */
  Run withLogs(String text) {
    return new Run(id, name, checksum, started, finished, rolledBack, Optional.of(text), steps);
  }
}
