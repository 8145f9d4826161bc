package dev.tiptoe.schema;

import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.ddl.TypeName;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one column.
 *
 * @param name as it was written
 * @param type its type, if a statement told it
 * @param defaultValue its default, if a statement told it
 * @param origin since when it is there; in a new table no column is older than the table
 * @param filled which rows the statements so far gave a value
 * @param attributes the other parts of its last full definition as they were written, which a
 *     MODIFY of MySQL has to repeat
 */
public record Column(
    String name,
    Optional<TypeName> type,
    Nullability nullability,
    Optional<String> defaultValue,
    Table.Origin origin,
    Filled filled,
    Map<Clause.Kind, String> attributes) {

  /** Which rows have been given a value. */
  public enum Filled {
    NONE,
    /** None for certain: it came into the table without a default, and no statement wrote it. */
    EMPTY,
    SOME,
    /** All that were there when it was added, for its default went into them. */
    BY_DEFAULT,
    ALL
  }

  /** Whether a column may hold NULL. */
  public enum Nullability {
    NULLABLE,
    NOT_NULL,
    UNKNOWN
  }

  /** A column nobody has said anything about. */
  static Column unknown(String name) {
    return new Column(
        name,
        Optional.empty(),
        Nullability.UNKNOWN,
        Optional.empty(),
        Table.Origin.EXISTING,
        Filled.NONE,
        Map.of());
  }

  /** Whether each row that was there has a value, as far as the statements so far tell. */
  public boolean isFilled() {
    return filled == Filled.ALL || filled == Filled.BY_DEFAULT;
  }

  /** Whether it came without a value into a table that was there, and none was written since. */
  public boolean isEmpty() {
    return filled == Filled.EMPTY && nullability == Nullability.NULLABLE && defaultValue.isEmpty();
  }

  /** Whether the statements at hand added it. */
  public boolean isNew() {
    return origin == Table.Origin.NEW;
  }

  Column since(Table.Origin newOrigin) {
    return new Column(name, type, nullability, defaultValue, newOrigin, filled, attributes);
  }

  Column named(String newName) {
    return new Column(newName, type, nullability, defaultValue, origin, filled, attributes);
  }

  Column of(TypeName newType) {
    return new Column(
        name, Optional.of(newType), nullability, defaultValue, origin, filled, attributes);
  }

  /** Whether it is of a type of the user's own with this name, or of an array of it. */
  boolean isOf(Name userType) {
    return type.filter(
            t ->
                (t.family() == TypeFamily.USER_DEFINED || t.family() == TypeFamily.ARRAY)
                    && t.base().equalsIgnoreCase(userType.name()))
        .isPresent();
  }

  Column ofRenamed(Name userType) {
    return type.map(t -> of(renamed(t, userType))).orElse(this);
  }

  private static TypeName renamed(TypeName type, Name to) {
    String array = type.family() == TypeFamily.ARRAY ? "[]" : "";
    String base = to.name().toLowerCase(Locale.ROOT);
    return new TypeName(type.family(), base, type.arguments(), to.sql() + array, type.span());
  }

  Column with(Nullability newNullability) {
    return new Column(name, type, newNullability, defaultValue, origin, filled, attributes);
  }

  Column withDefault(Optional<String> newDefault) {
    return new Column(name, type, nullability, newDefault, origin, filled, attributes);
  }

  Column with(Filled newFilled) {
    return new Column(name, type, nullability, defaultValue, origin, newFilled, attributes);
  }

  Column fill() {
    return with(Filled.ALL);
  }

  /** A part of its definition as it was written, such as {@code COMMENT 'x'}. */
  public Optional<String> attribute(Clause.Kind kind) {
    return Optional.ofNullable(attributes.get(kind));
  }

  /** Without the character set and the collation of its own. */
  Column withoutCharacterSet() {
    Map<Clause.Kind, String> rest = new EnumMap<>(Clause.Kind.class);
    rest.putAll(attributes);
    rest.keySet().removeAll(List.of(Clause.Kind.CHARACTER_SET, Clause.Kind.COLLATE));
    return new Column(name, type, nullability, defaultValue, origin, filled, Map.copyOf(rest));
  }

  /** What is left when code that is not understood may have changed it. */
  Column doubt() {
    return unknown(name).since(origin).with(filled);
  }

  /** Since its default went into all rows, others may have come that say NULL. */
  Column settle() {
    Column settled = isNew() ? since(Table.Origin.EXISTING) : this;
    return filled == Filled.BY_DEFAULT && nullability != Nullability.NOT_NULL
        ? settled.with(Filled.NONE)
        : settled;
  }

  Column fillPartly() {
    return isFilled() ? this : with(Filled.SOME);
  }
}
