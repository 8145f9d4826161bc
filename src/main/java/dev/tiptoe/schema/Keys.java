package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Change.Validity;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.Coverage;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.IndexPart;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.Reference;
import dev.tiptoe.sql.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The indexes and constraints of one table; each PRIMARY KEY and UNIQUE is among both. */
final class Keys {

  private final Dialect dialect;
  private final SharedMap<Index> indexes;
  private final SharedMap<Constraint> constraints;

  Keys(Dialect dialect) {
    this(dialect, new SharedMap<>(), new SharedMap<>());
  }

  private Keys(Dialect dialect, SharedMap<Index> indexes, SharedMap<Constraint> constraints) {
    this.dialect = dialect;
    this.indexes = indexes;
    this.constraints = constraints;
  }

  Keys copy() {
    return new Keys(dialect, indexes.copy(), constraints.copy());
  }

  List<Index> indexes() {
    return List.copyOf(indexes.values());
  }

  List<Constraint> constraints() {
    return List.copyOf(constraints.values());
  }

  Optional<Index> index(Name name) {
    return indexes.get(key(name));
  }

  Optional<Constraint> constraint(Name name) {
    return constraints.get(key(name));
  }

  boolean prove(Name column) {
    return constraints.values().stream().anyMatch(c -> c.proves(column));
  }

  boolean pointTo(Name table) {
    return constraints.values().stream().anyMatch(c -> c.pointsTo(table));
  }

  boolean hasIndexStartingWith(List<Name> columns) {
    return indexes.values().stream().anyMatch(i -> i.startsWith(columns));
  }

  /**
   * Takes in an index, unless nobody can tell its name.
   *
   * @param taken the names that the server does not choose
   */
  boolean add(IndexChange.AddIndex add, Name table, Predicate<String> taken) {
    boolean there = add.name().filter(n -> index(n).isPresent()).isPresent();
    if (there && add.existence() == Existence.TOLERANT) {
      return true;
    }
    Index index = Index.of(add);
    removeServedBy(index);
    Optional<String> name =
        add.name()
            .map(Name::name)
            .or(() -> IndexLabels.of(add).map(new ChosenNames(dialect, table, taken)::index));
    name.ifPresent(n -> put(index.named(n)));
    return name.isPresent();
  }

  /**
   * Takes in a constraint whose reference has its schema.
   *
   * @param taken the names that the server does not choose
   */
  Constraint add(
      ConstraintChange.AddConstraint add,
      Optional<Reference> reference,
      Name table,
      Predicate<String> taken) {
    boolean ownsIndex = Constraint.ownsIndex(add.demand());
    Optional<Index> given = ownsIndex ? add.usingIndex().flatMap(this::index) : Optional.empty();
    List<Name> columns =
        given
            .map(i -> i.parts().stream().flatMap(p -> p.column().stream()).toList())
            .orElse(add.columns());
    Optional<Name> own = ownsIndex ? add.name().or(add::usingIndex) : add.name();
    ChosenNames names = new ChosenNames(dialect, table, taken);
    String name =
        add.demand() == Demand.PRIMARY_KEY && dialect.isMySqlLike()
            ? "PRIMARY"
            : own.map(Name::name)
                .orElseGet(
                    () ->
                        names.constraint(
                            add.demand(),
                            columns,
                            constraints.values().stream().map(Constraint::name).toList()));
    Constraint constraint =
        new Constraint(
            name,
            add.demand(),
            columns,
            add.proven(),
            reference,
            ownsIndex ? Optional.of(name) : Optional.empty(),
            add.validity());
    constraints.put(key(name), constraint);
    if (ownsIndex) {
      add.usingIndex().ifPresent(i -> indexes.remove(key(i)));
      put(given.map(i -> i.named(name).of(Index.Source.CONSTRAINT)).orElse(own(name, add)));
    } else if (add.demand() == Demand.FOREIGN_KEY && dialect.isMySqlLike()) {
      support(columns, add.name().or(add::usingIndex), names);
    }
    return constraint;
  }

  /** An index that MySQL makes for a foreign key gives way to one that it makes for another. */
  private void support(List<Name> columns, Optional<Name> given, ChosenNames names) {
    boolean served =
        indexes.values().stream()
            .anyMatch(
                i ->
                    i.startsWith(columns)
                        && (i.source() != Index.Source.FOREIGN_KEY
                            || i.parts().size() > columns.size()));
    if (!served) {
      Index index = index("", IndexKind.PLAIN, columns, Index.Source.FOREIGN_KEY);
      removeServedBy(index);
      List<String> parts = columns.stream().map(Name::name).toList();
      String name = given.map(Name::name).orElseGet(() -> names.index(parts));
      put(index.named(name));
    }
  }

  private static Index own(String name, ConstraintChange.AddConstraint add) {
    IndexKind kind = add.demand() == Demand.EXCLUDE ? IndexKind.PLAIN : IndexKind.UNIQUE;
    return index(name, kind, add.columns(), Index.Source.CONSTRAINT);
  }

  private static Index index(String name, IndexKind kind, List<Name> columns, Index.Source source) {
    List<IndexPart> parts =
        columns.stream().map(c -> new IndexPart(IndexPart.Form.WHOLE, Optional.of(c), "")).toList();
    return new Index(name, kind, Optional.empty(), parts, Coverage.EVERY_ROW, List.of(), source);
  }

  private void put(Index index) {
    removeServedBy(index);
    indexes.put(key(index.name()), index);
  }

  private void removeServedBy(Index index) {
    indexes.removeIf(i -> i.source() == Index.Source.FOREIGN_KEY && index.startsWith(columns(i)));
  }

  private static List<Name> columns(Index index) {
    return index.parts().stream().flatMap(p -> p.column().stream()).toList();
  }

  void dropIndex(Name index) {
    dropIndex(key(index));
  }

  private void dropIndex(String key) {
    indexes.remove(key);
    constraints.removeIf(c -> c.index().filter(i -> key(i).equals(key)).isPresent());
  }

  void dropConstraint(Name constraint) {
    dropConstraint(key(constraint));
  }

  private void dropConstraint(String key) {
    boolean ownsIndex =
        constraints.get(key).filter(c -> c.index().isPresent()).isPresent()
            || (dialect.isMySqlLike()
                && constraints.get(key).isEmpty()
                && indexes.get(key).filter(i -> i.kind() == IndexKind.UNIQUE).isPresent());
    if (ownsIndex) {
      dropIndex(key);
    }
    constraints.remove(key);
  }

  void dropPrimaryKey() {
    constraints().stream()
        .filter(c -> c.demand() == Demand.PRIMARY_KEY)
        .forEach(c -> dropConstraint(key(c.name())));
  }

  boolean pointInto(Predicate<Name> tables) {
    return constraints.values().stream()
        .anyMatch(c -> c.reference().filter(r -> tables.test(r.table())).isPresent());
  }

  void dropReferencesTo(Name table, Predicate<Reference> condition) {
    constraints.removeIf(c -> c.pointsTo(table) && c.reference().filter(condition).isPresent());
  }

  void dropReferences(Predicate<Reference> condition) {
    constraints.removeIf(c -> c.reference().filter(condition).isPresent());
  }

  /** The table whose keys these are has another name. */
  void renameTable(Name from, Name to) {
    if (dialect.isMySqlLike()) {
      ChosenNames names = new ChosenNames(dialect, from, name -> false);
      for (Constraint constraint : constraints()) {
        String name = names.renamed(constraint.name(), to);
        constraints.rename(key(constraint.name()), key(name), constraint.named(name));
      }
    }
  }

  /** PostgreSQL drops what depends on the column; MySQL takes the column out of its indexes. */
  void dropColumn(Name column) {
    if (dialect.isMySqlLike()) {
      indexes.replaceAll(i -> i.without(column));
      indexes.removeIf(i -> i.parts().isEmpty());
      constraints.replaceAll(
          c -> c.index().isEmpty() || !c.uses(column) ? c : c.over(without(c.columns(), column)));
      constraints.removeIf(c -> c.index().isPresent() ? c.columns().isEmpty() : c.uses(column));
    } else {
      indexes.removeIf(i -> i.uses(column));
      constraints.removeIf(c -> c.uses(column));
    }
  }

  private static List<Name> without(List<Name> columns, Name column) {
    return columns.stream().filter(c -> !c.sameLast(column)).toList();
  }

  void renameColumn(Name from, Name to) {
    indexes.replaceAll(i -> i.renamed(from, to));
    constraints.replaceAll(c -> c.renamed(from, to));
  }

  /**
   * An index and the constraint it belongs to go by one name; one that is named is the author's.
   */
  void renameIndex(Name from, Name to) {
    Optional<Constraint> owner = constraint(from).filter(c -> c.index().isPresent());
    owner.ifPresent(c -> constraints.rename(key(from), key(to), c.named(to.name())));
    index(from).ifPresent(i -> indexes.rename(key(from), key(to), authored(i).named(to.name())));
  }

  private static Index authored(Index index) {
    return index.source() == Index.Source.FOREIGN_KEY ? index.of(Index.Source.AUTHOR) : index;
  }

  void renameConstraint(Name from, Name to) {
    Optional<Constraint> constraint = constraint(from);
    if (constraint.filter(c -> c.index().isPresent()).isPresent()) {
      renameIndex(from, to);
    } else {
      constraint.ifPresent(c -> constraints.rename(key(from), key(to), c.named(to.name())));
    }
  }

  /** A table that foreign keys of this one may point to has another name. */
  void renameReferences(Name from, Name to) {
    constraints.replaceAll(
        c ->
            c.pointsTo(from)
                ? c.pointingTo(
                    new Reference(to, c.reference().map(Reference::columns).orElse(List.of())))
                : c);
  }

  void renameReferencedColumn(Name table, Name from, Name to) {
    constraints.replaceAll(
        c ->
            c.reference()
                .filter(r -> c.pointsTo(table))
                .map(
                    r ->
                        c.pointingTo(
                            new Reference(r.table(), Constraint.renamed(r.columns(), from, to))))
                .orElse(c));
  }

  void validate(Name constraint) {
    constraint(constraint)
        .ifPresent(c -> constraints.put(key(constraint), c.with(Validity.VALIDATED)));
  }

  void forgetProofs() {
    constraints.replaceAll(Constraint::withoutProof);
  }

  boolean hasIndex(String name) {
    return indexes.get(key(name)).isPresent();
  }

  boolean hasConstraint(String name) {
    return constraints.get(key(name)).isPresent();
  }

  boolean isTaken(String name) {
    return hasIndex(name) || hasConstraint(name);
  }

  private static String key(Name name) {
    return key(name.name());
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
