package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.RowChange;
import dev.tiptoe.ddl.SessionChange;
import dev.tiptoe.ddl.SessionChange.Transaction;
import dev.tiptoe.ddl.SessionChange.Transaction.Step;
import dev.tiptoe.layout.Wrapping;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import java.util.List;

/** What is begun and never committed is rolled back when the connection ends. */
public final class UncommittedTransaction extends Rule<Transaction> {

  public UncommittedTransaction() {
    super(Transaction.class, Severity.WARNING);
  }

  @Override
  protected void check(Transaction begin, Context ctx) {
    if (begin.step() != Step.BEGIN
        || ctx.wrapping() == Wrapping.SECTION
        || ctx.wrapping() == Wrapping.ALL_PENDING) {
      return;
    }
    List<Change> later =
        ctx.statements().stream()
            .filter(s -> s.span().start() > begin.span().end())
            .flatMap(s -> s.changes().stream())
            .toList();
    if (!later.isEmpty() && later.stream().noneMatch(c -> ends(c, ctx))) {
      ctx.report(
          Severity.WARNING,
          Hazard.HISTORY,
          begin.span(),
          "This transaction is never committed: "
              + ctx.target()
              + " rolls it back when the connection ends, and nothing of it stays, even if the migration is recorded as applied.",
          "Write COMMIT behind its last statement.");
    }
  }

  /** MySQL and MariaDB commit before they change a definition. */
  private static boolean ends(Change change, Context ctx) {
    boolean keeps =
        (change instanceof RowChange && !(change instanceof RowChange.Truncate))
            || change instanceof SessionChange
            || change instanceof Change.Neutral;
    return change instanceof Transaction || (ctx.target().dialect().isMySqlLike() && !keeps);
  }
}
