package dev.tiptoe.doctor;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Course;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.text.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A file run in mind: what a database holds is taken back to before the file, and the file's
 * changes are followed one by one from there.
 *
 * @param statements how many statements the file has
 * @param states what is known before the first step and after each
 */
record Replay(int statements, List<Step> steps, List<Catalog> states) {

  /**
   * One change of the file.
   *
   * @param statement the place of its statement, counted from 0
   * @param touched what is not the same before and after it
   * @param said what it says anew, whatever that was before
   */
  record Step(int statement, Change change, Course course, Set<Facet> touched, Set<Facet> said) {

    /** Whether what it makes may have been there before, or what it drops may not. */
    boolean isOptional() {
      return course != Course.ALWAYS
          || (change instanceof Change.MakesOrDrops either
              && either.existence() == Existence.TOLERANT);
    }
  }

  private record Move(int statement, Change change, Course course) {}

  static Replay of(SourceFile file, List<Statement> statements, Catalog live) {
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
    Facets facets = new Facets(live.target().dialect());
    List<Step> steps = new ArrayList<>();
    List<Catalog> states = new ArrayList<>(List.of(now));
    for (Move move : moves) {
      Catalog before = states.get(states.size() - 1);
      Catalog after = before.copy();
      after.apply(move.change(), move.course(), file);
      steps.add(
          new Step(
              move.statement(),
              move.change(),
              move.course(),
              facets.touched(move.change(), before, after),
              facets.said(move.change(), after)));
      states.add(after);
    }
    return new Replay(statements.size(), steps, states);
  }

  private static Stream<Move> moves(int place, Statement statement) {
    return Stream.concat(Stream.of(statement), statement.runs().stream())
        .flatMap(s -> s.changes().stream().map(c -> new Move(place, c, s.course())));
  }

  /** The steps that touch each facet, in their order. */
  Map<Facet, List<Integer>> touches() {
    Map<Facet, List<Integer>> touches = new LinkedHashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      for (Facet facet : steps.get(i).touched()) {
        touches.computeIfAbsent(facet, f -> new ArrayList<>()).add(i);
      }
    }
    return touches;
  }

  /** What a facet is after a step; empty if nobody can tell. */
  Optional<Object> after(int step, Facet facet) {
    return steps.get(step).course() == Course.PERHAPS
        ? Optional.empty()
        : facet.in(states.get(step + 1));
  }

  /** What a facet was before its first step; empty if nobody can tell. */
  Optional<Object> before(int step, Facet facet) {
    if (steps.get(step).isOptional()) {
      return Optional.empty();
    }
    if (steps.get(step).said().contains(facet)) {
      return facet.kind() == Facet.Kind.INDEX ? Optional.of(true) : Optional.empty();
    }
    return facet.in(states.get(step));
  }

  /** The catalog when all has run. */
  Catalog end() {
    return states.get(states.size() - 1);
  }
}
