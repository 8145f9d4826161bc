package dev.tiptoe.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one server was measured to do with one operation on a table with rows.
 *
 * @param error the SQLSTATE of PostgreSQL or the error number of MySQL and MariaDB
 * @param onRowsOnly whether the error comes only where there are rows
 * @param runsAlone whether PostgreSQL refuses it within a transaction
 * @param algorithm the cheapest that MySQL and MariaDB accept
 * @param locks the strongest lock on each table; of MySQL and MariaDB the weakest accepted
 * @param rewritten the tables of which every row was written anew
 * @param scanned the tables that were read from end to end
 * @param rebuilt the indexes that were built anew while their table was not
 * @param waitsFor the least that makes a statement which runs alone wait: readers, writers or
 *     snapshots
 * @param keepsTransaction whether MySQL and MariaDB do not commit before it
 * @param given what rows or columns had afterwards
 */
public record Effect(
    String table,
    Optional<String> error,
    boolean onRowsOnly,
    boolean runsAlone,
    Optional<Algorithm> algorithm,
    Map<String, Lock> locks,
    List<String> rewritten,
    List<String> scanned,
    List<String> rebuilt,
    Optional<String> waitsFor,
    boolean keepsTransaction,
    Optional<String> given) {

  public Effect {
    locks = Map.copyOf(locks);
    rewritten = List.copyOf(rewritten);
    scanned = List.copyOf(scanned);
    rebuilt = List.copyOf(rebuilt);
  }

  /** What is certain of a server between two others: what both do, or that it may pass. */
  static Optional<Effect> between(Optional<Effect> before, Optional<Effect> after) {
    return before.equals(after) ? before : before.or(() -> after).map(e -> e.between(after));
  }

  private Effect between(Optional<Effect> after) {
    Optional<String> errors =
        after
            .flatMap(Effect::error)
            .flatMap(its -> error.map(own -> own.equals(its) ? own : own + " or " + its));
    return new Effect(
        table,
        errors,
        onRowsOnly,
        false,
        Optional.empty(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        false,
        given.filter(own -> after.flatMap(Effect::given).filter(own::equals).isPresent()));
  }

  public boolean fails() {
    return error.isPresent();
  }

  /** The strongest lock on the table that the operation is about. */
  public Lock lock() {
    return locks.getOrDefault(table, Lock.NONE);
  }

  public boolean blocksReads() {
    return lock().blocksReads();
  }

  public boolean blocksWrites() {
    return lock().blocksWrites();
  }

  public boolean rewrites() {
    return rewritten.contains(table);
  }

  public boolean scans() {
    return scanned.contains(table);
  }

  /** Whether it takes the longer, the more rows there are. */
  public boolean isLong() {
    return !rewritten.isEmpty() || !scanned.isEmpty() || !rebuilt.isEmpty() || copiesOrBuilds();
  }

  private boolean copiesOrBuilds() {
    return algorithm
        .filter(a -> a == Algorithm.COPY || (a != Algorithm.INSTANT && blocksWrites()))
        .isPresent();
  }

  /** Whether others wait for as long as it takes to go through all rows. */
  public boolean isLongAndBlocks() {
    return isLong() && blocksWrites();
  }

  /**
   * What happens, as a clause that follows the server's name: {@code reads the whole table while
   * ...}.
   */
  public String text() {
    return EffectText.of(this);
  }
}
