package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change.Validity;
import dev.tiptoe.ddl.Name;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What is known of one table. */
public final class Table {

  /** Since when a table is there. */
  public enum Origin {
    /** Made by the statements at hand, so it holds no row that anybody would miss. */
    NEW,
    /** There before, or perhaps: made only if it was not there. */
    EXISTING
  }

  private final Origin origin;
  private boolean withoutRows;
  private final Map<String, Column> columns = new HashMap<>();

  /**
   * The constraints that prove columns to be not null, by name, and whether the rows were checked.
   */
  private final Map<String, Proof> proofs = new HashMap<>();

  Table(Origin origin) {
    this.origin = origin;
    this.withoutRows = origin == Origin.NEW;
  }

  Table copy() {
    Table copy = new Table(origin);
    copy.withoutRows = withoutRows;
    copy.columns.putAll(columns);
    copy.proofs.putAll(proofs);
    return copy;
  }

  Table settled() {
    Table copy = new Table(Origin.EXISTING);
    copy.columns.putAll(columns);
    copy.proofs.putAll(proofs);
    return copy;
  }

  public boolean isNew() {
    return origin == Origin.NEW;
  }

  /** Whether it can hold no row now, because it was just made or emptied. */
  public boolean isWithoutRows() {
    return withoutRows;
  }

  public Optional<Column> column(Name name) {
    return Optional.ofNullable(columns.get(key(name)));
  }

  /** Whether a validated constraint proves that the column holds no NULL. */
  public boolean isProvenNotNull(Name column) {
    return proofs.values().stream()
        .anyMatch(p -> p.validated() && p.columns().contains(key(column)));
  }

  void empty() {
    withoutRows = true;
  }

  void load() {
    withoutRows = false;
  }

  void put(Name name, Column column) {
    columns.put(key(name), column);
  }

  void remove(Name name) {
    columns.remove(key(name));
    // The server drops a CHECK together with a column that it mentions.
    proofs.values().removeIf(p -> p.columns().contains(key(name)));
  }

  void change(Name name, UnaryOperator<Column> change) {
    columns.compute(
        key(name),
        (k, column) -> change.apply(column == null ? Column.unknown(name.last()) : column));
  }

  void rename(Name from, Name to) {
    Column column = columns.remove(key(from));
    if (column != null) {
      put(to, column.named(to.last()));
    }
    proofs.replaceAll((constraint, proof) -> proof.renamed(key(from), key(to)));
  }

  void addProof(Optional<Name> constraint, List<Name> proven, Validity validity) {
    if (!proven.isEmpty()) {
      // A constraint without a name of its author's can be neither validated nor dropped by that
      // name.
      String name = constraint.map(Table::key).orElse("unnamed " + proofs.size());
      Set<String> keys = new HashSet<>();
      proven.forEach(c -> keys.add(key(c)));
      proofs.put(name, new Proof(Set.copyOf(keys), validity == Validity.VALIDATED));
    }
  }

  void validate(Name constraint) {
    proofs.computeIfPresent(key(constraint), (name, proof) -> new Proof(proof.columns(), true));
  }

  void dropConstraint(Name constraint) {
    proofs.remove(key(constraint));
  }

  /** A constraint that allows no NULL in these columns. */
  private record Proof(Set<String> columns, boolean validated) {
    Proof renamed(String from, String to) {
      if (!columns.contains(from)) {
        return this;
      }
      Set<String> renamed = new HashSet<>(columns);
      renamed.remove(from);
      renamed.add(to);
      return new Proof(Set.copyOf(renamed), validated);
    }
  }

  private static String key(Name name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
