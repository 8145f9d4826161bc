package dev.tiptoe.doctor.effects;

import dev.tiptoe.ddl.SessionChange.Transaction;
import dev.tiptoe.ddl.SessionChange.Transaction.Step;
import dev.tiptoe.doctor.effects.Clue.TakenBack;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Target;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** After which of a file's statements a server can have stopped for good. */
final class Commits {

  private final List<Statement> statements;
  private final Target target;

  Commits(List<Statement> statements, Target target) {
    this.statements = statements;
    this.target = target;
  }

  /** What is left of these by what else is known; what fits none of them is not believed. */
  BitSet narrow(BitSet prefixes, Clue clue) {
    BitSet narrowed = (BitSet) prefixes.clone();
    narrowed.and(possible(clue.takenBack()));
    if (narrowed.isEmpty()) {
      return prefixes;
    }
    int last = clue.failedAt().orElse(0) - 1;
    if (last >= 0 && narrowed.get(last)) {
      narrowed.clear();
      narrowed.set(last);
    }
    return narrowed;
  }

  private BitSet possible(TakenBack takenBack) {
    int all = statements.size();
    BitSet possible = new BitSet();
    // Where each change of a table commits what was before it, any place is possible.
    possible.set(0, target.is(Dialect.POSTGRESQL) ? 1 : all);
    possible.set(all);
    boolean open = takenBack == TakenBack.FILE;
    for (int i = 0; i < all; i++) {
      Optional<Step> step = step(statements.get(i));
      boolean ends = step.filter(s -> s != Step.BEGIN).isPresent();
      open = !ends && (open || step.isPresent());
      possible.set(i + 1, possible.get(i + 1) || !open);
      open |= takenBack == TakenBack.FILE;
    }
    return possible;
  }

  private static Optional<Step> step(Statement statement) {
    return statement.changes().stream()
        .filter(Transaction.class::isInstance)
        .map(change -> ((Transaction) change).step())
        .findFirst();
  }
}
