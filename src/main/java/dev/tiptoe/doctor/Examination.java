package dev.tiptoe.doctor;

import dev.tiptoe.db.Database;
import dev.tiptoe.db.DatabaseProblem;
import dev.tiptoe.db.LiveSchema;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.SessionChange;
import dev.tiptoe.doctor.effects.Clue;
import dev.tiptoe.doctor.effects.Effects;
import dev.tiptoe.doctor.effects.Extent;
import dev.tiptoe.doctor.effects.NullsWanted;
import dev.tiptoe.doctor.effects.Presence;
import dev.tiptoe.doctor.effects.RequiredColumnLeft;
import dev.tiptoe.doctor.effects.StatementState;
import dev.tiptoe.doctor.records.Run;
import dev.tiptoe.layout.Section;
import dev.tiptoe.layout.Wrapping;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was seen of one migration that did not end well.
 *
 * @param rows that are in the way of the rest of it; empty if nobody looked for them
 */
record Examination(
    Run run,
    MigrationText migration,
    Script script,
    LiveSchema live,
    Effects effects,
    Optional<List<RowsInTheWay>> rows) {

  /** What shares a transaction from the first statement to the last. */
  private static final Set<Wrapping> AS_A_WHOLE =
      Set.of(Wrapping.ONE_MESSAGE, Wrapping.SECTION, Wrapping.ALL_PENDING);

  /** Looks into the database. */
  static Examination of(Run run, MigrationText migration, Database database)
      throws DatabaseProblem {
    Script script = Script.read(migration.file(), database.target());
    List<Statement> statements = migration.forward(script);
    LiveSchema live = LiveSchema.read(database, script);
    Effects seen = Effects.of(script, statements, live, clue(run, migration, script));
    Effects effects = seen.extent() == Extent.UNKNOWN ? told(run, migration, script) : seen;
    List<RowsInTheWay> rows = new ArrayList<>();
    for (RequiredColumnLeft left : NullsWanted.of(script, statements, live)) {
      RowsInTheWay.nulls(left.table(), left.column(), live, database).ifPresent(rows::add);
    }
    for (StatementState state : effects.statements()) {
      if (state.presence() != Presence.DONE) {
        for (Change change : state.statement().changes()) {
          RowsInTheWay.of(change, live, database).ifPresent(rows::add);
        }
      }
    }
    return new Examination(run, migration, script, live, effects, Optional.of(rows));
  }

  /**
   * What follows from the file and from what was noted alone.
   *
   * @param before what the migrations before it have made
   */
  static Examination imagined(Run run, MigrationText migration, Catalog before) {
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
    return new Examination(run, migration, script, live, effects, Optional.empty());
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

  Failure failure() {
    return new Failure(run);
  }

  Extent extent() {
    return effects.extent();
  }

  /** Whether to run it again fails on what it has made, dropped or renamed already. */
  boolean isInItsOwnWay() {
    return effects.statements().stream().anyMatch(StatementState::cannotRunTwice);
  }

  /** Whether rows were what it failed on, and none of them is in the way any more. */
  boolean isMendedInItsRows() {
    return failure().isOfRows() && rows.filter(List::isEmpty).isPresent();
  }

  /** Whether it begins a transaction of its own, so that the error of its statements is lost. */
  boolean hidesItsError() {
    return script.statements().stream()
        .flatMap(statement -> statement.changes().stream())
        .anyMatch(
            change ->
                change instanceof SessionChange.Transaction t
                    && t.step() == SessionChange.Transaction.Step.BEGIN);
  }

  List<Diagnosis.Part> parts() {
    return effects.statements().stream()
        .map(
            state ->
                new Diagnosis.Part(
                    script.file().text(state.statement().span()),
                    state.presence(),
                    state.evidence()))
        .toList();
  }
}
