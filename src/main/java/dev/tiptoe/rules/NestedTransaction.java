package dev.tiptoe.rules;

import dev.tiptoe.ddl.SessionChange.Transaction;
import dev.tiptoe.ddl.SessionChange.Transaction.Step;
import dev.tiptoe.layout.Wrapping;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Dialect;

/** COMMIT in a file that the tool runs in a transaction of its own ends that of the tool. */
public final class NestedTransaction extends Rule<Transaction> {

  public NestedTransaction() {
    super(Transaction.class, Severity.WARNING, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(Transaction transaction, Context ctx) {
    boolean wrapped = ctx.wrapping() == Wrapping.SECTION || ctx.wrapping() == Wrapping.ALL_PENDING;
    if (!wrapped || !ctx.isFirst("nested-transaction")) {
      return;
    }
    String tool = ctx.runner().toString();
    ctx.report(
        Severity.WARNING,
        Hazard.HISTORY,
        transaction.span(),
        transaction.step() == Step.BEGIN
            ? tool
                + " has opened a transaction already: this one begins nothing, and its COMMIT or ROLLBACK ends that of the tool."
            : tool
                + " has opened the transaction that this ends: what follows commits by itself, and if it fails, what came before stays although the migration is not recorded.",
        "Leave BEGIN and COMMIT to the tool, or tell it to run this file without a transaction.");
  }
}
