package dev.tiptoe.doctor.effects;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Course;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.text.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A file run in mind: what a database holds is taken back to before the file, and the file's
 * changes are followed one by one from there.
 *
 * @param statements how many statements the file has
 * @param states what is known before the first step and after each
 */
record Rehearsal(int statements, List<Played> steps, List<Catalog> states) {

  /**
   * One change of the file.
   *
   * @param statement the place of its statement, counted from 0
   * @param touched what is not the same before and after it
   * @param said what it says anew, whatever that was before
   */
  record Played(int statement, Change change, Course course, Set<Facet> touched, Set<Facet> said) {

    /** Whether all may have been so before as it is after. */
    boolean isOptional() {
      return course != Course.ALWAYS
          || repeats()
          || (change instanceof Change.MakesOrDrops either
              && either.existence() == Existence.TOLERANT);
    }

    /** Whether it is often written though all is so already, of which no server complains. */
    boolean repeats() {
      return change instanceof ColumnChange.DropDefault
          || change instanceof ColumnChange.DropNotNull
          || (change instanceof ColumnChange.RedefineColumn redefine
              && redefine.column().sameLast(redefine.definition().name()));
    }

    /** Whether what is there gets another name. */
    boolean renames() {
      return change instanceof ColumnChange.RenameColumn
          || change instanceof TableChange.RenameTable
          || change instanceof TableChange.MoveTable;
    }
  }

  private record Move(int statement, Change change, Course course) {}

  static Rehearsal of(SourceFile file, List<Statement> statements, Catalog live) {
    List<Move> moves =
        IntStream.range(0, statements.size())
            .boxed()
            .flatMap(i -> moves(i, statements.get(i)))
            .toList();
    Catalog now = live.copy();
    for (int i = moves.size() - 1; i >= 0; i--) {
      if (moves.get(i).course() != Course.PERHAPS) {
        Inverse.of(moves.get(i).change(), now).forEach(c -> now.apply(c, Course.ALWAYS, file));
      }
    }
    Facets facets = new Facets(live);
    List<Played> steps = new ArrayList<>();
    List<Catalog> states = new ArrayList<>(List.of(now));
    for (Move move : moves) {
      Catalog before = states.get(states.size() - 1);
      Catalog after = before.copy();
      after.apply(move.change(), move.course(), file);
      steps.add(
          new Played(
              move.statement(),
              move.change(),
              move.course(),
              facets.touched(move.change(), before, after),
              facets.said(move.change(), before)));
      states.add(after);
    }
    return new Rehearsal(statements.size(), steps, states);
  }

  private static Stream<Move> moves(int place, Statement statement) {
    return Stream.concat(Stream.of(statement), statement.runs().stream())
        .flatMap(s -> s.changes().stream().map(c -> new Move(place, c, s.course())));
  }

  /** The steps that touch each facet, in their order; what becomes of a table touches all of it. */
  Map<Facet, NavigableSet<Integer>> touches() {
    Map<Facet, NavigableSet<Integer>> touches = new LinkedHashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      for (Facet facet : steps.get(i).touched()) {
        touches.computeIfAbsent(facet, f -> new TreeSet<>()).add(i);
      }
    }
    touches.forEach(
        (facet, own) -> own.addAll(touches.getOrDefault(facet.table(), new TreeSet<>())));
    return touches;
  }

  /** What a facet is after a step; empty if nobody can tell. */
  Optional<Object> after(int number, Facet facet) {
    Played step = steps.get(number);
    boolean keepsWhatIsThere = step.isOptional() && !step.repeats() && !facet.kind().isPresence();
    return keepsWhatIsThere || step.course() == Course.PERHAPS
        ? Optional.empty()
        : facet.in(states.get(number + 1));
  }

  /** What a facet was before its first step; empty if nobody can tell. */
  Optional<Object> before(int number, Facet facet) {
    Played step = steps.get(number);
    if (step.isOptional()) {
      return Optional.empty();
    }
    if (step.said().contains(facet)) {
      return step.change() instanceof IndexChange.DropIndex ? Optional.of(true) : Optional.empty();
    }
    // How a thing was described is known from the database alone, be it of before or of after.
    return facet.kind().isPresence() ? facet.in(states.get(number)) : Optional.empty();
  }

  /** The catalog when all has run. */
  Catalog end() {
    return states.get(states.size() - 1);
  }
}
