package dev.tiptoe.doctor;

import dev.tiptoe.db.Database;
import dev.tiptoe.db.DatabaseProblem;
import dev.tiptoe.db.LockName;
import dev.tiptoe.layout.Layout;
import dev.tiptoe.sql.Dialect;
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
  public abstract Optional<LockName> lock();

  /** All that it has written down, in the order of the starts. */
  abstract List<Run> runs(Database database) throws DatabaseProblem;

  /** What to write once all of a migration is in the database. */
  abstract Step.Note applied(Run run, MigrationText migration, Dialect dialect);

  /** What to write once nothing of a migration is in the database. */
  abstract Step.Note rolledBack(Run run, Dialect dialect);

  /** The command that goes on with what is pending. */
  abstract String deploy();

  /** What a database is in that has no table of records. */
  abstract Diagnosis withoutRecords(Database database) throws DatabaseProblem;

  /** What an error means that is about no failed migration. */
  Optional<Diagnosis> told(LogClues clues) {
    return Optional.empty();
  }

  /** What is to be done about a run that counts as applied and as rolled back. */
  abstract Diagnosis bothMarks(Run run);

  /**
   * How to begin anew with one migration.
   *
   * @param filled the tables that hold rows, which would be lost
   */
  abstract Diagnosis startOver(MigrationFolder folder, List<String> filled);

  /** What files and records do not agree on, though the tool goes on all the same. */
  abstract List<String> remarks(List<Run> runs, MigrationFolder folder);

  /** Whether the file is still what a run was noted for; true if nothing tells. */
  boolean isUnchanged(Run run, MigrationText migration) {
    return run.checksum().map(c -> Checksum.fits(c, migration.file().text())).orElse(true);
  }
}
