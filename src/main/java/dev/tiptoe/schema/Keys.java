package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Change.Validity;
import dev.tiptoe.ddl.Coverage;
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

  void add(Change.AddIndex add, Name table) {
    boolean there = add.name().filter(n -> index(n).isPresent()).isPresent();
    if (there && add.existence() == Existence.TOLERANT) {
      return;
    }
    List<String> parts =
        add.parts().stream().map(p -> p.column().map(Name::name).orElse("expr")).toList();
    String name =
        add.name()
            .map(Name::name)
            .orElseGet(() -> new ChosenNames(dialect, table).index(parts, this::isTaken));
    put(
        new Index(
            name,
            add.kind(),
            add.method(),
            add.parts(),
            add.coverage(),
            add.others(),
            Index.Source.AUTHOR));
  }

  /** Takes in a constraint whose reference has its schema. */
  Constraint add(Change.AddConstraint add, Optional<Reference> reference, Name table) {
    Optional<Index> given = add.usingIndex().flatMap(this::index);
    List<Name> columns =
        given
            .map(i -> i.parts().stream().flatMap(p -> p.column().stream()).toList())
            .orElse(add.columns());
    boolean ownsIndex =
        switch (add.demand()) {
          case PRIMARY_KEY, UNIQUE, EXCLUDE -> true;
          default -> false;
        };
    String name =
        add.demand() == Demand.PRIMARY_KEY && dialect.isMySqlLike()
            ? "PRIMARY"
            : add.name()
                .or(add::usingIndex)
                .map(Name::name)
                .orElseGet(
                    () ->
                        new ChosenNames(dialect, table)
                            .constraint(add.demand(), columns, this::isTaken));
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
    add.usingIndex().ifPresent(i -> indexes.remove(key(i)));
    if (ownsIndex) {
      put(given.map(i -> i.named(name).of(Index.Source.CONSTRAINT)).orElse(own(name, add)));
    } else if (add.demand() == Demand.FOREIGN_KEY
        && dialect.isMySqlLike()
        && !hasIndexStartingWith(columns)) {
      put(index(name, IndexKind.PLAIN, columns, Index.Source.FOREIGN_KEY));
    }
    return constraint;
  }

  private static Index own(String name, Change.AddConstraint add) {
    IndexKind kind = add.demand() == Demand.EXCLUDE ? IndexKind.PLAIN : IndexKind.UNIQUE;
    return index(name, kind, add.columns(), Index.Source.CONSTRAINT);
  }

  private static Index index(String name, IndexKind kind, List<Name> columns, Index.Source source) {
    List<IndexPart> parts =
        columns.stream().map(c -> new IndexPart(IndexPart.Form.WHOLE, Optional.of(c), "")).toList();
    return new Index(name, kind, Optional.empty(), parts, Coverage.EVERY_ROW, List.of(), source);
  }

  private void put(Index index) {
    indexes.removeIf(i -> i.source() == Index.Source.FOREIGN_KEY && index.startsWith(columns(i)));
    indexes.put(key(index.name()), index);
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

  void dropReferencesTo(Name table, Predicate<Reference> condition) {
    constraints.removeIf(c -> c.pointsTo(table) && c.reference().filter(condition).isPresent());
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

  /** An index and the constraint it belongs to go by one name. */
  void renameIndex(Name from, Name to) {
    Optional<Constraint> owner = constraint(from).filter(c -> c.index().isPresent());
    owner.ifPresent(c -> constraints.rename(key(from), key(to), c.named(to.name())));
    index(from).ifPresent(i -> indexes.rename(key(from), key(to), i.named(to.name())));
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

  private boolean isTaken(String name) {
    return indexes.get(key(name)).isPresent() || constraints.get(key(name)).isPresent();
  }

  private static String key(Name name) {
    return key(name.name());
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
