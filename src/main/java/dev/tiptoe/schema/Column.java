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

  Column fill() {
    return new Column(name, type, nullability, defaultValue, Filled.ALL);
  }

  Column fillPartly() {
    return filled == Filled.ALL
        ? this
        : new Column(name, type, nullability, defaultValue, Filled.SOME);
  }
}
