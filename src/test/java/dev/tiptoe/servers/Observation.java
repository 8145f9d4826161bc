package dev.tiptoe.servers;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * What one statement did to the tables that were there before.
 *
 * @param result success, or the error
 * @param alone whether it refused to run in a transaction and therefore ran by itself
 * @param algorithm the cheapest that MySQL or MariaDB accepted; empty if it takes none
 * @param locks what it took, by table; the weakest that were accepted on MySQL and MariaDB
 * @param held what earlier statements of the same transaction took and it ran under, by table
 * @param rewrites the tables that were written anew
 * @param scans the tables that were read from end to end
 * @param rebuilds the indexes that were written anew although their table was not
 * @param changedRows how many rows an UPDATE or DELETE changed
 * @param transaction equal for statements that commit together
 */
public record Observation(
    ScriptResult result,
    boolean alone,
    String algorithm,
    SortedMap<String, String> locks,
    SortedMap<String, String> held,
    SortedSet<String> rewrites,
    SortedSet<String> scans,
    SortedSet<String> rebuilds,
    long changedRows,
    int transaction) {

  private static final Set<String> BLOCK_WRITES =
      Set.of("SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE", "SHARED");

  /** A statement that did nothing to those tables. */
  static Observation nothing(int transaction) {
    return without(ScriptResult.SUCCESS, transaction);
  }

  static Observation failed(SQLException error, int transaction) {
    return without(new ScriptResult(error, 0), transaction);
  }

  private static Observation without(ScriptResult result, int transaction) {
    return new Observation(
        result,
        false,
        "",
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        0,
        transaction);
  }

  /** Tells whether it ran to its end. */
  public boolean passed() {
    return result.succeeded();
  }

  /** Returns the error's SQLState (PostgreSQL) or number (MySQL, MariaDB); empty if it passed. */
  public String failure() {
    return result.vendorCode() == 0 ? result.sqlState() : Integer.toString(result.vendorCode());
  }

  /** Returns the tables whose writers wait until its transaction ends. */
  public Set<String> blockedTables() {
    List<Map.Entry<String, String>> all = new ArrayList<>(locks.entrySet());
    all.addAll(held.entrySet());
    return all.stream()
        .filter(lock -> BLOCK_WRITES.contains(lock.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Tells whether it did work that takes longer the more rows there are. */
  public boolean growsWithRows() {
    return algorithm.equals("COPY")
        || !rewrites.isEmpty()
        || !scans.isEmpty()
        || !rebuilds.isEmpty()
        || changedRows > 0;
  }

  /** The words of the table of measured operations; empty if there is nothing to say. */
  @Override
  public String toString() {
    if (!passed()) {
      return "fails " + failure();
    }
    List<String> clauses = new ArrayList<>();
    if (alone) {
      clauses.add("runs alone");
    }
    if (!algorithm.isEmpty()) {
      clauses.add("algorithm " + algorithm);
    }
    add(clauses, "locks", words(locks));
    if (growsWithRows()) {
      add(clauses, "holds", words(held));
    }
    add(clauses, "rewrites", rewrites);
    add(clauses, "scans", scans);
    add(clauses, "rebuilds", rebuilds);
    if (changedRows > 0) {
      clauses.add("changes " + changedRows + (changedRows == 1 ? " row" : " rows"));
    }
    return String.join("; ", clauses);
  }

  private static void add(List<String> clauses, String verb, Collection<String> what) {
    if (!what.isEmpty()) {
      clauses.add(verb + " " + String.join(", ", what));
    }
  }

  private static List<String> words(SortedMap<String, String> locks) {
    return locks.entrySet().stream().map(l -> l.getKey() + " " + l.getValue()).toList();
  }
}
