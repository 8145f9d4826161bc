package dev.tiptoe.sql;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Change.ViewKind;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.ObjectChange;
import dev.tiptoe.ddl.TableTrait;
import dev.tiptoe.ddl.TriggerChange.CreateTrigger;
import dev.tiptoe.ddl.TypeChange;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads CREATE of what later statements may refer to. */
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
    Existence replacing = in.take("OR", "REPLACE") ? Existence.TOLERANT : Existence.STRICT;
    Set<TableTrait> traits = EnumSet.noneOf(TableTrait.class);
    while (in.take("UNLOGGED") || in.take("GLOBAL") || in.take("LOCAL") || in.take("FOREIGN")) {
      // Such a table is as new as any.
    }
    if (in.take("TEMPORARY") || in.take("TEMP")) {
      traits.add(TableTrait.TEMPORARY);
    }
    if (in.take("TABLE")) {
      return changes.addAll(new CreateTableReader(in, span, traits).read());
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
    return other(replacing);
  }

  private boolean index(IndexKind kind) {
    // The columns of the key may be called so too, but stand in parentheses.
    Cursor options = in.part(in.endBefore("ALGORITHM", "LOCK", "WAIT", "NOWAIT"), in.limit());
    Optional<IndexChange.AddIndex> index = new IndexReader(in).afterCreate(kind, span);
    index.ifPresent(
        i -> {
          changes.add(i);
          if (in.mySqlLike()) {
            changes.addAll(ExecutionOptionReader.all(options, i.table()));
          }
        });
    return index.isPresent();
  }

  private boolean other(Existence replacing) {
    skipAttributes();
    if (in.take("TYPE")) {
      return type();
    }
    if (in.take("DOMAIN")) {
      return domain();
    }
    if (in.take("SCHEMA") || (in.mySqlLike() && in.take("DATABASE"))) {
      return schema();
    }
    if (in.take("VIEW")) {
      return view(ViewKind.PLAIN, replacing);
    }
    if (in.take("MATERIALIZED", "VIEW")) {
      return view(ViewKind.MATERIALIZED, replacing);
    }
    if (in.take("FUNCTION") || in.take("PROCEDURE")) {
      in.takeIfNotExists();
      return add(
          in.takeName()
              .map(n -> new ObjectChange.CreateRoutine(n, RoutineReader.volatility(in), span)));
    }
    if (in.target().is(Dialect.MARIADB) && in.take("SEQUENCE")) {
      return sequence();
    }
    in.take("CONSTRAINT");
    if (in.take("TRIGGER")) {
      return trigger(replacing);
    }
    return in.kind() == TokenKind.WORD && changes.add(new Change.Neutral(span));
  }

  /** MariaDB keeps a sequence in a table, which ALTER, RENAME and DROP TABLE take as any other. */
  private boolean sequence() {
    in.takeIfNotExists();
    return in.takeName()
        .map(
            name ->
                changes.add(
                    CreateTableReader.openEnded(name, EnumSet.of(TableTrait.OPEN_ENDED), span)))
        .orElse(false);
  }

  private boolean trigger(Existence replacing) {
    Existence existence =
        in.takeIfNotExists() == Existence.TOLERANT ? Existence.TOLERANT : replacing;
    Optional<Name> trigger = in.takeName();
    in.moveTo(in.endBefore("ON"));
    in.take("ON");
    Optional<Name> table = in.takeName();
    return trigger.isPresent()
        && add(table.map(t -> new CreateTrigger(t, trigger.get(), existence, span)));
  }

  /** What may stand before VIEW or FUNCTION, such as MySQL's DEFINER and ALGORITHM. */
  private void skipAttributes() {
    in.take("RECURSIVE");
    in.take("AGGREGATE");
    if (in.peek("ALGORITHM") || in.peek("DEFINER") || in.peek("SQL")) {
      in.moveTo(in.endBefore("VIEW", "FUNCTION", "PROCEDURE", "TRIGGER", "EVENT"));
    }
  }

  private boolean schema() {
    Existence existence = in.takeIfNotExists();
    in.take("AUTHORIZATION");
    return add(in.takeName().map(n -> new ObjectChange.CreateSchema(n, existence, span)));
  }

  private boolean view(ViewKind kind, Existence replacing) {
    Existence existence =
        in.takeIfNotExists() == Existence.TOLERANT ? Existence.TOLERANT : replacing;
    return add(in.takeName().map(n -> new ObjectChange.CreateView(n, kind, existence, span)));
  }

  private boolean add(Optional<? extends Change> change) {
    change.ifPresent(changes::add);
    return change.isPresent();
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
    for (Cursor element : in.takeParenthesized()) {
      values.add(element.text());
    }
    return changes.add(new TypeChange.CreateEnum(type.get(), List.copyOf(values), span));
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
    return changes.add(
        new TypeChange.CreateDomain(
            domain,
            has(clauses, Clause.Kind.NOT_NULL),
            has(clauses, Clause.Kind.CHECK),
            has(clauses, Clause.Kind.DEFAULT),
            span));
  }

  private static boolean has(List<Clause> clauses, Clause.Kind kind) {
    return clauses.stream().anyMatch(c -> c.kind() == kind);
  }
}
