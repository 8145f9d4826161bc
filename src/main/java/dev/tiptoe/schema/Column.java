package dev.tiptoe.schema;

import dev.tiptoe.ddl.TypeName;
import java.util.Optional;

/**
 * What is known of one column.
 *
 * @param name as it was written
 * @param type its type, if a statement told it
 * @param defaultValue its default, if a statement told it
 * @param filled whether the statements so far gave every row a value
 */
public record Column(
    String name,
    Optional<TypeName> type,
    Nullability nullability,
    Optional<String> defaultValue,
    boolean filled) {

  /** Whether a column may hold NULL. */
  public enum Nullability {
    NULLABLE,
    NOT_NULL,
    UNKNOWN
  }

  /** A column nobody has said anything about. */
  static Column unknown(String name) {
    return new Column(name, Optional.empty(), Nullability.UNKNOWN, Optional.empty(), false);
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
    return new Column(name, type, nullability, defaultValue, true);
  }
}
