package dev.tiptoe.ddl;

import java.util.Optional;

/**
 * One part of an index's key.
 *
 * @param column the column it is made of; empty if it is an expression
 * @param rest what stands behind the column as it was written, such as {@code DESC}; all of an
 *     expression
 */
public record IndexPart(Form form, Optional<Name> column, String rest) {

  /** How much of a column is in the index. */
  public enum Form {
    WHOLE,
    /** MySQL's {@code name(10)}. */
    PREFIX,
    EXPRESSION
  }
}
