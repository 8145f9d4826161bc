package dev.tiptoe.sql;

import dev.tiptoe.ddl.Access;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.MaintenanceChange.SetTablespace;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange.AttachPartition;
import dev.tiptoe.ddl.TableChange.DetachPartition;
import dev.tiptoe.ddl.TableChange.MoveTable;
import dev.tiptoe.ddl.TableChange.SetPersistence;
import dev.tiptoe.ddl.TableChange.SetPersistence.Persistence;
import dev.tiptoe.ddl.TriggerChange.SwitchTriggers;
import dev.tiptoe.ddl.TriggerChange.SwitchTriggers.State;
import dev.tiptoe.ddl.TriggerChange.SwitchTriggers.Which;
import dev.tiptoe.text.Span;
import java.util.Optional;

/** Reads those actions of PostgreSQL's ALTER TABLE that are about no column and no constraint. */
final class WholeTableReader {

  private final Cursor in;
  private final Name table;
  private final Span span;

  private WholeTableReader(Cursor in, Name table, Span span) {
    this.in = in;
    this.table = table;
    this.span = span;
  }

  /** The action here; empty if it is another. */
  static Optional<Change> read(Cursor in, Name table, Span span) {
    return new WholeTableReader(in, table, span).read();
  }

  private Optional<Change> read() {
    if (in.take("SET", "SCHEMA")) {
      return in.takeName().map(schema -> new MoveTable(table, schema, span));
    }
    if (in.take("SET", "LOGGED")) {
      return Optional.of(new SetPersistence(table, Persistence.LOGGED, span));
    }
    if (in.take("SET", "UNLOGGED")) {
      return Optional.of(new SetPersistence(table, Persistence.UNLOGGED, span));
    }
    if (in.take("SET", "TABLESPACE")) {
      return in.takeName()
          .map(space -> new SetTablespace(SetTablespace.Kind.TABLE, table, space, span));
    }
    if (in.take("ENABLE", "TRIGGER")) {
      return Optional.of(new SwitchTriggers(table, which(), State.ENABLED, span));
    }
    if (in.take("DISABLE", "TRIGGER")) {
      return Optional.of(new SwitchTriggers(table, which(), State.DISABLED, span));
    }
    if (in.take("ATTACH", "PARTITION")) {
      return in.takeName().map(partition -> new AttachPartition(table, partition, span));
    }
    return in.take("DETACH", "PARTITION") ? in.takeName().map(this::detach) : Optional.empty();
  }

  private Which which() {
    return in.peek("ALL") ? Which.ALL : in.peek("USER") ? Which.USER : Which.ONE;
  }

  private Change detach(Name partition) {
    return new DetachPartition(
        table, partition, in.atEnd() ? Access.BLOCKING : Access.CONCURRENT, span);
  }
}
