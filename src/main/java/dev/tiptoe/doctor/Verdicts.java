package dev.tiptoe.doctor;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.ObjectChange;
import dev.tiptoe.ddl.SessionChange;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.doctor.Rehearsal.Played;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What is said of each statement, and of all of them. */
final class Verdicts {

  private final Rehearsal rehearsal;
  private final Sight sight;

  Verdicts(Rehearsal rehearsal, Sight sight) {
    this.rehearsal = rehearsal;
    this.sight = sight;
  }

  /** How each statement fared if the file came as far as one of these. */
  List<Presence> after(BitSet prefixes) {
    int least = prefixes.nextSetBit(0);
    int most = prefixes.length() - 1;
    List<Presence> presences = new ArrayList<>();
    for (int i = 0; i < rehearsal.statements(); i++) {
      if (i < least) {
        presences.add(Presence.DONE);
      } else if (i >= most) {
        presences.add(Presence.NOT_DONE);
      } else {
        presences.add(isNeedless(i) ? Presence.DONE : Presence.UNKNOWN);
      }
    }
    return begun(presences);
  }

  /** What each statement's own traces say, where statements did not run in their order. */
  List<Presence> oneByOne() {
    Presence[] presences = new Presence[rehearsal.statements()];
    Set<Facet> overwritten = new HashSet<>();
    for (int i = presences.length - 1; i >= 0; i--) {
      Map<Facet, Likeness> traces = traces(i);
      presences[i] = verdict(traces, overwritten);
      if (presences[i] == Presence.DONE) {
        overwritten.addAll(traces.keySet());
      }
    }
    return begun(new ArrayList<>(List.of(presences)));
  }

  private static Presence verdict(Map<Facet, Likeness> traces, Set<Facet> overwritten) {
    if (traces.isEmpty()) {
      return Presence.UNKNOWN;
    }
    Set<Likeness> seen = EnumSet.noneOf(Likeness.class);
    traces.forEach(
        (facet, likeness) -> {
          if (!overwritten.contains(facet)) {
            seen.add(likeness);
          }
        });
    if (!seen.contains(Likeness.DIFFERENT)) {
      return seen.isEmpty() || seen.contains(Likeness.SAME) ? Presence.DONE : Presence.UNKNOWN;
    }
    return seen.contains(Likeness.SAME) ? Presence.PARTLY : Presence.NOT_DONE;
  }

  /** What each trace of a statement looks like now. */
  private Map<Facet, Likeness> traces(int statement) {
    Map<Facet, Likeness> traces = new LinkedHashMap<>();
    for (int i = 0; i < rehearsal.steps().size(); i++) {
      if (rehearsal.steps().get(i).statement() == statement) {
        for (Facet facet : rehearsal.steps().get(i).touched()) {
          traces.put(facet, sight.compare(facet, rehearsal.after(i, facet)));
        }
      }
    }
    return traces;
  }

  /** Whether all that it would make is there already, which it takes for no error. */
  private boolean isNeedless(int statement) {
    Map<Facet, Likeness> traces = traces(statement);
    List<Played> steps = steps(statement);
    return !traces.isEmpty()
        && steps.stream().allMatch(Played::isOptional)
        && !traces.containsValue(Likeness.DIFFERENT)
        && traces.containsValue(Likeness.SAME)
        && !(steps.stream().anyMatch(Played::repeats) && traces.containsValue(Likeness.UNCLEAR));
  }

  /** The last statement about an index that is there, but invalid, began and did not finish. */
  private List<Presence> begun(List<Presence> presences) {
    Map<Facet, Integer> last = new HashMap<>();
    for (Played step : rehearsal.steps()) {
      step.touched().stream()
          .filter(sight::isInvalid)
          .forEach(facet -> last.put(facet, step.statement()));
    }
    last.values().forEach(statement -> presences.set(statement, Presence.PARTLY));
    return presences;
  }

  Extent extent(List<Presence> presences) {
    List<Presence> telling =
        IntStream.range(0, presences.size())
            .filter(i -> !isTraceless(i) && !(presences.get(i) == Presence.DONE && isNeedless(i)))
            .mapToObj(presences::get)
            .toList();
    if (telling.isEmpty()) {
      return presences.contains(Presence.DONE) ? Extent.ALL : Extent.UNKNOWN;
    }
    if (telling.stream().allMatch(p -> p == Presence.UNKNOWN)) {
      return Extent.UNKNOWN;
    }
    int lastDone = telling.lastIndexOf(Presence.DONE);
    int firstMissing = telling.indexOf(Presence.NOT_DONE);
    if (lastDone == telling.size() - 1 && firstMissing < 0 && !telling.contains(Presence.PARTLY)) {
      return Extent.ALL;
    }
    return lastDone < 0 && firstMissing == 0 && !telling.contains(Presence.PARTLY)
        ? Extent.NOTHING
        : Extent.SOME;
  }

  /** Whether nobody could see that it has run: it is of the session, or may find what it makes. */
  private boolean isTraceless(int statement) {
    return steps(statement).stream().map(Played::change).allMatch(Verdicts::isTraceless);
  }

  private static boolean isTraceless(Change change) {
    return (change instanceof ObjectChange.CreateSchema schema
            && schema.existence() == Change.Existence.TOLERANT)
        || change instanceof SessionChange.Transaction
        || change instanceof SessionChange.SetVariable
        || change instanceof SessionChange.UseDatabase
        || change instanceof TableChange.ExecutionOption;
  }

  private List<Played> steps(int statement) {
    return rehearsal.steps().stream().filter(s -> s.statement() == statement).toList();
  }
}
