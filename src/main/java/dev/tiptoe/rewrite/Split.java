package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Change.Scope;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Options.Steps;
import java.util.Optional;

/** Whether the steps for a column become migrations of their own. */
final class Split {

  private Split() {}

  static boolean isAsked(Context ctx) {
    return ctx.options().steps() == Steps.SPLIT;
  }

  /** Why they cannot, though somebody asked for it; empty if they can or nobody did. */
  static Optional<String> obstacle(Context ctx, Name table, Scope scope, Name column) {
    if (!isAsked(ctx)) {
      return Optional.empty();
    }
    return ctx.splitRefusal()
        .or(
            () ->
                reason(
                    scope.ifExists(),
                    "an UPDATE fails if the table is not there, and IF EXISTS says it may not be; drop IF EXISTS"))
        .or(
            () ->
                reason(
                    ctx.changesSession(),
                    "the file sets search_path, sql_mode or the database, which migrations after it would not have; write names with their schema, or the steps into this file (--steps inline)"))
        .or(
            () ->
                reason(
                    ctx.isChangedLater(table, column),
                    "a later statement of this file changes the column or makes a key of it; move that into a migration of its own, or write the steps into this file (--steps inline)"));
  }

  private static Optional<String> reason(boolean holds, String reason) {
    return holds ? Optional.of(reason) : Optional.empty();
  }
}
