package dev.tiptoe.doctor.effects;

import dev.tiptoe.doctor.effects.Rehearsal.Played;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * How far a file may have come: the numbers of statements after which a database would look as it
 * does.
 */
final class Prefixes {

  /** What a statement is the first to tell, as far as it would be odd if it were so before. */
  private static final class FirstWord {
    private int from = Integer.MAX_VALUE;
    private Likeness likeness = Likeness.SAME;
  }

  private final Rehearsal rehearsal;
  private final Sight sight;
  private final BitSet fitting = new BitSet();
  private final Map<Integer, FirstWord> firstWords = new HashMap<>();

  private Prefixes(Rehearsal rehearsal, Sight sight) {
    this.rehearsal = rehearsal;
    this.sight = sight;
    fitting.set(0, rehearsal.statements() + 1);
  }

  /** From 0, where none has run, to the number of statements; none if nothing fits. */
  static BitSet of(Rehearsal rehearsal, Sight sight) {
    Prefixes prefixes = new Prefixes(rehearsal, sight);
    rehearsal.touches().forEach(prefixes::hold);
    prefixes.firstWords.forEach(prefixes::hold);
    return prefixes.fitting;
  }

  /** Between two steps that touch a facet it has to be as the first of them leaves it. */
  private void hold(Facet facet, NavigableSet<Integer> touches) {
    Optional<Object> expected = rehearsal.before(touches.first(), facet);
    boolean told = expected.isPresent() || step(touches.first()).isOptional();
    int from = 0;
    for (int touch : touches) {
      int to = step(touch).statement();
      ruleOut(from, to, sight.compare(facet, expected) == Likeness.DIFFERENT);
      expected = rehearsal.after(touch, facet);
      if (!told && expected.isPresent()) {
        told = true;
        hear(touch, from, facet, expected);
      }
      from = to + 1;
    }
    ruleOut(from, rehearsal.statements(), sight.compare(facet, expected) == Likeness.DIFFERENT);
  }

  private void hear(int touch, int from, Facet facet, Optional<Object> expected) {
    if (facet.kind().isWorthChanging() && !step(touch).renames()) {
      FirstWord word = firstWords.computeIfAbsent(step(touch).statement(), s -> new FirstWord());
      word.from = Math.min(word.from, from);
      word.likeness = word.likeness.and(sight.compare(facet, expected));
    }
  }

  /** If all were so before already, nobody would have written the statement. */
  private void hold(int statement, FirstWord word) {
    ruleOut(word.from, statement, word.likeness == Likeness.SAME);
  }

  private void ruleOut(int from, int to, boolean condition) {
    if (condition && from <= to) {
      fitting.clear(from, to + 1);
    }
  }

  private Played step(int number) {
    return rehearsal.steps().get(number);
  }
}
