package dev.tiptoe.doctor;

import dev.tiptoe.db.Database;
import dev.tiptoe.db.DatabaseProblem;
import dev.tiptoe.db.LockName;
import dev.tiptoe.doctor.records.LogClues;
import dev.tiptoe.doctor.records.Run;
import dev.tiptoe.layout.Layout;
import java.util.List;
import java.util.Optional;

/** What a migration tool writes down about its runs, and how it is told of a repair. */
public abstract class Tool {

  private final Layout layout;

  Tool(Layout layout) {
    this.layout = layout;
  }

  public final Layout layout() {
    return layout;
  }

  /** The table in which it keeps its records. */
  abstract String table();

  /** What it locks while it runs; empty if it locks nothing that others could ask for. */
  List<LockName> locks(Database database) throws DatabaseProblem {
    return List.of();
  }

  /** All that it has written down, in the order of the starts. */
  abstract List<Run> runs(Database database, MigrationFolder folder) throws DatabaseProblem;

  /**
   * Whether a migration is on record from its first statement on, so that one that fails or is
   * killed never goes without a trace.
   */
  boolean notesBeginnings() {
    return false;
  }

  /** The migration that it runs next. */
  Optional<MigrationText> next(List<Run> runs, MigrationFolder folder) {
    return folder.migrations().stream()
        .filter(migration -> runs.stream().noneMatch(run -> run.name().equals(migration.name())))
        .findFirst();
  }

  /** What to write once all of a migration is in the database. */
  abstract Step.Note applied(Run run, MigrationText migration, Site site);

  /** What to write once nothing of a migration is in the database; empty if there is no record. */
  Optional<Step.Note> rolledBack(Run run, Site site) {
    return Optional.empty();
  }

  /** The command that goes on with what is pending. */
  abstract String deploy(Site site);

  /** How people call it to say that a migration is applied. */
  String applying() {
    return "marking it as applied";
  }

  /** How people call it to say that a migration is to run again. */
  String undoing() {
    return "running it again";
  }

  /** What happened, in a sentence or two. */
  final String happened(Run run) {
    return run.isRecorded()
        ? failed(run)
        : "Migration "
            + run.name()
            + " counts as not applied, but what it makes is there, if not all of it: a run failed or was stopped, and "
            + layout.title()
            + " has no record of that.";
  }

  /** What happened to a run that is on record. */
  String failed(Run run) {
    return new Failure(run).happened();
  }

  /** What is wrong with a database that has no table of records, if that stops the tool. */
  Optional<Diagnosis> withoutRecords(Database database) throws DatabaseProblem {
    return Optional.empty();
  }

  /**
   * What stops the tool though no migration counts as failed.
   *
   * @param runs the last one of each migration
   */
  Optional<Diagnosis> refusal(List<Run> runs, Site site) {
    return Optional.empty();
  }

  /** What an error means that is about no failed migration. */
  Optional<Diagnosis> told(LogClues clues) {
    return Optional.empty();
  }

  /**
   * How to begin anew with one migration; empty if it has no command that writes that one.
   *
   * @param filled the tables that hold rows, which would be lost
   */
  Optional<Diagnosis> startOver(MigrationFolder folder, List<String> filled) {
    return Optional.empty();
  }

  /** What files and records do not agree on, though the tool goes on all the same. */
  List<String> remarks(List<Run> runs, MigrationFolder folder) {
    return List.of();
  }

  /** Whether the file is still what a run was noted for; true if nothing tells. */
  boolean isUnchanged(Run run, MigrationText migration) {
    return true;
  }
}
