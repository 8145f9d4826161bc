package dev.tiptoe.doctor;

import dev.tiptoe.db.LiveSchema;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.ColumnChange.RedefineColumn;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.IndexChange.AddIndex;
import dev.tiptoe.ddl.ObjectChange;
import dev.tiptoe.ddl.RowChange;
import dev.tiptoe.ddl.SessionChange;
import dev.tiptoe.doctor.effects.Presence;
import dev.tiptoe.doctor.effects.StatementState;
import dev.tiptoe.layout.Layouts;
import dev.tiptoe.layout.Runner;
import dev.tiptoe.lint.Circumstances;
import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The SQL that makes the rest of a migration, in a form that runs on rows.
 *
 * @param drops what goes first: indexes that were begun and not finished
 * @param script all the rest
 * @param obstacles why it cannot be run as it is, each a sentence; empty if it can
 * @param care whether a value in it was chosen by Tiptoe
 */
record Finishing(
    List<Step.Execute> drops, Script script, List<String> obstacles, Treatment.Care care) {

  /** Statement by statement, which is how it is run, Prisma may create indexes concurrently. */
  private static final Runner EACH = new Runner(Layouts.PRISMA, Optional.of(new Version(7, 4, 0)));

  /** What is missing; empty if what is there cannot be completed by SQL that follows from it. */
  static Optional<Finishing> of(Examination seen, Fixer fixer) {
    Script script = seen.script();
    LiveSchema live = seen.live();
    List<Step.Execute> drops = new ArrayList<>();
    StringBuilder missing = new StringBuilder();
    for (StatementState state : seen.effects().statements()) {
      unfinishedIndex(state, live)
          .map(index -> drop(index, script.target().dialect()))
          .ifPresent(drops::add);
      Optional<List<String>> rest = rest(script, state, live);
      if (rest.isEmpty()) {
        return Optional.empty();
      }
      rest.get().forEach(sql -> missing.append(sql).append(";\n"));
    }
    FixResult fixed =
        fixer.fix(
            new SourceFile("finish.sql", missing.toString()),
            new Circumstances(live.catalog(), EACH));
    return Optional.of(
        new Finishing(drops, fixed.remaining().script(), obstacles(fixed), care(fixed)));
  }

  /** What of one statement is missing; empty if that is not known. */
  private static Optional<List<String>> rest(Script script, StatementState state, LiveSchema live) {
    if (state.statement().changes().stream()
        .anyMatch(SessionChange.Transaction.class::isInstance)) {
      // What shares a transaction here is decided anew.
      return Optional.of(List.of());
    }
    String text = script.file().text(state.statement().span());
    return switch (state.presence()) {
      case DONE -> Optional.of(List.of());
      case NOT_DONE -> Optional.of(List.of(text));
      case PARTLY -> completion(script, state.statement(), live, text);
      // A definition, or an update of the rows that have no value, can run twice.
      case UNKNOWN ->
          state.statement().changes().stream().allMatch(Finishing::mayRunAgain)
              ? Optional.of(List.of(text))
              : Optional.empty();
    };
  }

  private static boolean mayRunAgain(Change change) {
    return change instanceof Change.Neutral
        || change instanceof SessionChange
        || (change instanceof ObjectChange.CreateSchema schema
            && schema.existence() == Change.Existence.TOLERANT)
        || (change instanceof RedefineColumn redefine
            && redefine.column().sameLast(redefine.definition().name()))
        || (change instanceof RowChange.UpdateRows update
            && !update.nullColumns().isEmpty()
            && update.fromThemselves().isEmpty());
  }

  private static Optional<AddIndex> unfinishedIndex(StatementState state, LiveSchema live) {
    return state.presence() == Presence.PARTLY && state.statement().changes().size() == 1
        ? unfinishedIndex(state.statement().changes().get(0), live)
        : Optional.empty();
  }

  private static Optional<AddIndex> unfinishedIndex(Change change, LiveSchema live) {
    return change instanceof AddIndex index
            && index.name().filter(n -> live.invalidIndexes().contains(n.name())).isPresent()
        ? Optional.of(index)
        : Optional.empty();
  }

  private static Step.Execute drop(AddIndex index, Dialect dialect) {
    return new Step.Execute(
        TakingBack.dropIndex(
            index.table(), index.name().orElseThrow(), "DROP INDEX CONCURRENTLY ", dialect),
        Step.Commit.ALONE);
  }

  /** The rest of a statement that makes one thing, of which a part is there. */
  private static Optional<List<String>> completion(
      Script script, Statement statement, LiveSchema live, String text) {
    if (statement.changes().size() != 1) {
      return Optional.empty();
    }
    Change change = statement.changes().get(0);
    if (unfinishedIndex(change, live).isPresent()) {
      return Optional.of(List.of(text));
    }
    if (change instanceof AddColumn add && add.column().has(Clause.Kind.NOT_NULL)) {
      String action =
          script.target().dialect().isMySqlLike()
              ? "MODIFY " + script.file().text(add.column().span())
              : "ALTER COLUMN " + add.column().name().sql() + " SET NOT NULL";
      return Optional.of(List.of("ALTER TABLE " + add.table().sql() + " " + action));
    }
    return change instanceof AddConstraint constraint && constraint.name().isPresent()
        ? Optional.of(
            List.of(
                "ALTER TABLE "
                    + constraint.table().sql()
                    + " VALIDATE CONSTRAINT "
                    + constraint.name().get().sql()))
        : Optional.empty();
  }

  /** Why the text, mended as far as it can be, would still fail. */
  static List<String> obstacles(FixResult fixed) {
    List<String> obstacles = new ArrayList<>();
    if (!fixed.problem().isEmpty()) {
      obstacles.add(fixed.problem());
    }
    for (Finding finding : fixed.remaining().findings()) {
      if (finding.severity() == Severity.ERROR) {
        obstacles.add(
            finding.message() + (finding.advice().isEmpty() ? "" : "; " + finding.advice()));
      }
    }
    return obstacles;
  }

  static Treatment.Care care(FixResult fixed) {
    boolean chosen =
        fixed.applied() > 0
            && fixed.before().findings().stream()
                .flatMap(finding -> finding.fix().stream())
                .anyMatch(fix -> fix.safety() == Fix.Safety.NEEDS_REVIEW);
    return chosen ? Treatment.Care.REVIEW : Treatment.Care.SAFE;
  }

  /** Whether a statement gives a value to rows that have none. */
  static boolean fills(Script script, RowsInTheWay nulls) {
    return script.executed().stream()
        .flatMap(statement -> statement.changes().stream())
        .filter(RowChange.UpdateRows.class::isInstance)
        .map(RowChange.UpdateRows.class::cast)
        .filter(update -> update.table().sameLast(nulls.table()))
        .anyMatch(
            update ->
                nulls.columns().stream()
                    .allMatch(c -> update.columns().stream().anyMatch(c::sameLast)));
  }

  /** Whether all that is missing of a statement is that a column which is there is required. */
  static boolean onlyMakesRequired(StatementState state) {
    return state.statement().changes().stream()
        .allMatch(
            change ->
                change instanceof Change.Neutral
                    || change instanceof RowChange.UpdateRows
                    || (change instanceof Change.MakesRequired required
                        && required.requiredColumn().isPresent())
                    || (change instanceof AddColumn add
                        && add.column().has(Clause.Kind.NOT_NULL)
                        && state.presence() == Presence.PARTLY));
  }

  List<Step.Execute> steps() {
    return Stream.concat(
            drops.stream(),
            script.statements().stream()
                .map(
                    statement ->
                        new Step.Execute(
                            script.file().text(statement.span()),
                            Alone.of(statement, script.target()))))
        .toList();
  }
}
