package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.OfTable;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange.MoveTable;
import dev.tiptoe.ddl.TableChange.RenameTable;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import java.util.Optional;

/** Queries of the application that still runs look for a moved table where it was, and fail. */
public final class MoveSchema extends Rule<OfTable> {

  public MoveSchema() {
    super(OfTable.class, Severity.WARNING);
  }

  @Override
  protected void check(OfTable change, Context ctx) {
    Name table = change.table();
    destination(change, ctx)
        .filter(schema -> !ctx.schema().isNew(table))
        .filter(schema -> !Renames.together(ctx).isCoveredByView(table))
        .ifPresent(
            schema ->
                ctx.report(
                    Severity.WARNING,
                    Hazard.BREAKS,
                    change.span(),
                    table.last()
                        + " moves to the "
                        + (ctx.target().dialect().isMySqlLike() ? "database " : "schema ")
                        + schema
                        + ". Queries that look for it where it was fail with "
                        + Missing.TABLE.error(ctx.target())
                        + ".",
                    ctx.target().dialect().isMySqlLike()
                        ? "Create, right after it, a view of its name where it was, and drop that when nobody uses it any more."
                        : "Create, in the same transaction, a view of its name where it was, or put "
                            + schema
                            + " into the search_path of the application first."));
  }

  /** The new schema; empty if the table stays in its own. */
  private static Optional<String> destination(OfTable change, Context ctx) {
    if (change instanceof MoveTable move) {
      return Optional.of(move.schema().last());
    }
    return change instanceof RenameTable rename
            && ctx.target().dialect().isMySqlLike()
            && rename.newName().sameLast(rename.table())
            && !rename.newName().schema().isEmpty()
            && !rename.newName().schema().equalsIgnoreCase(rename.table().schema())
        ? Optional.of(rename.newName().schema())
        : Optional.empty();
  }
}
