package dev.tiptoe.doctor.effects;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.schema.Constraint;
import dev.tiptoe.schema.Index;
import dev.tiptoe.schema.Table;
import dev.tiptoe.text.Span;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that can be seen of a schema: that a column is there, say, or what its type is.
 *
 * @param schema of the table or type; empty if a name without one means it
 * @param owner the table or the type
 * @param name of what the table has; empty of a table or a type as a whole
 */
record Facet(Kind kind, String schema, String owner, String name) {

  /** What is seen. Whether a thing is there is always known where its table is known. */
  enum Kind {
    TABLE,
    COLUMN,
    TYPE,
    NULLABILITY,
    DEFAULT,
    ATTRIBUTES,
    INDEX,
    INDEX_DEFINITION,
    CONSTRAINT,
    CONSTRAINT_DEFINITION,
    VALIDITY,
    ENUM,
    ENUM_VALUES;

    /** Whether a change of it is hardly ever written that leaves it as it was. */
    boolean isWorthChanging() {
      return switch (this) {
        case TYPE, NULLABILITY, DEFAULT, ENUM_VALUES -> true;
        default -> false;
      };
    }

    /** Whether it tells that something is there, and not how it is. */
    boolean isPresence() {
      return switch (this) {
        case TABLE, COLUMN, INDEX, CONSTRAINT, ENUM -> true;
        default -> false;
      };
    }
  }

  /** The table that it is of. */
  Facet table() {
    return new Facet(Kind.TABLE, schema, owner, "");
  }

  /** The same thing in another light. */
  Facet as(Kind other) {
    return new Facet(other, schema, owner, name);
  }

  /** What a catalog says; empty if it does not know, or if there is no such thing to describe. */
  Optional<Object> in(Catalog catalog) {
    return switch (kind) {
      case TABLE -> Optional.of(table(catalog).isPresent());
      case COLUMN -> presence(catalog, t -> t.column(named(name)));
      case TYPE -> column(catalog).flatMap(Facet::type);
      case NULLABILITY ->
          column(catalog)
              .map(Column::nullability)
              .filter(n -> n != Nullability.UNKNOWN)
              .map(n -> n);
      case DEFAULT ->
          column(catalog)
              .filter(c -> isDefined(c) || c.defaultValue().isPresent())
              .map(Column::defaultValue);
      case ATTRIBUTES -> column(catalog).filter(Facet::isDefined).map(Column::attributes);
      case INDEX ->
          owner.isEmpty()
              ? Optional.of(index(catalog).isPresent())
              : presence(catalog, t -> t.index(named(name)));
      case INDEX_DEFINITION -> index(catalog).filter(i -> !i.parts().isEmpty()).map(i -> i);
      case CONSTRAINT -> presence(catalog, t -> t.constraint(named(name)));
      case CONSTRAINT_DEFINITION ->
          constraint(catalog).filter(c -> !c.columns().isEmpty()).map(c -> c);
      case VALIDITY -> constraint(catalog).map(Constraint::validity);
      case ENUM -> Optional.of(catalog.enumValues(ownerName()).isPresent());
      case ENUM_VALUES ->
          catalog.enumValues(ownerName()).filter(values -> !values.isEmpty()).map(v -> v);
    };
  }

  private Optional<Object> presence(Catalog catalog, Function<Table, Optional<?>> find) {
    Optional<Table> table = table(catalog);
    if (table.isEmpty() || table.flatMap(find).isPresent()) {
      return Optional.of(table.isPresent());
    }
    return table.filter(Table::isComplete).map(t -> false);
  }

  /** A type that stands for one that nobody knows has no words. */
  private static Optional<TypeName> type(Column column) {
    return column.type().filter(t -> !t.base().isEmpty());
  }

  /** Whether all of its definition is known, so that it has no default if it is told none. */
  private static boolean isDefined(Column column) {
    return type(column).isPresent() && column.nullability() != Nullability.UNKNOWN;
  }

  private Optional<Table> table(Catalog catalog) {
    return catalog.table(ownerName());
  }

  private Optional<Column> column(Catalog catalog) {
    return table(catalog).flatMap(t -> t.column(named(name)));
  }

  /** An index of PostgreSQL is looked for by its own name, which may be all that is written. */
  private Optional<Index> index(Catalog catalog) {
    Optional<Table> on =
        owner.isEmpty()
            ? catalog.indexOwner(new Name(schema, name, name, Span.at(0)))
            : table(catalog);
    return on.flatMap(t -> t.index(named(name)));
  }

  private Optional<Constraint> constraint(Catalog catalog) {
    return table(catalog).flatMap(t -> t.constraint(named(name)));
  }

  private Name ownerName() {
    return new Name(schema, owner, owner, Span.at(0));
  }

  /** A name that was never written. */
  static Name named(String name) {
    return new Name("", name, name, Span.at(0));
  }
}
