package dev.tiptoe.sql;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.MaintenanceChange.SetTablespace;
import dev.tiptoe.ddl.MaintenanceChange.SetTablespace.Kind;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.ObjectChange;
import dev.tiptoe.ddl.TypeChange;
import dev.tiptoe.ddl.TypeChange.AlterDomain.Action;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads ALTER of anything but a table. */
final class AlterReader {

  private final Cursor in;
  private final Span span;
  private final List<Change> changes;

  AlterReader(Cursor in, Span span, List<Change> changes) {
    this.in = in;
    this.span = span;
    this.changes = changes;
  }

  /** Reads what follows ALTER; false if it is not understood. */
  boolean read() {
    if (in.kind() != TokenKind.WORD) {
      return false;
    }
    Optional<Change> change = Optional.empty();
    if (in.take("TYPE")) {
      change = in.takeName().flatMap(this::type);
    } else if (in.take("DOMAIN")) {
      change = in.takeName().flatMap(this::domain);
    } else if (in.take("INDEX")) {
      change =
          stored(Kind.INDEX, (i, n) -> new IndexChange.RenameIndex(i, Optional.empty(), n, span));
    } else if (in.take("VIEW") || in.take("MATERIALIZED", "VIEW")) {
      change = stored(Kind.VIEW, (v, n) -> new ObjectChange.RenameView(v, n, span));
    }
    return changes.add(change.orElseGet(() -> new Change.Neutral(span)));
  }

  private Optional<Change> stored(Kind kind, BiFunction<Name, Name, Change> renamed) {
    in.takeIfExists();
    return in.takeName()
        .flatMap(
            old -> renamedTo().map(n -> renamed.apply(old, n)).or(() -> inTablespace(kind, old)));
  }

  private Optional<Change> inTablespace(Kind kind, Name name) {
    return in.take("SET", "TABLESPACE")
        ? in.takeName().map(t -> new SetTablespace(kind, name, t, span))
        : Optional.empty();
  }

  private Optional<Name> renamedTo() {
    return in.take("RENAME", "TO") ? in.takeName() : Optional.empty();
  }

  private Optional<Change> type(Name type) {
    if (in.take("ADD", "VALUE")) {
      return Optional.of(addValue(type));
    }
    if (in.take("RENAME", "VALUE")) {
      String value = takeText();
      in.take("TO");
      return Optional.of(new TypeChange.RenameEnumValue(type, value, takeText(), span));
    }
    if (in.take("SET", "SCHEMA")) {
      return in.takeName()
          .map(schema -> new TypeChange.RenameType(type, moved(type, schema), span));
    }
    return renamedTo().map(n -> new TypeChange.RenameType(type, n, span));
  }

  private static Name moved(Name type, Name schema) {
    return new Name(schema.name(), type.name(), schema.sql() + "." + type.last(), type.span());
  }

  private Change addValue(Name type) {
    Existence existence = in.takeIfNotExists();
    String value = takeText();
    boolean before = in.take("BEFORE");
    Optional<String> neighbor =
        before || in.take("AFTER") ? Optional.of(takeText()) : Optional.empty();
    TypeChange.AddEnumValue.Side side =
        before ? TypeChange.AddEnumValue.Side.BEFORE : TypeChange.AddEnumValue.Side.AFTER;
    return new TypeChange.AddEnumValue(type, value, existence, side, neighbor, span);
  }

  private Optional<Change> domain(Name domain) {
    Optional<Name> newName = renamedTo();
    if (newName.isPresent()) {
      return newName.map(n -> new TypeChange.RenameType(domain, n, span));
    }
    Action action =
        in.take("SET", "NOT", "NULL")
            ? Action.SET_NOT_NULL
            : in.take("DROP", "NOT", "NULL")
                ? Action.DROP_NOT_NULL
                : in.take("SET", "DEFAULT")
                    ? Action.SET_DEFAULT
                    : in.take("DROP", "DEFAULT")
                        ? Action.DROP_DEFAULT
                        : in.take("ADD")
                            ? added()
                            : in.take("VALIDATE") ? Action.VALIDATE_CONSTRAINT : Action.OTHER;
    return Optional.of(new TypeChange.AlterDomain(domain, action, span));
  }

  private Action added() {
    Cursor end = in.part(in.limit() - 2, in.limit());
    return end.peek("NOT", "VALID") ? Action.ADD_CONSTRAINT_NOT_VALID : Action.ADD_CONSTRAINT;
  }

  private String takeText() {
    String text = in.text();
    in.skip();
    return text;
  }
}
