package dev.tiptoe.schema;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.Volatility;
import java.util.List;
import java.util.Optional;

/** The known functions and procedures of the user's own. */
record Routines(SharedMap<Routine> byKey) {

  Routines copy() {
    return new Routines(byKey.copy());
  }

  Optional<Routine> get(String key) {
    return byKey.get(key);
  }

  /** Of routines that share a name, any may be the one that is called. */
  void add(String key, Routine routine) {
    byKey.put(key, get(key).map(routine::or).orElse(routine));
  }

  /** What the routines of this name are, in whatever schema. */
  Volatility volatility(String name) {
    return byKey.keys().stream()
        .filter(key -> last(key).equals(name))
        .flatMap(key -> get(key).stream())
        .reduce(Routine::or)
        .map(Routine::volatility)
        .orElse(Volatility.UNKNOWN);
  }

  /** The names of those in whose text all these names occur. */
  List<String> naming(List<Name> names) {
    return byKey.keys().stream()
        .filter(key -> get(key).filter(r -> r.words().hasAll(names)).isPresent())
        .map(Routines::last)
        .toList();
  }

  private static String last(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }
}
