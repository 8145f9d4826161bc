package dev.tiptoe.sql;

import dev.tiptoe.ddl.Access;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Change.Scope;
import dev.tiptoe.ddl.Coverage;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.IndexPart;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads an index, as it stands in CREATE INDEX, in CREATE TABLE and in ALTER TABLE ... ADD. */
final class IndexReader {

  private final Cursor in;
  private final List<IndexPart> parts = new ArrayList<>();
  private final List<Name> others = new ArrayList<>();
  private Optional<String> method = Optional.empty();
  private Coverage coverage = Coverage.EVERY_ROW;

  IndexReader(Cursor in) {
    this.in = in;
  }

  /** Reads what follows CREATE ... INDEX; empty if it is not understood. */
  Optional<IndexChange.AddIndex> afterCreate(IndexKind kind, Span span) {
    Access access = in.take("CONCURRENTLY") ? Access.CONCURRENT : Access.BLOCKING;
    Existence existence = in.takeIfNotExists();
    Optional<Name> name = in.peek("ON") ? Optional.empty() : in.takeName();
    using();
    if (!in.take("ON")) {
      return Optional.empty();
    }
    Scope scope = in.take("ONLY") ? Scope.ONLY : Scope.PLAIN;
    Optional<Name> table = in.takeName();
    if (table.isEmpty()) {
      return Optional.empty();
    }
    keyAndOptions();
    return Optional.of(index(table.get(), scope, kind, name, existence, access, span));
  }

  /** Reads what follows MySQL's [UNIQUE | FULLTEXT | SPATIAL] [INDEX | KEY]. */
  Change inTable(Name table, IndexKind kind, Span span) {
    Existence existence = in.takeIfNotExists();
    Optional<Name> name = in.peek("USING") ? Optional.empty() : in.takeName();
    keyAndOptions();
    return index(table, Scope.PLAIN, kind, name, existence, Access.BLOCKING, span);
  }

  private IndexChange.AddIndex index(
      Name table,
      Scope scope,
      IndexKind kind,
      Optional<Name> name,
      Existence existence,
      Access access,
      Span span) {
    return new IndexChange.AddIndex(
        table,
        scope,
        kind,
        name,
        existence,
        access,
        method,
        List.copyOf(parts),
        coverage,
        List.copyOf(others),
        span);
  }

  private void keyAndOptions() {
    while (!in.atEnd() && !in.peekSymbol('(')) {
      if (!using()) {
        in.skip();
      }
    }
    for (Cursor part : in.takeParenthesized()) {
      parts.add(part(part));
    }
    while (!in.atEnd()) {
      if (in.take("INCLUDE")) {
        others.addAll(in.takeColumnList());
      } else if (in.take("WHERE")) {
        condition(in.part(in.at(), in.limit()));
        return;
      } else if (!using()) {
        in.skip();
      }
    }
  }

  private boolean using() {
    if (!in.take("USING")) {
      return false;
    }
    method = Optional.of(in.text().toLowerCase(Locale.ROOT));
    in.skip();
    return true;
  }

  private IndexPart part(Cursor part) {
    int first = part.at();
    Optional<Name> column = part.takeName();
    boolean prefix = part.mySqlLike() && column.isPresent() && part.peekSymbol('(');
    if (part.peekSymbol('(') && !prefix) {
      others.addAll(Conditions.names(part.part(part.at() + 1, part.afterParenthesis() - 1)));
      column = Optional.empty();
    }
    if (column.isEmpty()) {
      return new IndexPart(
          IndexPart.Form.EXPRESSION, Optional.empty(), part.source(part.all(first)));
    }
    part.takeParenthesis();
    return new IndexPart(
        prefix ? IndexPart.Form.PREFIX : IndexPart.Form.WHOLE,
        column,
        part.atEnd() ? "" : part.source(part.all(part.at())));
  }

  private void condition(Cursor condition) {
    List<Name> columns = Conditions.names(condition);
    List<Name> notNull = Conditions.provenNotNull(condition);
    boolean ownOnly =
        notNull.stream()
            .allMatch(
                n -> parts.stream().anyMatch(p -> p.column().filter(n::sameLast).isPresent()));
    coverage = notNull.isEmpty() || !ownOnly ? Coverage.SOME_ROWS : Coverage.ROWS_WITH_VALUES;
    others.addAll(columns);
  }
}
