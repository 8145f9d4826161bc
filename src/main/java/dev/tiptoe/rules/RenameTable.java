package dev.tiptoe.rules;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.ForeignKey;
import java.util.List;

/** Queries of the application that still runs name a renamed table by its old name, and fail. */
public final class RenameTable extends Rule<TableChange.RenameTable> {

  public RenameTable() {
    super(TableChange.RenameTable.class, Severity.WARNING);
  }

  @Override
  protected void check(TableChange.RenameTable rename, Context ctx) {
    Name table = rename.table();
    Renames together = Renames.together(ctx);
    if (ctx.schema().isNew(table)
        || ctx.schema().isIndex(table)
        || isSameName(rename, ctx)
        || together.isCoveredByView(table)
        || together.isLeft(rename.newName())) {
      return;
    }
    if (together.isTaken(table)) {
      swapped(rename, ctx);
    } else {
      renamed(rename, ctx);
    }
  }

  /** It stays what it is, or goes to another schema, of which move-schema speaks. */
  private static boolean isSameName(TableChange.RenameTable rename, Context ctx) {
    return ctx.target().dialect().isMySqlLike() && rename.newName().sameLast(rename.table());
  }

  private static void renamed(TableChange.RenameTable rename, Context ctx) {
    Name table = rename.table();
    boolean view = Renames.later(ctx).isCoveredByView(table);
    ctx.report(
        view ? Severity.NOTE : Severity.WARNING,
        Hazard.BREAKS,
        rename.span(),
        table.last()
            + " is renamed to "
            + rename.newName().last()
            + ". Queries that still name "
            + table.last()
            + " fail with "
            + Missing.TABLE.error(ctx.target())
            + (view ? " until the view of that name is there." : ".")
            + code(table, ctx),
        view
            ? ""
            : (ctx.isPrisma()
                    ? "Keep the name in the database and rename the model alone, with @@map(\""
                        + table.name()
                        + "\"). Or create, "
                    : "Create, ")
                + (ctx.target().dialect().isMySqlLike()
                    ? "right after it"
                    : "in the same transaction")
                + ", a view "
                + table.last()
                + " over "
                + rename.newName().last()
                + ", and drop it when no version of the application that runs uses the old name.");
  }

  private static void swapped(TableChange.RenameTable rename, Context ctx) {
    List<String> keys =
        ctx.schema().foreignKeysTo(rename.table()).stream().map(ForeignKey::toString).toList();
    ctx.report(
        keys.isEmpty() ? Severity.NOTE : Severity.WARNING,
        Hazard.BREAKS,
        rename.span(),
        "Another table takes the name "
            + rename.table().last()
            + ", and this one goes on as "
            + rename.newName().last()
            + ": rows that were written to it since the other was filled are not in the other."
            + (keys.isEmpty()
                ? ""
                : " The foreign key "
                    + Listing.of(keys)
                    + " goes on pointing to "
                    + rename.newName().last()
                    + "."),
        keys.isEmpty()
            ? "Make sure that both hold the same rows at that moment."
            : "Make the foreign key anew, to the table that has the name then.");
  }

  /** PostgreSQL's views follow the table, the others' do not; no routine does. */
  private static String code(Name table, Context ctx) {
    boolean mySqlLike = ctx.target().dialect().isMySqlLike();
    List<String> names =
        mySqlLike
            ? ctx.schema().viewsNaming(table).stream().map(Name::last).toList()
            : ctx.schema().routinesNaming(table);
    return names.isEmpty()
        ? ""
        : (mySqlLike
                ? " So does, with error 1356, the view "
                : " So does, at its next call, the routine ")
            + Listing.of(names)
            + ", which seems to name it.";
  }
}
