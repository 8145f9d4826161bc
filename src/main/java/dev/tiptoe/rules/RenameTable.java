package dev.tiptoe.rules;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rules.TableMoves.Move;
import dev.tiptoe.schema.ForeignKey;
import java.util.List;

/** Queries of the application that still runs name a renamed table by its old name, and fail. */
public final class RenameTable extends Rule<TableChange.RenameTable> {

  public RenameTable() {
    super(TableChange.RenameTable.class, Severity.WARNING);
  }

  @Override
  protected void check(TableChange.RenameTable rename, Context ctx) {
    TableMoves moves = TableMoves.of(ctx);
    if (!ctx.schema().isNew(rename.table())
        && !ctx.schema().isIndex(rename.table())
        && !isSameName(rename, ctx)
        && !moves.isLeft(rename.newName())
        && !Renames.together(ctx).isCoveredByView(rename.table())) {
      moves.startingWith(rename).ifPresent(move -> moved(move, moves, ctx));
    }
  }

  /** It stays what it is, or goes to another schema, of which move-schema speaks. */
  private static boolean isSameName(TableChange.RenameTable rename, Context ctx) {
    return ctx.target().dialect().isMySqlLike() && rename.newName().sameLast(rename.table());
  }

  private void moved(Move move, TableMoves moves, Context ctx) {
    if (!moves.isTaken(move.oldName())) {
      renamed(move, ctx);
    } else if (ctx.isFirst(id())) {
      swapped(move, moves, ctx);
    }
  }

  private static void renamed(Move move, Context ctx) {
    Name table = move.oldName();
    boolean view = Renames.later(ctx).isCoveredByView(table);
    ctx.report(
        view ? Severity.NOTE : Severity.WARNING,
        Hazard.BREAKS,
        move.first().span(),
        table.last()
            + " is renamed to "
            + move.newName().last()
            + ". Queries that still use the old name fail with "
            + Missing.TABLE.error(ctx.target())
            + (isCaseOnly(move) ? " where the server tells upper from lower case" : "")
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
                + move.newName().last()
                + ", and drop it when no version of the application that runs uses the old name.");
  }

  private static boolean isCaseOnly(Move move) {
    return move.oldName().sameLast(move.newName());
  }

  private static void swapped(Move first, TableMoves moves, Context ctx) {
    List<Move> swapped = moves.swapped();
    boolean atOnce = Renames.together(ctx).isTaken(first.oldName());
    List<String> keys = keysLeft(swapped, moves, ctx);
    ctx.report(
        keys.isEmpty() && atOnce ? Severity.NOTE : Severity.WARNING,
        Hazard.BREAKS,
        first.first().span(),
        names(swapped)
            + ". Queries then meet the other "
            + (swapped.size() == 1 ? "table" : "tables")
            + " without an error"
            + (atOnce
                ? "."
                : "; in between they fail with " + Missing.TABLE.error(ctx.target()) + ".")
            + (keys.isEmpty()
                ? ""
                : " These foreign keys go on pointing to the renamed "
                    + (swapped.size() == 1 ? "table" : "tables")
                    + ": "
                    + Listing.of(keys)
                    + "."),
        (keys.isEmpty()
                ? "Make sure that the other holds all rows that queries need at that moment."
                : "Drop these foreign keys and add them again, so that they point to the table that has the name then.")
            + (atOnce ? "" : swapAtOnce(ctx)));
  }

  private static String names(List<Move> swapped) {
    String old = Listing.of(swapped.stream().map(move -> move.oldName().last()).toList());
    String now = Listing.of(swapped.stream().map(move -> move.newName().last()).toList());
    return swapped.size() == 1
        ? old + " is renamed to " + now + ", and another table takes the name " + old
        : swapped.size()
            + " tables are renamed and others take their names: "
            + old
            + " become "
            + now;
  }

  /** The keys to a swapped table whose own table keeps its place. */
  private static List<String> keysLeft(List<Move> swapped, TableMoves moves, Context ctx) {
    return swapped.stream()
        .flatMap(move -> ctx.schema().foreignKeysTo(move.oldName()).stream())
        .filter(key -> !moves.isLeft(key.table()))
        .map(ForeignKey::toString)
        .toList();
  }

  private static String swapAtOnce(Context ctx) {
    return ctx.target().dialect().isMySqlLike()
        ? " A single RENAME TABLE with all the pairs leaves no time in between."
        : " A single transaction leaves no time in between.";
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
