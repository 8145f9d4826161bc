package dev.tiptoe.doctor.effects;

import dev.tiptoe.db.LiveSchema;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.schema.Constraint;
import dev.tiptoe.schema.Index;
import dev.tiptoe.sql.Dialect;
import java.util.Map;
import java.util.Optional;

/** What a database shows of a facet, held against what a file would make of it. */
record Sight(LiveSchema live) {

  /** A server says less than that where it is not known what to expect. */
  Likeness compare(Facet facet, Optional<Object> expected) {
    Optional<Object> found = found(facet);
    return expected.isEmpty() || found.isEmpty()
        ? Likeness.UNCLEAR
        : compare(facet, expected.get(), found.get());
  }

  private Likeness compare(Facet facet, Object expected, Object found) {
    Dialect dialect = live.catalog().target().dialect();
    return switch (facet.kind()) {
      case TABLE, COLUMN, INDEX, CONSTRAINT, ENUM, NULLABILITY, VALIDITY, ENUM_VALUES ->
          Likeness.of(expected.equals(found));
      case TYPE -> Types.compare((TypeName) expected, (TypeName) found, dialect);
      case DEFAULT -> Defaults.compare(text((Optional<?>) expected), text((Optional<?>) found));
      case ATTRIBUTES -> Definitions.compare(attributes(expected), attributes(found));
      case INDEX_DEFINITION -> Definitions.compare((Index) expected, (Index) found);
      case CONSTRAINT_DEFINITION -> Definitions.compare((Constraint) expected, (Constraint) found);
    };
  }

  private static Optional<String> text(Optional<?> text) {
    return text.map(Object::toString);
  }

  @SuppressWarnings("unchecked")
  private static Map<Clause.Kind, String> attributes(Object attributes) {
    return (Map<Clause.Kind, String>) attributes;
  }

  Optional<Object> found(Facet facet) {
    return facet.in(live.catalog());
  }

  /** Whether the facet is an index that was begun and not finished. */
  boolean isInvalid(Facet facet) {
    return facet.kind() == Facet.Kind.INDEX && live.invalidIndexes().contains(facet.name());
  }
}
