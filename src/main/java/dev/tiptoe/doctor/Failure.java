package dev.tiptoe.doctor;

import dev.tiptoe.doctor.effects.Clue;
import dev.tiptoe.doctor.records.Cause;
import dev.tiptoe.doctor.records.DatabaseError;
import dev.tiptoe.doctor.records.LogClues;
import dev.tiptoe.doctor.records.Run;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a run did not end well, as far as anything was noted. */
final class Failure {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Set<Cause> ROWS = Set.of(Cause.NULLS, Cause.DUPLICATES, Cause.ORPHANS);

  private final Run run;
  private final Optional<DatabaseError> error;

  Failure(Run run) {
    this.run = run;
    this.error =
        run.logs()
            .filter(logs -> !logs.isBlank())
            .map(logs -> LogClues.in(logs).error().orElseGet(() -> inOtherWords(logs)));
  }

  /** What stands above the trace that Prisma adds. */
  private static DatabaseError inOtherWords(String logs) {
    String words =
        logs.lines()
            .takeWhile(line -> !line.startsWith("   0: "))
            .filter(line -> !line.isBlank())
            .collect(Collectors.joining(": "));
    return new DatabaseError(Optional.empty(), words, Optional.empty());
  }

  /** Whether the server said that a statement failed. */
  boolean isNoted() {
    return error.isPresent();
  }

  /** Whether the same file may well run next time. */
  boolean isTransient() {
    return error.filter(e -> e.cause().isTransient()).isPresent();
  }

  /** Whether the same file fails again as long as nobody mends it. */
  boolean isOfTheFile() {
    return error.isPresent() && !isTransient();
  }

  /** What has to be mended so that it does not fail again. */
  String culprit() {
    return error.map(DatabaseError::cause).map(Cause::kind).orElse(Cause.Kind.UNKNOWN)
            == Cause.Kind.ROWS
        ? "the rows or the file"
        : "the file";
  }

  /** Whether it failed on rows of a kind that can be looked for. */
  boolean isOfRows() {
    return error.map(DatabaseError::cause).filter(ROWS::contains).isPresent();
  }

  /** What the server said, in plain words. */
  String sentence() {
    return error.map(DatabaseError::sentence).orElse("nothing was noted of why");
  }

  /** What happened, in one sentence. */
  String happened() {
    String begun =
        run.started().map(Failure::minute).map(at -> ", begun " + at + " UTC,").orElse("");
    String name = "Migration " + run.name() + begun;
    if (run.state() == Run.State.ROLLED_BACK) {
      return name + " was marked as rolled back.";
    }
    return error.isPresent()
        ? name + " failed: " + sentence() + "."
        : name
            + " did not come to an end, and nothing that was kept tells why: the deploy was stopped, lost its connection, or its error was lost.";
  }

  private static String minute(Instant at) {
    return MINUTE.format(at);
  }

  /** What it tells of how far the file came. */
  Clue clue(Clue.TakenBack takenBack) {
    Optional<Integer> statement = error.flatMap(DatabaseError::statement);
    return new Clue(
        statement.isPresent() ? OptionalInt.of(statement.get()) : OptionalInt.empty(), takenBack);
  }
}
