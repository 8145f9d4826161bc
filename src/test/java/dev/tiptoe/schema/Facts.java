package dev.tiptoe.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is said of a schema, in words that a catalogue and a server share.
 *
 * @param things what is said of each table, view or type, by aspect
 * @param open the things of which there may be more than is said
 */
record Facts(SortedMap<String, SortedMap<String, String>> things, Set<String> open) {

  /** What a catalogue answers where it does not know. */
  static final String UNKNOWN = "?";

  Facts() {
    this(new TreeMap<>(), new TreeSet<>());
  }

  void add(String thing, String aspect, String value) {
    SortedMap<String, String> aspects = things.computeIfAbsent(thing, t -> new TreeMap<>());
    if (!aspect.isEmpty()) {
      aspects.put(aspect, value);
    }
  }

  /** How many aspects of some kind there are. */
  long count(String kind) {
    return things.values().stream()
        .flatMap(aspects -> aspects.keySet().stream())
        .filter(aspect -> aspect.startsWith(kind))
        .count();
  }

  /** Where this, which is what a catalogue says, is not what the server says. */
  List<String> difference(Facts server) {
    Set<String> all = new TreeSet<>(things.keySet());
    all.addAll(server.things.keySet());
    List<String> differences = new ArrayList<>();
    for (String thing : all) {
      if (!server.things.containsKey(thing)) {
        // Of what was altered but never made nobody knows that it is no sequence.
        if (!open.contains(thing) || !things.get(thing).isEmpty()) {
          differences.add(thing + " is not there");
        }
      } else if (!things.containsKey(thing)) {
        // Code that is not understood may have changed an enum, which is forgotten then.
        if (!thing.startsWith("enum ")) {
          differences.add(thing + " is there and not known");
        }
      } else {
        compare(thing, things.get(thing), server.things.get(thing), differences);
      }
    }
    return differences;
  }

  /** Two values of which one is only known not to be absent. */
  private static boolean areSome(String here, String there) {
    List<String> both = List.of(here, there);
    return both.contains("some") && !both.contains("none") && !both.contains("nothing");
  }

  private void compare(
      String thing, Map<String, String> known, Map<String, String> real, List<String> differences) {
    Set<String> aspects = new TreeSet<>(known.keySet());
    if (!open.contains(thing)) {
      aspects.addAll(real.keySet());
    }
    for (String aspect : aspects) {
      String here = known.getOrDefault(aspect, "nothing");
      String there = real.getOrDefault(aspect, "nothing");
      if (!here.equals(UNKNOWN) && !here.equals(there) && !areSome(here, there)) {
        differences.add(thing + ", " + aspect + ": known as " + here + ", is " + there);
      }
    }
  }
}
