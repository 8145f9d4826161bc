package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change.Validity;
import dev.tiptoe.ddl.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is known of one table. */
public final class Table {

  /** Since when a table is there. */
  public enum Origin {
    /** Made by the statements at hand, so it holds no row that anybody would miss. */
    NEW,
    /** There before, or perhaps: made only if it was not there. */
    EXISTING
  }

  private Origin origin;
  private boolean withoutRows;
  private final SharedMap<Column> columns;

  /**
   * The constraints that prove columns to be not null, by name, and whether the rows were checked.
   */
  private final SharedMap<Proof> proofs;

  private List<Name> primaryKey = List.of();
  private @Nullable Object owner;
  private int generation;

  Table(Origin origin) {
    this(origin, new SharedMap<>(), new SharedMap<>());
    this.withoutRows = origin == Origin.NEW;
  }

  private Table(Origin origin, SharedMap<Column> columns, SharedMap<Proof> proofs) {
    this.origin = origin;
    this.columns = columns;
    this.proofs = proofs;
  }

  Table copy(Object newOwner) {
    Table copy = new Table(origin, columns.copy(), proofs.copy());
    copy.withoutRows = withoutRows;
    copy.primaryKey = primaryKey;
    copy.belongTo(newOwner, generation);
    return copy;
  }

  boolean isOwnedBy(Object who) {
    return owner == who;
  }

  void belongTo(Object newOwner, int newGeneration) {
    owner = newOwner;
    generation = newGeneration;
  }

  int generation() {
    return generation;
  }

  /** What was done before {@code newGeneration} is history. */
  void catchUp(int newGeneration) {
    if (generation != newGeneration) {
      generation = newGeneration;
      origin = Origin.EXISTING;
      withoutRows = false;
      columns.replaceAll(Column::settle);
    }
  }

  public boolean isNew() {
    return origin == Origin.NEW;
  }

  /** Whether it can hold no row now, because it was just made or emptied. */
  public boolean isWithoutRows() {
    return withoutRows;
  }

  public Optional<Column> column(Name name) {
    return columns.get(key(name));
  }

  /** The columns of its primary key; empty if it has none or none is known. */
  public List<Name> primaryKey() {
    return primaryKey;
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

  void identifyBy(List<Name> columnsOfKey) {
    primaryKey = columnsOfKey;
  }

  void put(Name name, Column column) {
    columns.put(key(name), column);
  }

  void remove(Name name) {
    columns.remove(key(name));
    // The server drops a CHECK together with a column that it mentions.
    proofs.removeIf(p -> p.columns().contains(key(name)));
    forgetKeyOver(name);
  }

  private void forgetKeyOver(Name column) {
    if (primaryKey.stream().anyMatch(column::sameLast)) {
      primaryKey = List.of();
    }
  }

  void change(Name name, UnaryOperator<Column> change) {
    Column column = columns.get(key(name)).orElseGet(() -> Column.unknown(name.last()));
    Column changed = change.apply(column);
    if (!changed.equals(column)) {
      columns.put(key(name), changed);
    }
  }

  void rename(Name from, Name to) {
    columns.get(key(from)).ifPresent(c -> columns.rename(key(from), key(to), c.named(to.last())));
    proofs.replaceAll(proof -> proof.renamed(key(from), key(to)));
    forgetKeyOver(from);
  }

  void addProof(Optional<Name> constraint, List<Name> proven, Validity validity) {
    if (!proven.isEmpty()) {
      // A constraint without a name of its author's can be neither validated nor dropped by that
      // name.
      String name = constraint.map(Table::key).orElse("unnamed " + proofs.values().size());
      Set<String> keys = new HashSet<>();
      proven.forEach(c -> keys.add(key(c)));
      proofs.put(name, new Proof(Set.copyOf(keys), validity == Validity.VALIDATED));
    }
  }

  void validate(Name constraint) {
    proofs
        .get(key(constraint))
        .ifPresent(p -> proofs.put(key(constraint), new Proof(p.columns(), true)));
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
