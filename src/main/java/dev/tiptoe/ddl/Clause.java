package dev.tiptoe.ddl;

import dev.tiptoe.text.Located;
import dev.tiptoe.text.Span;
import java.util.Optional;

/**
 * One part of a column definition after its type.
 *
 * @param span the whole part, with CONSTRAINT and its name if it has one
 * @param body what follows the leading keywords: the expression of a DEFAULT or CHECK, the name of
 *     a COLLATE; the word of a GENERATED that says whether it is stored; else empty
 * @param constraint the name given with CONSTRAINT as it was written; empty if none
 * @param reference what REFERENCES points to
 */
public record Clause(
    Kind kind, Span span, Span body, String constraint, Optional<Reference> reference)
    implements Located {

  /** What a part of a column definition says. */
  public enum Kind {
    NOT_NULL,
    NULL,
    DEFAULT,
    PRIMARY_KEY,
    UNIQUE,
    CHECK,
    REFERENCES,
    GENERATED,
    IDENTITY,
    AUTO_INCREMENT,
    COLLATE,
    CHARACTER_SET,
    COMMENT,
    ON_UPDATE,
    FIRST,
    AFTER,
    /** DEFERRABLE and INITIALLY, which belong to the constraint before them. */
    TIMING,
    /** Storage, visibility and the like: kept wherever the definition is repeated. */
    ATTRIBUTE,
    /** What could not be read. */
    UNKNOWN
  }
}
