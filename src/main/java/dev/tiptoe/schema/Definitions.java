package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.Reference;
import dev.tiptoe.ddl.Volatility;
import dev.tiptoe.schema.Table.Origin;
import dev.tiptoe.sql.Target;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a catalog holds: tables and types by their names, and the session. A copy shares the tables;
 * one is copied when it is first changed by who does not own it.
 */
final class Definitions {

  /** The schema of temporary tables, which is looked into before any other. */
  static final String TEMPORARY = "pg_temp";

  private final Target target;
  private final BucketMap<Table> tables;
  private final TablesByWord byWord;

  /** The keys of tables that may have changed since they were listed by their words. */
  private final Set<String> unlisted = new HashSet<>();

  private final SharedMap<Type> types;
  private final Routines routines;

  /** The schemas that were made, and how often it had settled by then. */
  private final SharedMap<Integer> schemas;

  private Session session;

  /** Who may change a table in place. Copying gives both sides a new one. */
  private Object owner = new Object();

  private Moment now;

  Definitions(Target target) {
    this.target = target;
    this.session = new Session(target);
    this.tables = new BucketMap<>();
    this.byWord = new TablesByWord();
    this.types = new SharedMap<>();
    this.routines = new Routines(new SharedMap<>());
    this.schemas = new SharedMap<>();
    this.now = Moment.START;
  }

  private Definitions(Definitions other) {
    this.target = other.target;
    this.session = other.session.copy();
    this.tables = other.tables.copy();
    this.byWord = other.byWord.copy();
    this.unlisted.addAll(other.unlisted);
    this.types = other.types.copy();
    this.routines = other.routines.copy();
    this.schemas = other.schemas.copy();
    this.now = other.now;
  }

  Definitions copy() {
    owner = new Object();
    return new Definitions(this);
  }

  Target target() {
    return target;
  }

  Session session() {
    return session;
  }

  void settle() {
    now = now.settle();
  }

  /** Settings start anew, and temporary tables are gone. */
  void newConnection() {
    session = new Session(target);
    of(TEMPORARY).stream()
        .filter(Table::isTemporary)
        .forEach(t -> tables.remove(exactKey(t.name())));
  }

  List<Table> tables() {
    return tables.find(t -> true).stream().map(this::current).toList();
  }

  Optional<Table> table(Name name) {
    return tables.get(key(name)).map(this::current);
  }

  private Table current(Table table) {
    return table.isUpToDate(now) ? table : edit(exactKey(table.name()), table);
  }

  /** The table, to be changed; one that nobody has made here was there before. */
  Table edit(Name name) {
    String key = key(name);
    return tables
        .get(key)
        .map(t -> edit(key, t))
        .orElseGet(() -> create(Table.Kind.TABLE, resolve(name), Origin.EXISTING));
  }

  private Table edit(String key, Table table) {
    Table own = table;
    if (!table.isOwnedBy(owner)) {
      own = table.copy(owner);
      tables.put(key, own);
    }
    own.catchUp(now);
    unlisted.add(key);
    return own;
  }

  /** Takes in a table made just now, instead of any other of its name; the name has its schema. */
  Table create(Table.Kind kind, Name name, Origin origin) {
    Table table = new Table(kind, name, origin, target.dialect());
    table.belongTo(owner, now);
    tables.put(exactKey(name), table);
    unlisted.add(exactKey(name));
    return table;
  }

  void rename(Name name, Name newName) {
    Name from = resolve(name);
    Table table = edit(from);
    tables.remove(exactKey(from));
    tables.put(exactKey(newName), table);
    unlisted.add(exactKey(newName));
    table.rename(newName);
    editEach(pointingTo(from), t -> t.keys().renameReferences(from, newName));
  }

  void remove(Name name) {
    tables.remove(key(name));
  }

  void addSchema(Name schema) {
    schemas.put(folded(schema.name()), now.settled());
  }

  boolean isNewSchema(Name schema) {
    return schemas.get(folded(schema.name())).filter(g -> g == now.settled()).isPresent();
  }

  void removeSchema(Name schema) {
    tables.removeIf(t -> isIn(schema, t.name()));
    types.removeIf(t -> isIn(schema, t.name()));
    editEach(
        t -> t.keys().pointInto(n -> isIn(schema, n)),
        t -> t.keys().dropReferences(r -> isIn(schema, r.table())));
    schemas.remove(folded(schema.name()));
  }

  List<Type> types() {
    return List.copyOf(types.values());
  }

  Optional<Type> type(Name name) {
    return types.get(typeKey(name));
  }

  /** The type of this name, in whatever schema. */
  Optional<Type> type(String name) {
    return types.values().stream().filter(t -> t.name().name().equalsIgnoreCase(name)).findFirst();
  }

  boolean isNewType(Name name) {
    return type(name).filter(t -> t.generation() == now.settled()).isPresent();
  }

  void addType(Name name, List<String> values, Optional<Catalog.Domain> domain) {
    Name made = made(name);
    types.put(exactTypeKey(made), new Type(made, values, domain, now.settled()));
  }

  void changeType(Name name, UnaryOperator<Type> change) {
    type(name).ifPresent(t -> types.put(typeKey(name), change.apply(t)));
  }

  void renameType(Name name, Name newName) {
    Optional<Type> type = type(name);
    types.remove(typeKey(name));
    type.ifPresent(t -> types.put(exactTypeKey(newName), t.named(newName)));
    editEach(
        t -> t.columns().stream().anyMatch(c -> c.isOf(name)),
        t -> t.changeAll(c -> c.isOf(name) ? c.ofRenamed(newName) : c));
  }

  void removeType(Name name) {
    types.remove(typeKey(name));
  }

  private String typeKey(Name name) {
    return exactTypeKey(resolve(name, n -> types.get(exactTypeKey(n)).isPresent()));
  }

  private String exactTypeKey(Name name) {
    return exactKey(name).toLowerCase(Locale.ROOT);
  }

  Optional<Routine> routine(Name name) {
    return routines.get(typeKey(name));
  }

  void addRoutine(Name name, Routine routine) {
    routines.add(typeKey(name), routine);
  }

  Volatility volatility(String routine) {
    return routines.volatility(routine);
  }

  List<String> routinesNaming(List<Name> names) {
    return routines.naming(names);
  }

  List<Name> viewsNaming(List<Name> names) {
    return tables.find(t -> t.isDefinedBy(names)).stream().map(Table::name).toList();
  }

  /** The foreign keys of other tables that point to this one. */
  List<ForeignKey> foreignKeysTo(Name table) {
    Name to = resolve(table);
    return pointingTo(to).stream()
        .filter(t -> !exactKey(t.name()).equals(exactKey(to)))
        .flatMap(
            t ->
                t.foreignKeys().stream()
                    .filter(k -> k.pointsTo(to))
                    .map(k -> new ForeignKey(t.name(), k)))
        .toList();
  }

  List<Name> tablesIn(Name schema) {
    return tables.find(t -> isIn(schema, t.name())).stream().map(Table::name).toList();
  }

  private boolean isIn(Name schema, Name table) {
    return folded(table.schema()).equals(folded(schema.name()));
  }

  /** The table that the index is on; it is looked for in the schema that its name means. */
  Optional<Table> indexOwner(Name index) {
    Name name = resolve(index, n -> !ownersOf(n).isEmpty());
    return ownersOf(name).stream().findFirst().map(this::current);
  }

  private List<Table> ownersOf(Name index) {
    String schema = folded(index.schema());
    return of(index.name()).stream()
        .filter(t -> folded(t.name().schema()).equals(schema) && t.index(index).isPresent())
        .toList();
  }

  /** Changes each table of this kind; the others are not even copied. */
  void editEach(Predicate<Table> condition, Consumer<Table> change) {
    editEach(tables.find(condition), change);
  }

  void editEach(List<Table> some, Consumer<Table> change) {
    some.forEach(table -> change.accept(edit(exactKey(table.name()), table)));
  }

  /** The tables with a foreign key to this one, whose name has its schema. */
  List<Table> pointingTo(Name table) {
    return of(table.name()).stream().filter(t -> t.keys().pointTo(table)).toList();
  }

  /** The partitions of a table whose name has its schema. */
  List<Table> partitionsOf(Name table) {
    return of(table.name()).stream()
        .filter(
            t ->
                t.partitionOf()
                    .filter(p -> p.schema().equals(table.schema()) && p.sameLast(table))
                    .isPresent())
        .toList();
  }

  /** The tables that a word may have to do with. */
  private List<Table> of(String word) {
    Set<String> keys = new LinkedHashSet<>(byWord.of(word));
    keys.addAll(unlisted);
    return tables.of(keys);
  }

  /** A statement is done: what it changed can be found. */
  void list() {
    for (String key : unlisted) {
      tables.get(key).ifPresent(table -> byWord.list(key, table));
    }
    unlisted.clear();
  }

  /**
   * Doubts what code that is not understood may have changed: the tables it names; all of them if
   * it works out names and none that is known stands in it.
   */
  void doubt(Words words) {
    List<Table> named = tables.find(t -> words.has(t.name().name()));
    editEach(named, Table::doubt);
    if (named.isEmpty() && words.computesNames()) {
      now = now.doubt();
    }
    types.removeIf(t -> t.isEnum() && words.has(t.name().name()));
  }

  void doubtTable(String name) {
    editEach(t -> t.name().name().equalsIgnoreCase(name), Table::doubt);
  }

  /** The name of a table with the schema that it means. */
  Name resolve(Name name) {
    return resolve(name, n -> tables.get(exactKey(n)).isPresent());
  }

  private Name resolve(Name name, Predicate<Name> isThere) {
    if (!name.schema().isEmpty()) {
      return name;
    }
    Name temporary = temporary(name);
    if (isThere.test(temporary)) {
      return temporary;
    }
    for (String schema : session.path()) {
      Name there = in(schema, name);
      if (isThere.test(there)) {
        return there;
      }
    }
    return made(name);
  }

  /** The name that something gets which is made without a schema. */
  Name made(Name name) {
    return name.schema().isEmpty() ? in(session.schema(), name) : name;
  }

  static Name temporary(Name name) {
    return in(TEMPORARY, name);
  }

  /** The names in a table's schema that no index, or constraint of this kind, may get. */
  Predicate<String> taken(Table table, Optional<Demand> demand) {
    if (target.dialect().isMySqlLike()) {
      return table.keys()::isTaken;
    }
    boolean isRelation = demand.map(Constraint::ownsIndex).orElse(true);
    String schema = table.name().schema();
    return name ->
        (isRelation && tables.get(schema + "." + name).isPresent())
            || of(name).stream()
                .filter(t -> t.name().schema().equals(schema))
                .map(Table::keys)
                .anyMatch(
                    keys ->
                        (isRelation && keys.hasIndex(name))
                            || (demand.isPresent() && keys.hasConstraint(name)));
  }

  /** A new name without a schema stays in the schema of the old one. */
  Name resolve(Name newName, Name oldName) {
    return newName.schema().isEmpty() ? in(resolve(oldName).schema(), newName) : newName;
  }

  static Name in(String schema, Name name) {
    return new Name(schema, name.name(), name.sql(), name.span());
  }

  Reference resolve(Reference reference) {
    return new Reference(resolve(reference.table()), reference.columns());
  }

  private String key(Name name) {
    return exactKey(resolve(name));
  }

  private String exactKey(Name name) {
    return folded(name.schema().concat(".").concat(name.name()));
  }

  private String folded(String name) {
    return target.dialect().isMySqlLike() ? name.toLowerCase(Locale.ROOT) : name;
  }
}
