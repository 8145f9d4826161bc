package dev.tiptoe.doctor;

import dev.tiptoe.db.Database;
import dev.tiptoe.db.DatabaseProblem;
import dev.tiptoe.db.LockHolder;
import dev.tiptoe.db.LockName;
import dev.tiptoe.doctor.Treatment.Care;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.Replay;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Examines a database that a migration tool is used on; only reads. */
public final class Doctor {

  private final Tool tool;
  private final MigrationFolder folder;
  private final Fixer fixer;
  private final Direction direction;

  /** Where a migration of which some is there is to go. */
  public enum Direction {
    /** On to its end. */
    FORWARD,
    /** Back to where it began. */
    BACK
  }

  /**
   * @param fixer that writes the safe form of what is to run again
   */
  public Doctor(Tool tool, MigrationFolder folder, Fixer fixer, Direction direction) {
    this.tool = tool;
    this.folder = folder;
    this.fixer = fixer;
    this.direction = direction;
  }

  /** What is wrong, the first trouble first; what comes after it shows once it is mended. */
  public Diagnosis diagnose(Database database) throws DatabaseProblem {
    boolean hasRecords = database.hasTable(tool.table());
    Optional<Diagnosis> refused = hasRecords ? Optional.empty() : tool.withoutRecords(database);
    if (refused.isPresent()) {
      return refused.get();
    }
    List<Run> runs = hasRecords ? tool.runs(database, folder) : List.of();
    List<Run> open = runs.stream().filter(run -> run.state() == Run.State.OPEN).toList();
    Diagnosis diagnosis =
        open.isEmpty() ? withoutFailure(runs, database) : failed(open, runs, database);
    return diagnosis.with(tool.remarks(runs, folder));
  }

  private Diagnosis failed(List<Run> open, List<Run> runs, Database database)
      throws DatabaseProblem {
    Run first = open.get(0);
    Site site = site(database.target());
    Optional<LockHolder> holder = holder(database);
    if (holder.isPresent()) {
      return running(first, holder.get(), site);
    }
    Optional<MigrationText> file = folder.named(first.name());
    Diagnosis diagnosis =
        file.isPresent()
            ? FailedMigration.examine(tool, first, file.get(), site, fixer, database)
                .diagnosis(direction)
            : withoutFile(first, site);
    if (open.size() > 1) {
      diagnosis = diagnosis.with(List.of(others(open.subList(1, open.size()))));
    }
    return hasLater(first, runs) ? diagnosis.besideLater() : diagnosis;
  }

  /**
   * What can be told without a connection.
   *
   * @param exported what the tool has written down, if somebody has exported it
   * @param log what a deploy printed
   */
  public Diagnosis diagnose(Optional<List<Run>> exported, Optional<String> log, Target target) {
    List<Run> runs = WrittenDown.runs(exported, log);
    List<Run> open = runs.stream().filter(run -> run.state() == Run.State.OPEN).toList();
    if (open.isEmpty()) {
      return log.flatMap(text -> tool.told(LogClues.in(text)))
          .orElseGet(
              () ->
                  Diagnosis.healthy(
                          exported.isPresent()
                              ? "No migration counts as failed."
                              : "The log tells of no migration that failed.")
                      .with(tool.remarks(runs, folder)));
    }
    Run first = open.get(0);
    Optional<MigrationText> file = folder.named(first.name());
    if (file.isEmpty()) {
      return withoutFile(first, site(target));
    }
    Catalog before = new Catalog(target);
    for (MigrationText earlier : folder.before(file.get())) {
      Replay.of(Script.read(earlier.file(), target), earlier.runner(), before);
    }
    before.settle();
    Diagnosis diagnosis =
        FailedMigration.imagine(tool, first, file.get(), site(target), fixer, before)
            .diagnosis(direction)
            .with(
                List.of(
                    "Nobody looked into the database: this follows from the file and from what was noted alone."));
    return open.size() > 1
        ? diagnosis.with(List.of(others(open.subList(1, open.size()))))
        : diagnosis;
  }

  private Site site(Target target) {
    return new Site(folder, target.dialect());
  }

  private Optional<LockHolder> holder(Database database) throws DatabaseProblem {
    for (LockName lock : tool.locks(database)) {
      Optional<LockHolder> holder = database.holder(lock);
      if (holder.isPresent()) {
        return holder;
      }
    }
    return Optional.empty();
  }

  private static String others(List<Run> others) {
    return others.size() == 1
        ? "One more counts as failed: " + others.get(0).name() + "."
        : others.size()
            + " more count as failed: "
            + String.join(", ", others.stream().map(Run::name).toList())
            + ".";
  }

  private static boolean hasLater(Run failed, List<Run> runs) {
    return runs.stream()
        .anyMatch(
            run ->
                run.isApplied()
                    && run.name().compareTo(failed.name()) > 0
                    && run.started().isPresent()
                    && failed.started().filter(s -> run.started().get().isAfter(s)).isPresent());
  }

  private Diagnosis running(Run run, LockHolder holder, Site site) {
    return new Diagnosis(
        Ailment.RUNNING,
        Optional.of(run.name()),
        "Migration " + run.name() + " is running now" + words(holder) + ".",
        List.of(),
        List.of(),
        new Treatment(
            Care.BY_HAND,
            List.of(new Step.ByHand("Wait until it has ended, then look again.", "")),
            List.of(tool.deploy(site)),
            List.of("Resolve nothing now: the deploy that runs would be recorded wrongly.")));
  }

  private static String words(LockHolder holder) {
    return ", in connection "
        + holder.id()
        + holder.since().map(at -> " since " + at).orElse("")
        + holder.statement().map(sql -> ", which runs or ran " + Words.oneLine(sql)).orElse("");
  }

  private Diagnosis withoutFile(Run run, Site site) {
    return new Diagnosis(
        Ailment.UNKNOWN_MIGRATION,
        Optional.of(run.name()),
        tool.happened(run),
        List.of(),
        List.of("There is no migration of this name in " + folder.shown() + "."),
        new Treatment(
            Care.BY_HAND,
            List.of(
                new Step.ByHand(
                    "Bring its file back, for example from git, and look again: without it nothing tells what of it is in the database.",
                    ""),
                new Step.ByHand(
                    "If it is given up and has left nothing behind, say so.",
                    tool.rolledBack(run, site).map(Step.Note::command).orElse(""))),
            List.of(tool.deploy(site)),
            List.of("Not " + tool.applying() + ": that needs the file.")));
  }

  private Diagnosis withoutFailure(List<Run> runs, Database database) throws DatabaseProblem {
    Map<String, Run> last = new LinkedHashMap<>();
    runs.forEach(run -> last.put(run.name(), run));
    Site site = site(database.target());
    Optional<Diagnosis> refused = tool.refusal(List.copyOf(last.values()), site);
    if (refused.isPresent()) {
      return refused.get();
    }
    List<String> remarks = new ArrayList<>();
    for (Run run : last.values()) {
      Optional<MigrationText> file = folder.named(run.name());
      if (run.state() == Run.State.ROLLED_BACK && file.isPresent()) {
        FailedMigration again =
            FailedMigration.examine(tool, run, file.get(), site, fixer, database);
        if (again.extent() == Extent.SOME || again.extent() == Extent.ALL) {
          return again
              .diagnosis(direction)
              .with(
                  List.of(
                      "It counts as rolled back, so the next deploy would run all of it again."));
        }
        remarks.add(run.name() + " was rolled back; the next deploy runs it again.");
      }
    }
    return unrecorded(runs, site, database)
        .orElseGet(() -> Diagnosis.healthy("No migration counts as failed.").with(remarks));
  }

  /** What a run that left no record has made of the migration that is next. */
  private Optional<Diagnosis> unrecorded(List<Run> runs, Site site, Database database)
      throws DatabaseProblem {
    Optional<MigrationText> next =
        tool.notesBeginnings() ? Optional.empty() : tool.next(runs, folder);
    if (next.isEmpty()) {
      return Optional.empty();
    }
    Run run = Run.unrecorded(next.get().name());
    FailedMigration begun = FailedMigration.examine(tool, run, next.get(), site, fixer, database);
    if (!begun.isInItsOwnWay()) {
      return Optional.empty();
    }
    Optional<LockHolder> holder = holder(database);
    return Optional.of(
        holder.isPresent() ? running(run, holder.get(), site) : begun.diagnosis(direction));
  }

  /**
   * How to start over with one migration, which only a database without rows allows; empty if the
   * tool cannot write it.
   */
  public Optional<Diagnosis> startOver(Database database) throws DatabaseProblem {
    List<String> filled = new ArrayList<>();
    for (String table : database.tables()) {
      boolean isFilled =
          !table.equals(tool.table())
              && !database
                  .query("SELECT 1 AS n FROM " + database.quoted(table) + " LIMIT 1")
                  .isEmpty();
      if (isFilled) {
        filled.add(table);
      }
    }
    return tool.startOver(folder, filled);
  }
}
