package dev.tiptoe.ddl;

import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;

/** A change of a type of PostgreSQL: an enum, a domain or another. */
public sealed interface TypeChange extends Change {

  record CreateEnum(Name type, List<String> values, Span span) implements TypeChange {}

  /**
   * ALTER TYPE ... ADD VALUE.
   *
   * @param value the new value as a literal
   * @param side on which side of {@code neighbor} it goes; AFTER without one is the end
   */
  record AddEnumValue(
      Name type, String value, Existence existence, Side side, Optional<String> neighbor, Span span)
      implements TypeChange {
    /** Where it goes. */
    public enum Side {
      BEFORE,
      AFTER
    }
  }

  record RenameEnumValue(Name type, String value, String newValue, Span span)
      implements TypeChange {}

  /** A domain; required if it rejects NULL, checked if it has any other constraint. */
  record CreateDomain(Name type, boolean required, boolean checked, boolean hasDefault, Span span)
      implements TypeChange {}

  /** ALTER DOMAIN. */
  record AlterDomain(Name type, Action action, Span span) implements TypeChange {
    /** What becomes of the domain. */
    public enum Action {
      SET_NOT_NULL,
      DROP_NOT_NULL,
      SET_DEFAULT,
      DROP_DEFAULT,
      ADD_CONSTRAINT,
      ADD_CONSTRAINT_NOT_VALID,
      VALIDATE_CONSTRAINT,
      OTHER
    }
  }

  /** An enum, a domain or another type that is renamed. */
  record RenameType(Name type, Name newName, Span span) implements TypeChange {}

  /** An enum, a domain or another type that is dropped. */
  record DropType(Name type, Existence existence, DropBehavior behavior, Span span)
      implements TypeChange {}
}
