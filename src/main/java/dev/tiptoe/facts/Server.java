package dev.tiptoe.facts;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Target;
import java.util.Optional;

/** The server that a statement meets, asked what it was measured to do. */
record Server(Target target, SqlMode mode) {

  boolean is(Dialect dialect) {
    return target.is(dialect);
  }

  /** Empty if it lacks the syntax. */
  Optional<Effect> effect(String operation) {
    return Facts.of(target.dialect()).effect(operation, target, mode);
  }

  /** Whether it takes the statement where no row stands against it. */
  boolean takes(String operation) {
    return effect(operation).filter(e -> !e.fails() || e.onRowsOnly()).isPresent();
  }

  /** What it does with a statement that fails where there are rows. */
  Outcome refusal(String operation) {
    return effect(operation)
        .map(Refusal::of)
        .orElseGet(() -> Outcome.failsAlways("lacks the syntax for it"));
  }
}
