package dev.tiptoe.doctor;

import dev.tiptoe.db.Database;
import dev.tiptoe.db.DatabaseProblem;
import dev.tiptoe.db.LockHolder;
import dev.tiptoe.db.LockName;
import dev.tiptoe.doctor.Treatment.Care;
import dev.tiptoe.doctor.effects.Extent;
import dev.tiptoe.doctor.records.LogClues;
import dev.tiptoe.doctor.records.Run;
import dev.tiptoe.doctor.records.WrittenDown;
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

  /** Sees what it can of one run. */
  private interface Look {
    Examination at(Run run, MigrationText migration) throws DatabaseProblem;
  }

  /** What is wrong, the first trouble first; what comes after it shows once it is mended. */
  public Diagnosis diagnose(Database database) throws DatabaseProblem {
    boolean hasRecords = database.hasTable(tool.table());
    Optional<Diagnosis> refused = hasRecords ? Optional.empty() : tool.withoutRecords(database);
    if (refused.isPresent()) {
      return refused.get();
    }
    List<Run> runs = hasRecords ? tool.runs(database, folder) : List.of();
    return diagnose(runs, database).with(tool.remarks(runs, folder));
  }

  private Diagnosis diagnose(List<Run> runs, Database database) throws DatabaseProblem {
    Site site = site(database.target());
    Look look = (run, migration) -> Examination.of(run, migration, database);
    List<Run> open = open(runs);
    if (open.isEmpty()) {
      return withoutFailure(runs, site, look, database);
    }
    Optional<LockHolder> holder = holder(database);
    return holder.isPresent()
        ? running(open.get(0), holder.get(), site)
        : failed(open, runs, site, look);
  }

  /**
   * What can be told without a connection.
   *
   * @param exported what the tool has written down, if somebody has exported it
   * @param log what a deploy printed
   */
  public Diagnosis diagnose(Optional<List<Run>> exported, Optional<String> log, Target target) {
    List<Run> runs = WrittenDown.runs(exported, log);
    Site site = site(target);
    if (open(runs).isEmpty()) {
      return log.flatMap(text -> tool.told(LogClues.in(text)))
          .or(() -> tool.refusal(lastOfEach(runs), site))
          .orElseGet(
              () ->
                  Diagnosis.healthy(
                      exported.isPresent()
                          ? "No migration counts as failed."
                          : "The log tells of no migration that failed."))
          .with(tool.remarks(runs, folder));
    }
    Look look = (run, migration) -> Examination.imagined(run, migration, before(migration, target));
    try {
      return failed(open(runs), runs, site, look)
          .with(
              List.of(
                  "Nobody looked into the database: this follows from the file and from what was noted alone."));
    } catch (DatabaseProblem e) {
      throw new IllegalStateException(e);
    }
  }

  private Catalog before(MigrationText migration, Target target) {
    Catalog before = new Catalog(target);
    for (MigrationText earlier : folder.before(migration)) {
      Replay.of(Script.read(earlier.file(), target), earlier.runner(), before);
    }
    before.settle();
    return before;
  }

  private static List<Run> open(List<Run> runs) {
    return runs.stream().filter(run -> run.state() == Run.State.OPEN).toList();
  }

  private static List<Run> lastOfEach(List<Run> runs) {
    Map<String, Run> last = new LinkedHashMap<>();
    runs.forEach(run -> last.put(run.name(), run));
    return List.copyOf(last.values());
  }

  private Diagnosis failed(List<Run> open, List<Run> runs, Site site, Look look)
      throws DatabaseProblem {
    Run first = open.get(0);
    Optional<MigrationText> file = folder.named(first.name());
    Diagnosis diagnosis =
        file.isPresent() ? wayOut(site, look.at(first, file.get())) : withoutFile(first, site);
    if (open.size() > 1) {
      diagnosis = diagnosis.with(List.of(others(open.subList(1, open.size()))));
    }
    return hasLater(first, runs) ? diagnosis.besideLater() : diagnosis;
  }

  private Diagnosis wayOut(Site site, Examination seen) {
    return new WayOut(tool, site, fixer, seen).diagnosis(direction);
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

  private Diagnosis withoutFailure(List<Run> runs, Site site, Look look, Database database)
      throws DatabaseProblem {
    Optional<Diagnosis> refused = tool.refusal(lastOfEach(runs), site);
    if (refused.isPresent()) {
      return refused.get();
    }
    List<String> remarks = new ArrayList<>();
    for (Run run : lastOfEach(runs)) {
      Optional<MigrationText> file = folder.named(run.name());
      if (run.state() == Run.State.ROLLED_BACK && file.isPresent()) {
        Examination again = look.at(run, file.get());
        if (again.extent() == Extent.SOME || again.extent() == Extent.ALL) {
          return wayOut(site, again)
              .with(
                  List.of(
                      "It counts as rolled back, so the next deploy would run all of it again."));
        }
        remarks.add(run.name() + " was rolled back; the next deploy runs it again.");
      }
    }
    return unrecorded(runs, site, look, database)
        .orElseGet(() -> Diagnosis.healthy("No migration counts as failed.").with(remarks));
  }

  /** What a run that left no record has made of the migration that is next. */
  private Optional<Diagnosis> unrecorded(List<Run> runs, Site site, Look look, Database database)
      throws DatabaseProblem {
    Optional<MigrationText> next =
        tool.notesBeginnings() ? Optional.empty() : tool.next(runs, folder);
    if (next.isEmpty()) {
      return Optional.empty();
    }
    Run run = Run.unrecorded(next.get().name());
    Examination begun = look.at(run, next.get());
    if (!begun.isInItsOwnWay()) {
      return Optional.empty();
    }
    Optional<LockHolder> holder = holder(database);
    return Optional.of(holder.isPresent() ? running(run, holder.get(), site) : wayOut(site, begun));
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
