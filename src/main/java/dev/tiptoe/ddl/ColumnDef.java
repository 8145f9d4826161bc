package dev.tiptoe.ddl;

import dev.tiptoe.ddl.Clause.Kind;
import dev.tiptoe.text.Located;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;

/** A column's name, type and the parts of its definition, each with its place. */
public record ColumnDef(Name name, TypeName type, List<Clause> clauses, Span span)
    implements Located {

  public Optional<Clause> clause(Kind kind) {
    for (Clause clause : clauses) {
      if (clause.kind() == kind) {
        return Optional.of(clause);
      }
    }
    return Optional.empty();
  }

  public boolean has(Kind kind) {
    return clause(kind).isPresent();
  }

  /** Whether every row must have a value, be it said by NOT NULL or by PRIMARY KEY. */
  public boolean required() {
    return has(Kind.NOT_NULL) || has(Kind.PRIMARY_KEY);
  }

  /** Whether the server computes or numbers the value itself. */
  public boolean computed() {
    return has(Kind.GENERATED)
        || has(Kind.IDENTITY)
        || has(Kind.AUTO_INCREMENT)
        || type.family() == TypeFamily.SERIAL;
  }
}
