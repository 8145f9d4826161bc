package dev.tiptoe.doctor;

import dev.tiptoe.ddl.SessionChange.Transaction;
import dev.tiptoe.ddl.SessionChange.Transaction.Step;
import dev.tiptoe.doctor.Clue.TakenBack;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Target;
import java.util.BitSet;
import java.util.List;

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
    possible.set(0);
    boolean open = false;
    for (int i = 0; i < all; i++) {
      Step step = step(statements.get(i));
      boolean ends = step == Step.COMMIT || step == Step.ROLLBACK;
      open = !ends && (open || step == Step.BEGIN);
      possible.set(i + 1, ends || (takenBack == TakenBack.STATEMENT && !open));
    }
    if (target.dialect() != Dialect.POSTGRESQL) {
      // Each change of a table commits what was before it.
      possible.set(0, all);
    }
    possible.set(all);
    return possible;
  }

  private static @org.jspecify.annotations.Nullable Step step(Statement statement) {
    return statement.changes().stream()
        .filter(Transaction.class::isInstance)
        .map(c -> ((Transaction) c).step())
        .findFirst()
        .orElse(null);
  }
}
