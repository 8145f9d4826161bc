package dev.tiptoe.doctor;

import dev.tiptoe.db.Database;
import dev.tiptoe.db.DatabaseProblem;
import dev.tiptoe.db.LiveSchema;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.doctor.Treatment.Care;
import dev.tiptoe.layout.Section;
import dev.tiptoe.layout.Wrapping;
import dev.tiptoe.lint.Circumstances;
import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One migration that did not end well, its file held against the database. */
final class FailedMigration {

  /** What shares a transaction from the first statement to the last. */
  private static final Set<Wrapping> AS_A_WHOLE =
      Set.of(Wrapping.ONE_MESSAGE, Wrapping.SECTION, Wrapping.ALL_PENDING);

  private final Tool tool;
  private final Run run;
  private final MigrationText migration;
  private final Fixer fixer;
  private final Site site;
  private final Script script;
  private final LiveSchema live;
  private final Failure failure;
  private final Effects effects;
  private final List<RowsInTheWay> rows;

  /** Whether rows were what it failed on, and none of them is in the way any more. */
  private final boolean rowsAreMended;

  /**
   * @param rows empty if nobody looked for them
   */
  private FailedMigration(
      Tool tool,
      Run run,
      MigrationText migration,
      Site site,
      Fixer fixer,
      Script script,
      LiveSchema live,
      Effects effects,
      Optional<List<RowsInTheWay>> rows) {
    this.tool = tool;
    this.run = run;
    this.migration = migration;
    this.fixer = fixer;
    this.site = site;
    this.script = script;
    this.live = live;
    this.failure = new Failure(run);
    this.effects = effects;
    this.rows = rows.orElse(List.of());
    this.rowsAreMended = failure.isOfRows() && rows.filter(List::isEmpty).isPresent();
  }

  /** One whose database is there to be looked into. */
  static FailedMigration examine(
      Tool tool, Run run, MigrationText migration, Site site, Fixer fixer, Database database)
      throws DatabaseProblem {
    Script script = Script.read(migration.file(), database.target());
    LiveSchema live = LiveSchema.read(database, script);
    Effects seen =
        Effects.of(script, migration.forward(script), live, clue(run, migration, script));
    Effects effects = seen.extent() == Extent.UNKNOWN ? told(run, migration, script) : seen;
    List<RowsInTheWay> rows = new ArrayList<>();
    for (StatementState state : effects.statements()) {
      if (state.presence() != Presence.DONE) {
        for (Change change : state.statement().changes()) {
          RowsInTheWay.of(change, live, database).ifPresent(rows::add);
        }
      }
    }
    return new FailedMigration(
        tool, run, migration, site, fixer, script, live, effects, Optional.of(rows));
  }

  /**
   * One of which only the file, the record and the log are there.
   *
   * @param before what the migrations before it have made
   */
  static FailedMigration imagine(
      Tool tool, Run run, MigrationText migration, Site site, Fixer fixer, Catalog before) {
    Script script = Script.read(migration.file(), before.target());
    Effects effects = told(run, migration, script);
    Catalog now = before.copy();
    for (StatementState state : effects.statements()) {
      if (state.presence() == Presence.DONE) {
        for (Change change : state.statement().changes()) {
          now.apply(change, state.statement().course(), script.file());
        }
      }
    }
    now.settle();
    LiveSchema live = new LiveSchema(now, Set.of());
    return new FailedMigration(
        tool, run, migration, site, fixer, script, live, effects, Optional.empty());
  }

  private static Effects told(Run run, MigrationText migration, Script script) {
    List<Statement> statements = migration.forward(script);
    int most = new Failure(run).isNoted() ? statements.size() - 1 : statements.size();
    return Effects.told(script, statements, clue(run, migration, script), Math.max(0, most));
  }

  private static Clue clue(Run run, MigrationText migration, Script script) {
    boolean all =
        !script.target().dialect().isMySqlLike()
            && migration.runner().sections(script).stream()
                .map(Section::wrapping)
                .allMatch(AS_A_WHOLE::contains);
    return new Failure(run).clue(all ? Clue.TakenBack.FILE : Clue.TakenBack.STATEMENT);
  }

  Extent extent() {
    return effects.extent();
  }

  /** Whether to run it again fails on what it has made, dropped or renamed already. */
  boolean isInItsOwnWay() {
    return effects.statements().stream().anyMatch(StatementState::cannotRunTwice);
  }

  Diagnosis diagnosis(Doctor.Direction direction) {
    return switch (effects.extent()) {
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
    Catalog unknown = new Catalog(script.target());
    List<Finding> findings =
        fixer
            .fix(migration.file(), new Circumstances(unknown, migration.runner()))
            .before()
            .findings();
    return effects.statements().stream()
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
        fixer.fix(migration.file(), new Circumstances(live.catalog(), migration.runner()));
    boolean rewritten = fixed.applied() > 0 && (has(RowsInTheWay.Kind.NULLS) || hasErrors(fixed));
    List<Step> steps = new ArrayList<>();
    obstacles(fixed.remaining().script()).forEach(steps::add);
    Finishing.obstacles(fixed).forEach(reason -> steps.add(new Step.ByHand(reason, "")));
    boolean unchanged = tool.isUnchanged(run, migration);
    if (steps.isEmpty() && !rewritten && !rowsAreMended && unchanged && failure.isOfTheFile()) {
      steps.add(
          new Step.ByHand(
              "Mend " + failure.culprit() + ", or it fails again: " + failure.sentence() + ".",
              ""));
    }
    Care care = steps.isEmpty() ? Care.SAFE : Care.BY_HAND;
    if (rewritten) {
      steps.add(new Step.Rewrite(migration.file(), fixed.file().text()));
      care = care == Care.SAFE ? Finishing.care(fixed) : care;
    }
    steps.addAll(note);
    return diagnosis(Ailment.NOTHING_APPLIED, care, steps, notApplied).with(chosen(care));
  }

  private static boolean hasErrors(FixResult fixed) {
    return fixed.before().findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
  }

  private Diagnosis someThere() {
    Optional<Finishing> finishing = Finishing.of(script, effects.statements(), live, fixer);
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
    if (!live.invalidIndexes().isEmpty()) {
      return Ailment.INVALID_INDEX;
    }
    boolean onlyNulls =
        effects.statements().stream()
            .filter(state -> state.presence() != Presence.DONE)
            .allMatch(Finishing::onlyMakesRequired);
    return onlyNulls ? Ailment.NULLS_LEFT : Ailment.PARTLY_APPLIED;
  }

  /** The SQL that takes back what is there, so that the whole file can run again. */
  private Diagnosis takenBack() {
    Optional<List<String>> undoing = TakingBack.of(effects.statements(), site.dialect());
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

  private List<Diagnosis.Part> parts() {
    return effects.statements().stream()
        .map(
            state ->
                new Diagnosis.Part(
                    script.file().text(state.statement().span()),
                    state.presence(),
                    state.evidence()))
        .toList();
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
        parts(),
        remarks,
        new Treatment(known(care), steps, List.of(tool.deploy(site)), List.of(notThis)));
  }
}
