package dev.tiptoe.measure;

import dev.tiptoe.facts.Algorithm;
import java.util.ArrayList;
import java.util.List;

/** A demand on how MySQL and MariaDB carry out a statement, to be put into the statement. */
record AlgorithmClause(Algorithm algorithm, String lock) {

  private static final List<String> LOCKS = List.of("NONE", "SHARED", "EXCLUSIVE");

  /** From the cheapest on, with the weakest lock first; MySQL takes no LOCK beside INSTANT. */
  static final List<AlgorithmClause> ALL = all();

  private static List<AlgorithmClause> all() {
    List<AlgorithmClause> all = new ArrayList<>();
    for (Algorithm algorithm : Algorithm.values()) {
      LOCKS.forEach(lock -> all.add(new AlgorithmClause(algorithm, lock)));
      if (algorithm == Algorithm.INSTANT) {
        all.add(new AlgorithmClause(algorithm, "DEFAULT"));
      }
    }
    return all;
  }

  /** The lock by the name it has in the table. */
  String weakest() {
    return lock.equals("DEFAULT") ? "NONE" : lock;
  }

  boolean forbidsRewrite() {
    return algorithm == Algorithm.INSTANT || algorithm == Algorithm.NOCOPY;
  }

  /** Whether any server takes such a clause for a statement that has none. */
  static boolean fits(String statement) {
    return !ALL.get(0).in(statement).isEmpty();
  }

  /** The spellings of a statement with this clause, of which a server may know one. */
  List<String> in(String statement) {
    String algorithms = "ALGORITHM=" + algorithm;
    String locks = "LOCK=" + lock;
    if (statement.contains("ALGORITHM=")) {
      return List.of();
    }
    if (statement.startsWith("ALTER ") && statement.contains(" TABLE ")) {
      int name = statement.indexOf(" TABLE ") + " TABLE ".length();
      int space = (statement + " ").indexOf(' ', name);
      String head = statement.substring(0, space) + " " + algorithms + ", " + locks;
      String actions = statement.substring(space);
      return List.of(
          head + (actions.isEmpty() ? "" : ",") + actions,
          head + actions,
          statement + ", " + algorithms + ", " + locks);
    }
    return statement.startsWith("CREATE ") && statement.contains(" INDEX ")
            || statement.startsWith("DROP INDEX ")
        ? List.of(statement + " " + algorithms + " " + locks)
        : List.of();
  }
}
