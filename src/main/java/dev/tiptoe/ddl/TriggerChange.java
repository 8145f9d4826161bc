package dev.tiptoe.ddl;

import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.OfTable;
import dev.tiptoe.text.Span;

/** A change of a table's triggers. */
public sealed interface TriggerChange extends Change, OfTable {

  /** A trigger; tolerant if it may replace one of its name. */
  record CreateTrigger(Name table, Name trigger, Existence existence, Span span)
      implements TriggerChange {}

  record DropTrigger(Name table, Name trigger, Existence existence, Span span)
      implements TriggerChange {}

  /** ALTER TABLE ... DISABLE or ENABLE TRIGGER. */
  record SwitchTriggers(Name table, Which which, State state, Span span) implements TriggerChange {
    /** Whose triggers they are. */
    public enum Which {
      ONE,
      /** All but those of foreign keys and deferrable constraints. */
      USER,
      /** Those that keep foreign keys among them. */
      ALL
    }

    /** Whether they fire from then on. */
    public enum State {
      ENABLED,
      DISABLED
    }
  }
}
