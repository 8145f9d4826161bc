package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.OfColumn;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ColumnChange.RedefineColumn;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Table;
import java.util.List;
import java.util.Optional;

/** Queries of the application that still runs name a renamed column by its old name, and fail. */
public final class RenameColumn extends Rule<OfColumn> {

  public RenameColumn() {
    super(OfColumn.class, Severity.ERROR);
  }

  @Override
  protected void check(OfColumn change, Context ctx) {
    Name column = change.column();
    newName(change)
        .filter(name -> !name.sameLast(column) || !name.name().equals(column.name()))
        .filter(name -> !(name.sameLast(column) && ctx.target().dialect().isMySqlLike()))
        .filter(name -> !ctx.schema().isNew(change.table(), column))
        .filter(name -> !goesUnnoticed(change, ctx))
        .ifPresent(name -> report(change, name, ctx));
  }

  private static Optional<Name> newName(OfColumn change) {
    if (change instanceof ColumnChange.RenameColumn rename) {
      return Optional.of(rename.newName());
    }
    return change instanceof RedefineColumn redefine
        ? Optional.of(redefine.definition().name())
        : Optional.empty();
  }

  /** Another column, or a view in front of the table, answers to the old name from then on. */
  private static boolean goesUnnoticed(OfColumn change, Context ctx) {
    Renames together = Renames.together(ctx);
    return together.isTaken(change.table(), change.column())
        || together.isCoveredByView(change.table());
  }

  private static void report(OfColumn change, Name newName, Context ctx) {
    Optional<Effect> refusal = refusal(change, ctx);
    String renamed = change.column().last() + " is renamed to " + newName.last();
    if (refusal.isPresent()) {
      ctx.report(
          Severity.ERROR,
          Hazard.FAILS,
          change.span(),
          renamed
              + ", but a check or a generated column names it: "
              + ctx.target()
              + " "
              + refusal.get().text()
              + ".",
          "Drop what names it first, and make it anew afterwards.");
    } else {
      ctx.report(
          Severity.WARNING,
          Hazard.BREAKS,
          change.span(),
          renamed
              + ". "
              + (ctx.isPrisma()
                  ? "The Prisma Client that still runs names every column of "
                      + change.table().last()
                      + ", so its queries fail with "
                  : "Queries that still name " + change.column().last() + " fail with ")
              + Missing.COLUMN.error(ctx.target())
              + "."
              + code(change, ctx),
          advice(change, newName, ctx));
    }
  }

  /** MySQL rewrites neither a CHECK nor the expression of a generated column. */
  private static Optional<Effect> refusal(OfColumn change, Context ctx) {
    Optional<Table> table =
        ctx.schema().table(change.table()).filter(t -> ctx.target().dialect().isMySqlLike());
    boolean checked =
        table.stream()
            .flatMap(t -> t.constraints().stream())
            .anyMatch(c -> c.demand() == Demand.CHECK && c.uses(change.column()));
    boolean computed =
        table.stream()
            .flatMap(t -> t.columns().stream())
            .flatMap(c -> c.attribute(Clause.Kind.GENERATED).stream())
            .anyMatch(expression -> ctx.mentions(expression, change.column()));
    return (checked ? ctx.effect("rename_column_used_by_check") : Optional.<Effect>empty())
        .filter(Effect::fails)
        .or(
            () ->
                (computed
                        ? ctx.effect("rename_column_used_by_generated")
                        : Optional.<Effect>empty())
                    .filter(Effect::fails));
  }

  /** PostgreSQL's views follow the column, the others' do not; no routine does. */
  private static String code(OfColumn change, Context ctx) {
    boolean mySqlLike = ctx.target().dialect().isMySqlLike();
    List<String> names =
        mySqlLike
            ? ctx.schema().viewsNaming(change.table(), change.column()).stream()
                .map(Name::last)
                .toList()
            : ctx.schema().routinesNaming(change.table(), change.column());
    return names.isEmpty()
        ? ""
        : (mySqlLike
                ? " So does, with error 1356, the view "
                : " So does, at its next call, the routine ")
            + Listing.of(names)
            + ", which seems to name it.";
  }

  private static String advice(OfColumn change, Name newName, Context ctx) {
    return (ctx.isPrisma()
            ? "Keep the name in the database and rename the field alone, with @map(\""
                + change.column().name()
                + "\"). Or go in steps: add "
            : "Go in steps: add ")
        + newName.last()
        + ", let the application write both, fill it with an UPDATE, read from it, and drop "
        + change.column().last()
        + " in a later release.";
  }
}
