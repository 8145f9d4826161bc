package dev.tiptoe.sql;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Change.Scope;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CREATE of what later statements may refer to: tables, indexes, enums and domains. */
final class CreateReader {

  private final Cursor in;
  private final Span span;
  private final List<Change> changes;

  CreateReader(Cursor in, Span span, List<Change> changes) {
    this.in = in;
    this.span = span;
    this.changes = changes;
  }

  /** Reads what follows CREATE; false if it is not understood. */
  boolean read() {
    in.take("OR", "REPLACE");
    while (in.take("TEMPORARY")
        || in.take("TEMP")
        || in.take("UNLOGGED")
        || in.take("GLOBAL")
        || in.take("LOCAL")
        || in.take("FOREIGN")) {
      // Such a table is as new as any.
    }
    if (in.take("TABLE")) {
      return table();
    }
    IndexKind kind =
        in.take("UNIQUE")
            ? IndexKind.UNIQUE
            : in.take("FULLTEXT")
                ? IndexKind.FULLTEXT
                : in.take("SPATIAL") ? IndexKind.SPATIAL : IndexKind.PLAIN;
    if (in.take("INDEX")) {
      return index(kind);
    }
    if (kind != IndexKind.PLAIN) {
      return false;
    }
    if (in.take("TYPE")) {
      return type();
    }
    if (in.take("DOMAIN")) {
      return domain();
    }
    return in.kind() == TokenKind.WORD && changes.add(new Change.Neutral(span));
  }

  private boolean table() {
    Existence existence = in.take("IF", "NOT", "EXISTS") ? Existence.TOLERANT : Existence.STRICT;
    Optional<Name> table = in.takeName();
    if (table.isEmpty()) {
      return false;
    }
    List<ColumnDef> columns = new ArrayList<>();
    List<Name> primaryKey = new ArrayList<>();
    if (in.peekSymbol('(')) {
      Cursor body = in.part(in.at() + 1, in.afterParenthesis() - 1);
      for (Cursor element : body.elements()) {
        ConstraintReader constraint =
            new ConstraintReader(element, table.get(), Scope.PLAIN, element.at());
        if (constraint.startsHere()) {
          primaryKey.addAll(primaryKey(constraint));
        } else if (!element.peek("LIKE")) {
          ColumnReader.read(element).ifPresent(columns::add);
        }
      }
    }
    columns.stream()
        .filter(c -> c.has(Clause.Kind.PRIMARY_KEY))
        .forEach(c -> primaryKey.add(c.name()));
    changes.add(
        new Change.CreateTable(
            table.get(), existence, List.copyOf(columns), List.copyOf(primaryKey), span));
    if (in.endBefore("SELECT") < in.limit()) {
      // CREATE TABLE ... AS SELECT: the table is new and has rows.
      changes.add(new Change.InsertRows(table.get(), span));
    }
    return true;
  }

  private static List<Name> primaryKey(ConstraintReader reader) {
    return reader.read().orElse(null) instanceof Change.AddConstraint constraint
            && constraint.demand() == Change.Demand.PRIMARY_KEY
        ? constraint.columns()
        : List.of();
  }

  private boolean index(IndexKind kind) {
    in.take("CONCURRENTLY");
    in.take("IF", "NOT", "EXISTS");
    while (!in.atEnd() && !in.peek("ON")) {
      in.skip();
    }
    if (!in.take("ON")) {
      return false;
    }
    in.take("ONLY");
    Optional<Name> table = in.takeName();
    if (table.isEmpty()) {
      return false;
    }
    while (!in.atEnd() && !in.peekSymbol('(')) {
      in.skip();
    }
    return changes.add(new Change.AddIndex(table.get(), kind, in.takeColumnList(), span));
  }

  private boolean type() {
    Optional<Name> type = in.takeName();
    if (type.isEmpty()) {
      return false;
    }
    if (!in.take("AS", "ENUM")) {
      return changes.add(new Change.Neutral(span));
    }
    List<String> values = new ArrayList<>();
    if (in.peekSymbol('(')) {
      for (Cursor element : in.part(in.at() + 1, in.afterParenthesis() - 1).elements()) {
        values.add(element.text());
      }
    }
    return changes.add(new Change.CreateEnum(type.get(), List.copyOf(values), span));
  }

  private boolean domain() {
    Optional<Name> name = in.takeName();
    if (name.isEmpty()) {
      return false;
    }
    in.take("AS");
    Optional<TypeName> type = TypeReader.read(in);
    if (type.isEmpty()) {
      return false;
    }
    Name domain = name.get();
    List<Clause> clauses = ColumnReader.clauses(in);
    boolean required = clauses.stream().anyMatch(c -> c.kind() == Clause.Kind.NOT_NULL);
    boolean hasDefault = clauses.stream().anyMatch(c -> c.kind() == Clause.Kind.DEFAULT);
    return changes.add(new Change.CreateDomain(domain, required, hasDefault, span));
  }
}
