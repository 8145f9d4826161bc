package dev.tiptoe.rules;

import dev.tiptoe.layout.Layouts;
import dev.tiptoe.layout.Wrapping;
import dev.tiptoe.lint.Context;
import dev.tiptoe.sql.Statement;
import java.util.List;

/**
 * The statements that commit together, where Prisma Migrate of a version that nobody knows counts
 * as one that sends a file as a whole.
 */
final class SharedTransaction {

  private SharedTransaction() {}

  /** Those that commit with the statement looked at, itself among them; empty if it is alone. */
  static List<Statement> of(Context ctx) {
    if (!isPerhaps(ctx)) {
      return ctx.transaction();
    }
    return ctx.statements().size() < 2 ? List.of() : ctx.statements();
  }

  static List<Statement> earlier(Context ctx) {
    return isPerhaps(ctx) ? ctx.earlierStatements() : ctx.earlierInTransaction();
  }

  /** What has to be so for them to share one, in parentheses; empty if it is certain. */
  static String condition(Context ctx) {
    return isPerhaps(ctx) ? " (Prisma Migrate up to 7.3 sends a file as one transaction)" : "";
  }

  static boolean isPerhaps(Context ctx) {
    return ctx.runner().is(Layouts.PRISMA)
        && ctx.wrapping() == Wrapping.UNKNOWN
        && ctx.transaction().isEmpty();
  }
}
