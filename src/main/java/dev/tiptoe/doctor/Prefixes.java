package dev.tiptoe.doctor;

import dev.tiptoe.doctor.Replay.Step;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a file may have come: the numbers of statements after which a database would look as it
 * does.
 */
final class Prefixes {

  /** What one step is the first to tell, all of which must be there if it has run. */
  private static final class FirstWord {
    private int since = Integer.MAX_VALUE;
    private Likeness likeness = Likeness.SAME;
  }

  private final Replay replay;
  private final Sight sight;
  private final BitSet fitting = new BitSet();
  private final Map<Integer, FirstWord> firstWords = new HashMap<>();

  private Prefixes(Replay replay, Sight sight) {
    this.replay = replay;
    this.sight = sight;
  }

  /** From 0, where none has run, to the number of statements. */
  static BitSet of(Replay replay, Sight sight) {
    Prefixes prefixes = new Prefixes(replay, sight);
    prefixes.fitting.set(0, replay.statements() + 1);
    replay.touches().forEach(prefixes::hold);
    prefixes.firstWords.forEach(prefixes::hold);
    return prefixes.fitting;
  }

  private void hold(Facet facet, List<Integer> touches) {
    Optional<Object> expected = replay.before(touches.get(0), facet);
    boolean known = replay.steps().get(touches.get(0)).isOptional();
    int from = 0;
    for (int i = 0; i <= touches.size(); i++) {
      int to = i < touches.size() ? step(touches.get(i)).statement() : replay.statements();
      if (from <= to && sight.compare(facet, expected) == Likeness.DIFFERENT) {
        fitting.clear(from, to + 1);
      }
      if (i < touches.size()) {
        Optional<Object> next = replay.after(touches.get(i), facet);
        if (!known && expected.isEmpty() && next.isPresent()) {
          FirstWord word = firstWords.computeIfAbsent(touches.get(i), s -> new FirstWord());
          word.since = Math.min(word.since, from);
          word.likeness = word.likeness.and(sight.compare(facet, next));
        }
        expected = next;
        known |= next.isPresent();
        from = to + 1;
      }
    }
  }

  /** What nobody knows from before was not yet what the step makes of it, or there were no step. */
  private void hold(int step, FirstWord word) {
    int to = step(step).statement();
    if (word.likeness == Likeness.SAME && word.since <= to) {
      fitting.clear(word.since, to + 1);
    }
  }

  private Step step(int number) {
    return replay.steps().get(number);
  }
}
