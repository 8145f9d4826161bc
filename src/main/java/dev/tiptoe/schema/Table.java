package dev.tiptoe.schema;

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
  private final Map<String, List<Name>> pendingProofs = new HashMap<>();
  private final Set<String> proven = new HashSet<>();

  Table(Origin origin) {
    this.origin = origin;
    this.withoutRows = origin == Origin.NEW;
  }

  Table copy() {
    Table copy = new Table(origin);
    copy.withoutRows = withoutRows;
    copy.columns.putAll(columns);
    copy.pendingProofs.putAll(pendingProofs);
    copy.proven.addAll(proven);
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
    return proven.contains(key(column));
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
    proven.remove(key(name));
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
    if (proven.remove(key(from))) {
      proven.add(key(to));
    }
  }

  void addProof(Optional<Name> constraint, List<Name> columnsProven, boolean notValid) {
    if (!notValid) {
      columnsProven.forEach(c -> proven.add(key(c)));
    } else {
      constraint.ifPresent(n -> pendingProofs.put(key(n), columnsProven));
    }
  }

  void validate(Name constraint) {
    List<Name> now = pendingProofs.remove(key(constraint));
    if (now != null) {
      now.forEach(c -> proven.add(key(c)));
    }
  }

  private static String key(Name name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
