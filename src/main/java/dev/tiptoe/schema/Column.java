package dev.tiptoe.schema;

import dev.tiptoe.ddl.TypeName;
import java.util.Optional;

/**
 * What is known of one column.
 *
 * @param name as it was written
 * @param type its type, if a statement told it
 * @param defaultValue its default, if a statement told it
 * @param filled which rows the statements so far gave a value
 */
public record Column(
    String name,
    Optional<TypeName> type,
    Nullability nullability,
    Optional<String> defaultValue,
    Filled filled) {

  /** Which rows have been given a value. */
  public enum Filled {
    NONE,
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
    return new Column(name, Optional.empty(), Nullability.UNKNOWN, Optional.empty(), Filled.NONE);
  }

  /** Whether each row that was there has a value, as far as the statements so far tell. */
  public boolean isFilled() {
    return filled == Filled.ALL || filled == Filled.BY_DEFAULT;
  }

  Column named(String newName) {
    return new Column(newName, type, nullability, defaultValue, filled);
  }

  Column of(TypeName newType) {
    return new Column(name, Optional.of(newType), nullability, defaultValue, filled);
  }

  Column with(Nullability newNullability) {
    return new Column(name, type, newNullability, defaultValue, filled);
  }

  Column withDefault(Optional<String> newDefault) {
    return new Column(name, type, nullability, newDefault, filled);
  }

  Column with(Filled newFilled) {
    return new Column(name, type, nullability, defaultValue, newFilled);
  }

  Column fill() {
    return with(Filled.ALL);
  }

  /** Since its default went into all rows, others may have come that say NULL. */
  Column settle() {
    return filled == Filled.BY_DEFAULT && nullability != Nullability.NOT_NULL
        ? with(Filled.NONE)
        : this;
  }

  Column fillPartly() {
    return isFilled() ? this : with(Filled.SOME);
  }
}
