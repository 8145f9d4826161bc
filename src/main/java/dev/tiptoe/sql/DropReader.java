package dev.tiptoe.sql;

import dev.tiptoe.ddl.Access;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.DropBehavior;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.ObjectChange;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.ddl.TableTrait;
import dev.tiptoe.ddl.TriggerChange;
import dev.tiptoe.ddl.TypeChange;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads DROP of what the statements before may have made. */
final class DropReader {

  private final Cursor in;
  private final Span span;
  private final List<Change> changes;
  private Existence existence = Existence.STRICT;
  private DropBehavior behavior = DropBehavior.RESTRICT;

  DropReader(Cursor in, Span span, List<Change> changes) {
    this.in = in;
    this.span = span;
    this.changes = changes;
  }

  /** Reads what follows DROP; false if it is not understood. */
  boolean read() {
    Set<TableTrait> traits = in.take("TEMPORARY") ? Set.of(TableTrait.TEMPORARY) : Set.of();
    if (in.take("TABLE") || in.take("TABLES")) {
      return each(n -> new TableChange.DropTable(n, existence, behavior, traits, span));
    }
    if (in.take("INDEX")) {
      return in.mySqlLike() ? indexOfTable() : indexes();
    }
    if (in.take("VIEW") || in.take("MATERIALIZED", "VIEW")) {
      return each(n -> new ObjectChange.DropView(n, existence, behavior, span));
    }
    if (in.take("TYPE") || in.take("DOMAIN")) {
      return each(n -> new TypeChange.DropType(n, existence, behavior, span));
    }
    if (in.take("SCHEMA") || (in.mySqlLike() && in.take("DATABASE"))) {
      return each(n -> new ObjectChange.DropSchema(n, existence, behavior, span));
    }
    if (!in.mySqlLike() && in.take("TRIGGER")) {
      return trigger();
    }
    return in.kind() == TokenKind.WORD && changes.add(new Change.Neutral(span));
  }

  private boolean trigger() {
    existence = in.takeIfExists();
    Optional<Name> trigger = in.takeName();
    Optional<Name> table = in.take("ON") ? in.takeName() : Optional.empty();
    return trigger.isPresent()
        && table.isPresent()
        && changes.add(new TriggerChange.DropTrigger(table.get(), trigger.get(), existence, span));
  }

  private boolean indexes() {
    Access access = in.take("CONCURRENTLY") ? Access.CONCURRENT : Access.BLOCKING;
    return each(
        n -> new IndexChange.DropIndex(n, Optional.empty(), existence, access, behavior, span));
  }

  private boolean indexOfTable() {
    existence = in.takeIfExists();
    Optional<Name> index = in.takeName();
    Optional<Name> table = in.take("ON") ? in.takeName() : Optional.empty();
    if (index.isEmpty()) {
      return false;
    }
    changes.add(
        new IndexChange.DropIndex(index.get(), table, existence, Access.BLOCKING, behavior, span));
    table.ifPresent(t -> changes.addAll(ExecutionOptionReader.all(in, t)));
    return true;
  }

  private boolean each(Function<Name, Change> change) {
    existence = in.takeIfExists();
    List<Name> names = new ArrayList<>();
    do {
      Optional<Name> name = in.takeName();
      if (name.isEmpty()) {
        return false;
      }
      names.add(name.get());
    } while (in.takeSymbol(','));
    behavior = in.takeBehavior();
    names.forEach(n -> changes.add(change.apply(n)));
    return true;
  }
}
