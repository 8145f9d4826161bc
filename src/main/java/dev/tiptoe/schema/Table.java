package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableOptions;
import dev.tiptoe.ddl.TableTrait;
import dev.tiptoe.sql.Dialect;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is known of one table, or of a view, which shares names and indexes with tables. */
public final class Table {

  /** Since when a table is there. */
  public enum Origin {
    /** Made by the statements at hand, so it holds no row that anybody would miss. */
    NEW,
    /** There before, or perhaps: made only if it was not there. */
    EXISTING
  }

  /** What goes by the name. */
  enum Kind {
    TABLE,
    VIEW,
    MATERIALIZED_VIEW
  }

  private final Kind kind;
  private final Keys keys;
  private final SharedMap<Column> columns;
  private Name name;
  private Origin origin;
  private boolean withoutRows;
  private boolean complete;
  private boolean doubted;
  private Set<TableTrait> traits = Set.of();
  private Optional<Name> partitionOf = Optional.empty();
  private TableOptions options = TableOptions.NONE;
  private int layouts;

  /** What stands in the definition of a view. */
  private Words definition = Words.NONE;

  private @Nullable Object owner;
  private Moment asOf = Moment.START;

  Table(Kind kind, Name name, Origin origin, Dialect dialect) {
    this(kind, name, origin, new SharedMap<>(), new Keys(dialect));
    this.withoutRows = origin == Origin.NEW;
  }

  private Table(Kind kind, Name name, Origin origin, SharedMap<Column> columns, Keys keys) {
    this.kind = kind;
    this.name = name;
    this.origin = origin;
    this.columns = columns;
    this.keys = keys;
  }

  Table copy(Object newOwner) {
    Table copy = new Table(kind, name, origin, columns.copy(), keys.copy());
    copy.withoutRows = withoutRows;
    copy.complete = complete;
    copy.doubted = doubted;
    copy.traits = traits;
    copy.partitionOf = partitionOf;
    copy.options = options;
    copy.layouts = layouts;
    copy.definition = definition;
    copy.belongTo(newOwner, asOf);
    return copy;
  }

  boolean isOwnedBy(Object who) {
    return owner == who;
  }

  void belongTo(Object newOwner, Moment since) {
    owner = newOwner;
    asOf = since;
  }

  boolean isUpToDate(Moment now) {
    return asOf.equals(now);
  }

  /** Takes in what happened to all tables since it was last looked at. */
  void catchUp(Moment now) {
    if (asOf.settled() < now.settled()) {
      origin = Origin.EXISTING;
      withoutRows = false;
      columns.replaceAll(Column::settle);
    }
    if (asOf.doubted() < now.doubted()) {
      doubt();
    }
    asOf = now;
  }

  /** Code that is not understood may have changed it. */
  void doubt() {
    withoutRows = false;
    doubted |= complete;
    complete = false;
    columns.replaceAll(Column::doubt);
    keys.forgetProofs();
  }

  /** Its name, with the schema it is in. */
  public Name name() {
    return name;
  }

  public boolean isNew() {
    return origin == Origin.NEW;
  }

  /** Whether it can hold no row now, because it was just made or emptied. */
  public boolean isWithoutRows() {
    return withoutRows;
  }

  /** Whether all its columns, indexes and constraints are known, so that any other is absent. */
  public boolean isComplete() {
    return complete;
  }

  /** Whether it was complete until code ran that is not understood and may have changed it. */
  public boolean isDoubted() {
    return doubted;
  }

  public boolean isPartitioned() {
    return traits.contains(TableTrait.PARTITIONED);
  }

  public boolean isTemporary() {
    return traits.contains(TableTrait.TEMPORARY);
  }

  /** The table it is a partition of. */
  public Optional<Name> partitionOf() {
    return partitionOf;
  }

  /** Engine, character set and collation, as far as statements told them. */
  public TableOptions options() {
    return options;
  }

  /**
   * How many columns were added and dropped since it was made: as many layouts of its rows MySQL
   * may keep side by side, and then it adds no column instantly any more.
   */
  public int layouts() {
    return layouts;
  }

  /** The known columns in their order. */
  public List<Column> columns() {
    return List.copyOf(columns.values());
  }

  public Optional<Column> column(Name column) {
    return columns.get(key(column));
  }

  /** The known indexes, those of keys among them. */
  public List<Index> indexes() {
    return keys.indexes();
  }

  public Optional<Index> index(Name index) {
    return keys.index(index);
  }

  public List<Constraint> constraints() {
    return keys.constraints();
  }

  public Optional<Constraint> constraint(Name constraint) {
    return keys.constraint(constraint);
  }

  public Optional<Constraint> primaryKey() {
    return constraints().stream().filter(c -> c.demand() == Demand.PRIMARY_KEY).findFirst();
  }

  public List<Constraint> foreignKeys() {
    return constraints().stream().filter(c -> c.demand() == Demand.FOREIGN_KEY).toList();
  }

  /** Whether an index finds rows by these columns, whatever else it holds behind them. */
  public boolean hasIndexStartingWith(List<Name> columns) {
    return keys.hasIndexStartingWith(columns);
  }

  /** What keys and constraints demand of the column, besides that it is not null. */
  public Set<Demand> demands(Name column) {
    Set<Demand> demands = EnumSet.noneOf(Demand.class);
    for (Constraint constraint : constraints()) {
      if (constraint.uses(column)
          && constraint.demand() != Demand.NOT_NULL
          && constraint.proven().stream().noneMatch(column::sameLast)) {
        demands.add(constraint.demand());
      }
    }
    for (Index index : indexes()) {
      if (index.kind() == IndexKind.UNIQUE && index.uses(column)) {
        demands.add(Demand.UNIQUE);
      }
    }
    return demands;
  }

  /** Whether a validated constraint proves that the column holds no NULL. */
  public boolean isProvenNotNull(Name column) {
    return keys.prove(column);
  }

  Kind kind() {
    return kind;
  }

  Keys keys() {
    return keys;
  }

  void rename(Name newName) {
    name = newName;
  }

  void complete() {
    complete = true;
  }

  /** There may be more of it than is known. */
  void open() {
    complete = false;
  }

  void setTraits(Set<TableTrait> newTraits) {
    traits = newTraits;
  }

  void setOptions(TableOptions newOptions) {
    options = options.with(newOptions);
  }

  void define(Words newDefinition) {
    definition = newDefinition;
  }

  /** Whether it is a view in whose definition all these names occur. */
  boolean isDefinedBy(List<Name> names) {
    return definition.hasAll(names);
  }

  void partition(Optional<Name> parent) {
    partitionOf = parent;
  }

  void empty() {
    withoutRows = true;
  }

  void load() {
    withoutRows = false;
  }

  void countLayout() {
    layouts++;
  }

  void put(Name column, Column definition) {
    columns.put(key(column), definition);
  }

  void putColumnsOf(Table other) {
    other.columns.keys().forEach(key -> other.columns.get(key).ifPresent(c -> columns.put(key, c)));
  }

  /** Puts a definition in the place of a column. */
  void replace(Name column, Name newName, Column definition) {
    if (columns.get(key(column)).isPresent()) {
      columns.rename(key(column), key(newName), definition);
    } else {
      put(newName, definition);
    }
  }

  /** Moves a column behind another, or to the front. */
  void move(Name column, Optional<String> before) {
    columns.moveBehind(before.map(b -> b.toLowerCase(Locale.ROOT)), key(column));
  }

  void remove(Name column) {
    columns.remove(key(column));
    keys.dropColumn(column);
  }

  void removeIf(Predicate<Column> condition) {
    columns().stream()
        .filter(condition)
        .forEach(c -> remove(new Name("", ColumnReading.bare(c.name()), c.name(), name.span())));
  }

  void change(Name column, UnaryOperator<Column> change) {
    Column old = columns.get(key(column)).orElseGet(() -> Column.unknown(column.last()));
    Column changed = change.apply(old);
    if (!changed.equals(old)) {
      columns.put(key(column), changed);
    }
  }

  void changeAll(UnaryOperator<Column> change) {
    columns.replaceAll(change);
  }

  void rename(Name column, Name newName) {
    columns
        .get(key(column))
        .ifPresent(c -> columns.rename(key(column), key(newName), c.named(newName.last())));
    keys.renameColumn(column, newName);
  }

  private static String key(Name column) {
    return column.name().toLowerCase(Locale.ROOT);
  }
}
