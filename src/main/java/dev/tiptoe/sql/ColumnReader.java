package dev.tiptoe.sql;

import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.Clause.Kind;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.Reference;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a column definition: name, type, and every clause with its place. */
final class ColumnReader {

  private final Cursor cursor;

  private ColumnReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Reads a definition up to the cursor's limit; empty if there is no name or no type. */
  static Optional<ColumnDef> read(Cursor cursor) {
    return cursor.takeName().flatMap(name -> afterName(cursor, name));
  }

  /** Reads what follows the name {@code name}. */
  static Optional<ColumnDef> afterName(Cursor cursor, Name name) {
    Optional<TypeName> type = TypeReader.read(cursor);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    List<Clause> clauses = clauses(cursor);
    int end =
        clauses.isEmpty() ? type.get().span().end() : clauses.get(clauses.size() - 1).span().end();
    return Optional.of(
        new ColumnDef(name, type.get(), clauses, new Span(name.span().start(), end)));
  }

  /**
   * Reads clauses up to the cursor's limit; one that says again what can be said once is not
   * understood.
   */
  static List<Clause> clauses(Cursor cursor) {
    ColumnReader reader = new ColumnReader(cursor);
    List<Clause> clauses = new ArrayList<>();
    Set<Kind> once = EnumSet.noneOf(Kind.class);
    while (!cursor.atEnd()) {
      Clause clause = reader.clause();
      boolean repeated =
          switch (clause.kind()) {
            case NOT_NULL, NULL, DEFAULT, GENERATED, IDENTITY, PRIMARY_KEY, COMMENT ->
                !once.add(clause.kind());
            default -> false;
          };
      clauses.add(
          repeated
              ? new Clause(
                  Kind.UNKNOWN,
                  clause.span(),
                  clause.body(),
                  clause.constraint(),
                  clause.reference())
              : clause);
    }
    return List.copyOf(clauses);
  }

  private Clause clause() {
    int first = cursor.at();
    String constraint = "";
    if (cursor.take("CONSTRAINT") && cursor.peekName() && !startsConstraint()) {
      constraint = cursor.takeName().map(Name::sql).orElse("");
    }
    Span none = Span.at(0);
    Span body = none;
    Optional<Reference> reference = Optional.empty();
    Kind kind;
    if (cursor.take("NOT", "NULL")) {
      kind = Kind.NOT_NULL;
      cursor.take("NO", "INHERIT");
    } else if (cursor.take("NULL")) {
      kind = Kind.NULL;
    } else if (cursor.take("DEFAULT")) {
      kind = Kind.DEFAULT;
      body = expression();
    } else if (cursor.take("PRIMARY", "KEY") || (cursor.mySqlLike() && cursor.take("KEY"))) {
      kind = Kind.PRIMARY_KEY;
      indexOptions();
    } else if (cursor.take("UNIQUE")) {
      kind = Kind.UNIQUE;
      cursor.take("KEY");
      cursor.take("NULLS", "DISTINCT");
      cursor.take("NULLS", "NOT", "DISTINCT");
      indexOptions();
    } else if (cursor.take("CHECK")) {
      kind = Kind.CHECK;
      body = cursor.takeParenthesis().orElse(none);
      cursor.take("NO", "INHERIT");
      boolean enforcement = cursor.take("NOT", "ENFORCED") || cursor.take("ENFORCED");
      kind = enforcement && body.isEmpty() ? Kind.UNKNOWN : kind;
    } else if (cursor.take("REFERENCES")) {
      reference = references();
      kind = reference.isPresent() ? Kind.REFERENCES : Kind.UNKNOWN;
    } else if (cursor.peek("GENERATED") || (cursor.mySqlLike() && cursor.peek("AS"))) {
      kind = generated();
      body = kind == Kind.GENERATED ? storage() : none;
    } else if (cursor.take("AUTO_INCREMENT")) {
      kind = Kind.AUTO_INCREMENT;
    } else if (cursor.take("COLLATE")) {
      cursor.takeSymbol('=');
      kind = Kind.COLLATE;
      body = cursor.takeName().map(Name::span).orElseGet(this::anyToken);
    } else if (cursor.take("CHARACTER", "SET")
        || cursor.take("CHAR", "SET")
        || cursor.take("CHARSET")) {
      cursor.takeSymbol('=');
      kind = Kind.CHARACTER_SET;
      body = anyToken();
    } else if (cursor.take("COMMENT")) {
      kind = Kind.COMMENT;
      body = anyToken();
    } else if (cursor.take("ON", "UPDATE")) {
      kind = Kind.ON_UPDATE;
      body = anyToken();
      cursor.takeParenthesis();
    } else if (cursor.take("FIRST")) {
      kind = Kind.FIRST;
    } else if (cursor.take("AFTER")) {
      kind = Kind.AFTER;
      body = cursor.takeName().map(Name::span).orElse(none);
    } else if (timing()) {
      kind = Kind.TIMING;
    } else if (attribute()) {
      kind = Kind.ATTRIBUTE;
    } else {
      cursor.skip();
      kind = Kind.UNKNOWN;
    }
    return new Clause(kind, cursor.since(first), body, constraint, reference);
  }

  private boolean startsConstraint() {
    return cursor.peek("NOT")
        || cursor.peek("CHECK")
        || cursor.peek("UNIQUE")
        || cursor.peek("PRIMARY")
        || cursor.peek("REFERENCES");
  }

  private boolean timing() {
    return cursor.take("DEFERRABLE")
        || cursor.take("NOT", "DEFERRABLE")
        || cursor.take("INITIALLY", "DEFERRED")
        || cursor.take("INITIALLY", "IMMEDIATE");
  }

  private boolean attribute() {
    if (!cursor.mySqlLike()) {
      if (cursor.take("STORAGE") || cursor.take("COMPRESSION")) {
        cursor.skip();
        return true;
      }
      return false;
    }
    if (cursor.take("VISIBLE")
        || cursor.take("INVISIBLE")
        || cursor.take("BINARY")
        || cursor.take("ASCII")
        || cursor.take("UNICODE")
        || cursor.take("COMPRESSED")
        || cursor.take("WITHOUT", "SYSTEM", "VERSIONING")
        || cursor.take("WITH", "SYSTEM", "VERSIONING")) {
      return true;
    }
    if (cursor.take("COLUMN_FORMAT")
        || cursor.take("STORAGE")
        || cursor.take("SRID")
        || cursor.take("REF_SYSTEM_ID")
        || cursor.take("ENGINE_ATTRIBUTE")
        || cursor.take("SECONDARY_ENGINE_ATTRIBUTE")) {
      cursor.takeSymbol('=');
      cursor.skip();
      return true;
    }
    return false;
  }

  private Kind generated() {
    boolean byDefault = false;
    if (cursor.take("GENERATED")) {
      byDefault = !cursor.take("ALWAYS");
      if (byDefault) {
        cursor.take("BY", "DEFAULT");
      }
    }
    if (!cursor.take("AS")) {
      return Kind.UNKNOWN;
    }
    if (cursor.take("IDENTITY")) {
      cursor.takeParenthesis();
      return Kind.IDENTITY;
    }
    return byDefault || cursor.takeParenthesis().isEmpty() ? Kind.UNKNOWN : Kind.GENERATED;
  }

  private Span storage() {
    int first = cursor.at();
    return cursor.take("STORED") || cursor.take("VIRTUAL") || cursor.take("PERSISTENT")
        ? cursor.since(first)
        : Span.at(0);
  }

  private Optional<Reference> references() {
    Optional<Reference> reference = cursor.takeReference();
    if (cursor.take("MATCH")) {
      cursor.skip();
    }
    while (cursor.take("ON", "DELETE") || cursor.take("ON", "UPDATE")) {
      if (!cursor.take("NO", "ACTION") && !cursor.take("SET", "DEFAULT")) {
        if (cursor.take("SET", "NULL")) {
          cursor.takeParenthesis();
        } else {
          cursor.skip();
        }
      }
    }
    return reference;
  }

  private void indexOptions() {
    if (cursor.take("WITH")) {
      cursor.takeParenthesis();
    }
    if (cursor.take("USING", "INDEX", "TABLESPACE")) {
      cursor.takeName();
    }
  }

  private Span anyToken() {
    int first = cursor.at();
    cursor.skip();
    return cursor.since(first);
  }

  /** An expression: at least one token, then on to the word that starts the next clause. */
  private Span expression() {
    int first = cursor.at();
    int cases = 0;
    while (!cursor.atEnd()) {
      if (cursor.at() > first && cases == 0 && endsExpression()) {
        break;
      }
      if (cursor.peek("CASE")) {
        cases++;
      } else if (cursor.peek("END") && cases > 0) {
        cases--;
      }
      if (cursor.peekSymbol('(')) {
        cursor.takeParenthesis();
      } else {
        cursor.skip();
      }
    }
    return cursor.since(first);
  }

  private boolean endsExpression() {
    if (cursor.kind() != TokenKind.WORD) {
      return false;
    }
    return switch (cursor.text().toUpperCase(Locale.ROOT)) {
      case "NOT",
          "NULL",
          "CONSTRAINT",
          "PRIMARY",
          "UNIQUE",
          "CHECK",
          "REFERENCES",
          "COLLATE",
          "GENERATED",
          "DEFAULT",
          "DEFERRABLE",
          "INITIALLY" ->
          true;
      case "ON",
          "KEY",
          "AUTO_INCREMENT",
          "COMMENT",
          "FIRST",
          "AFTER",
          "VISIBLE",
          "INVISIBLE",
          "COLUMN_FORMAT",
          "STORAGE",
          "CHARACTER",
          "CHARSET",
          "ENGINE_ATTRIBUTE",
          "SRID",
          "WITHOUT" ->
          cursor.mySqlLike();
      default -> false;
    };
  }
}
