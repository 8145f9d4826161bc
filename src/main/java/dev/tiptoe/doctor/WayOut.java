package dev.tiptoe.doctor;

import dev.tiptoe.doctor.Treatment.Care;
import dev.tiptoe.doctor.effects.Presence;
import dev.tiptoe.doctor.records.Run;
import dev.tiptoe.lint.Circumstances;
import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one right way on for a migration that did not end well, by what was seen of it. */
final class WayOut {

  private final Tool tool;
  private final Site site;
  private final Fixer fixer;
  private final Examination seen;
  private final Run run;
  private final MigrationText migration;
  private final Failure failure;
  private final List<RowsInTheWay> rows;

  WayOut(Tool tool, Site site, Fixer fixer, Examination seen) {
    this.tool = tool;
    this.site = site;
    this.fixer = fixer;
    this.seen = seen;
    this.run = seen.run();
    this.migration = seen.migration();
    this.failure = seen.failure();
    this.rows = seen.rows().orElse(List.of());
  }

  Diagnosis diagnosis(Doctor.Direction direction) {
    return switch (seen.extent()) {
      case ALL -> allThere();
      case NOTHING -> nothingThere();
      case SOME -> direction == Doctor.Direction.BACK ? takenBack() : someThere();
      case UNKNOWN -> cannotTell();
    };
  }

  private Diagnosis allThere() {
    return diagnosis(
            Ailment.APPLIED_BUT_NOT_RECORDED,
            Care.SAFE,
            List.of(tool.applied(run, migration, site)),
            wouldFailAgain())
        .with(corrupted());
  }

  /** What the statements that are done have made of rows in silence. */
  private List<String> corrupted() {
    Catalog unknown = new Catalog(seen.script().target());
    List<Finding> findings =
        fixer
            .fix(migration.file(), new Circumstances(unknown, migration.runner()))
            .before()
            .findings();
    return seen.effects().statements().stream()
        .filter(state -> state.presence() == Presence.DONE)
        .flatMap(
            state ->
                findings.stream()
                    .filter(finding -> finding.hazard() == Hazard.CORRUPTS)
                    .filter(finding -> state.statement().span().covers(finding.span())))
        .map(finding -> "Look at the rows that were there: " + finding.message())
        .distinct()
        .toList();
  }

  private Diagnosis nothingThere() {
    List<Step> note = rolledBack();
    String notApplied =
        "Not "
            + tool.applying()
            + ": nothing of it is there, and "
            + tool.layout().title()
            + " would never make it.";
    if (failure.isTransient()) {
      return diagnosis(Ailment.FAILED_FOR_A_MOMENT, Care.SAFE, note, notApplied);
    }
    FixResult fixed =
        fixer.fix(migration.file(), new Circumstances(seen.live().catalog(), migration.runner()));
    boolean rewritten = fixed.applied() > 0 && (has(RowsInTheWay.Kind.NULLS) || hasErrors(fixed));
    List<Step> steps = new ArrayList<>();
    obstacles(fixed.remaining().script()).forEach(steps::add);
    Finishing.obstacles(fixed).forEach(reason -> steps.add(new Step.ByHand(reason, "")));
    boolean unchanged = tool.isUnchanged(run, migration);
    if (steps.isEmpty()
        && !rewritten
        && !seen.isMendedInItsRows()
        && unchanged
        && failure.isOfTheFile()) {
      steps.add(
          new Step.ByHand(
              "Mend " + failure.culprit() + ", or it fails again: " + failure.sentence() + ".",
              ""));
    }
    Care care = steps.isEmpty() ? Care.SAFE : Care.BY_HAND;
    List<String> remarks = new ArrayList<>();
    if (unchanged && !rewritten && !failure.isNoted() && seen.hidesItsError()) {
      care = care == Care.SAFE ? Care.REVIEW : care;
      remarks.add(
          "The file begins a transaction of its own, and then nobody keeps the error of a statement: if one failed, it fails again. Leave BEGIN and COMMIT out of the file.");
    }
    if (rewritten) {
      steps.add(new Step.Rewrite(migration.file(), fixed.file().text()));
      care = care == Care.SAFE ? Finishing.care(fixed) : care;
    }
    steps.addAll(note);
    if (rewritten) {
      remarks.addAll(chosen(care));
    }
    return diagnosis(Ailment.NOTHING_APPLIED, care, steps, notApplied).with(remarks);
  }

  private static boolean hasErrors(FixResult fixed) {
    return fixed.before().findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
  }

  private Diagnosis someThere() {
    Optional<Finishing> finishing = Finishing.of(seen, fixer);
    if (finishing.isEmpty()) {
      return cannotTell();
    }
    List<Step> steps = new ArrayList<>(obstacles(finishing.get().script()));
    finishing.get().obstacles().forEach(reason -> steps.add(new Step.ByHand(reason, "")));
    Care care = steps.isEmpty() ? finishing.get().care() : Care.BY_HAND;
    steps.addAll(finishing.get().steps());
    steps.add(tool.applied(run, migration, site));
    return diagnosis(partly(), care, steps, wouldFailAgain()).with(corrupted()).with(chosen(care));
  }

  private static List<String> chosen(Care care) {
    return care == Care.REVIEW
        ? List.of(
            "The value that the UPDATE writes was chosen by Tiptoe: look whether it is right, or say another with --backfill TABLE.COLUMN=SQL.")
        : List.of();
  }

  private Ailment partly() {
    if (!seen.live().invalidIndexes().isEmpty()) {
      return Ailment.INVALID_INDEX;
    }
    boolean onlyNulls =
        seen.effects().statements().stream()
            .filter(state -> state.presence() != Presence.DONE)
            .allMatch(Finishing::onlyMakesRequired);
    return onlyNulls ? Ailment.NULLS_LEFT : Ailment.PARTLY_APPLIED;
  }

  /** The SQL that takes back what is there, so that the whole file can run again. */
  private Diagnosis takenBack() {
    Optional<List<String>> undoing = TakingBack.of(seen.effects().statements(), site.dialect());
    if (undoing.isEmpty()) {
      return cannotTell();
    }
    List<Step> steps = new ArrayList<>();
    undoing.get().forEach(sql -> steps.add(new Step.Execute(sql, Step.Commit.of(site.dialect()))));
    steps.addAll(rolledBack());
    return diagnosis(
        Ailment.PARTLY_APPLIED,
        Care.REVIEW,
        steps,
        "Values that were written into what is dropped are lost.");
  }

  private Diagnosis cannotTell() {
    return diagnosis(
        Ailment.CANNOT_TELL,
        Care.BY_HAND,
        List.of(
            new Step.ByHand(
                run.isRecorded()
                    ? "Look at the rows that the statements marked unknown change. If all of them were changed, run the first command, if none, the second."
                    : "Look at the rows that the statements marked unknown change. If all of them were changed, say that it is applied; if none, take back what is there.",
                tool.applied(run, migration, site).command()
                    + tool.rolledBack(run, site).map(note -> "\n" + note.command()).orElse(""))),
        "Neither at a guess: the one leaves out what is missing for ever, the other runs again what is there.");
  }

  private List<Step> rolledBack() {
    return tool.rolledBack(run, site).stream().<Step>map(note -> note).toList();
  }

  private String wouldFailAgain() {
    return "Not "
        + tool.undoing()
        + ": "
        + tool.layout().title()
        + " would run the whole file again and fail on what is there.";
  }

  /** The rows that no statement of the script fills. */
  private List<Step> obstacles(Script fixed) {
    List<Step> steps = new ArrayList<>();
    for (RowsInTheWay row : rows) {
      if (row.kind() != RowsInTheWay.Kind.NULLS || !Finishing.fills(fixed, row)) {
        steps.add(new Step.ByHand(row.sentence() + ". Decide what becomes of them.", row.query()));
      }
    }
    return steps;
  }

  private boolean has(RowsInTheWay.Kind kind) {
    return rows.stream().anyMatch(row -> row.kind() == kind);
  }

  /** Where nothing tells of a run, somebody may have made by hand what looks like its work. */
  private Care known(Care care) {
    return care == Care.SAFE && !run.isRecorded() ? Care.REVIEW : care;
  }

  private Diagnosis diagnosis(Ailment ailment, Care care, List<Step> steps, String notThis) {
    List<String> remarks = new ArrayList<>();
    rows.forEach(row -> remarks.add(row.sentence() + "."));
    if (!tool.isUnchanged(run, migration)) {
      remarks.add("The file was edited since; what is said here is said of the file as it is now.");
    }
    return new Diagnosis(
        ailment,
        Optional.of(run.name()),
        tool.happened(run),
        seen.parts(),
        remarks,
        new Treatment(known(care), steps, List.of(tool.deploy(site)), List.of(notThis)));
  }
}
