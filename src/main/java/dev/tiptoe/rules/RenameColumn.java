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

  /** A column and the name that it gets. */
  private record Renamed(OfColumn change, Name newName) {
    String oldName() {
      return change.column().last();
    }
  }

  @Override
  protected void check(OfColumn change, Context ctx) {
    renamed(change, ctx)
        .ifPresent(
            renamed -> {
              Optional<Effect> refusal = refusal(change, ctx);
              if (refusal.isPresent()) {
                refused(renamed, refusal.get(), ctx);
              } else if (!ctx.isIgnored(id(), change.span())
                  && ctx.isFirst(id() + " " + change.table().name())) {
                report(fromHereOn(change, ctx), ctx);
              }
            });
  }

  /** The change as a rename that running queries notice; empty if it is none. */
  private static Optional<Renamed> renamed(OfColumn change, Context ctx) {
    Name column = change.column();
    return newName(change)
        .filter(name -> !name.sameLast(column) || !name.name().equals(column.name()))
        .filter(name -> !(name.sameLast(column) && ctx.target().dialect().isMySqlLike()))
        .filter(name -> !ctx.schema().isNew(change.table(), column))
        .filter(name -> !goesUnnoticed(change, ctx))
        .map(name -> new Renamed(change, name));
  }

  /** One word is enough for all columns of a table. */
  private static List<Renamed> fromHereOn(OfColumn first, Context ctx) {
    return ctx.statements().stream()
        .flatMap(s -> s.changes().stream())
        .filter(OfColumn.class::isInstance)
        .map(OfColumn.class::cast)
        .filter(
            change ->
                change.span().start() >= first.span().start()
                    && change.table().sameLast(first.table())
                    && refusal(change, ctx).isEmpty())
        .flatMap(change -> renamed(change, ctx).stream())
        .toList();
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

  private static void refused(Renamed renamed, Effect refusal, Context ctx) {
    ctx.report(
        Severity.ERROR,
        Hazard.FAILS,
        renamed.change().span(),
        renamed.oldName()
            + " is renamed to "
            + renamed.newName().last()
            + ", but a check or a generated column names it: "
            + ctx.target()
            + " "
            + refusal.text()
            + ".",
        "Drop what names it first, and make it anew afterwards.");
  }

  private static void report(List<Renamed> columns, Context ctx) {
    OfColumn first = columns.get(0).change();
    boolean many = columns.size() > 1;
    ctx.report(
        Severity.WARNING,
        Hazard.BREAKS,
        first.span(),
        oldNames(columns)
            + (many ? " are renamed to " : " is renamed to ")
            + newNames(columns)
            + ". "
            + (ctx.isPrisma()
                ? "The Prisma Client that still runs names every column of "
                    + first.table().last()
                    + ", so its queries fail with "
                : "Queries that still use the old " + (many ? "names" : "name") + " fail with ")
            + Missing.COLUMN.error(ctx.target())
            + "."
            + code(columns, ctx),
        (ctx.isPrisma() ? keptNames(columns) + " Or go" : "Go")
            + " in steps: add "
            + newNames(columns)
            + ", let the application write both, fill "
            + (many ? "them" : "it")
            + " with an UPDATE, read from "
            + (many ? "them" : "it")
            + ", and drop "
            + oldNames(columns)
            + " in a later release.");
  }

  private static String oldNames(List<Renamed> columns) {
    return Listing.of(columns.stream().map(Renamed::oldName).toList());
  }

  private static String newNames(List<Renamed> columns) {
    return Listing.of(columns.stream().map(c -> c.newName().last()).toList());
  }

  private static String keptNames(List<Renamed> columns) {
    String map = "@map(\"" + columns.get(0).change().column().name() + "\")";
    return columns.size() > 1
        ? "Keep the names in the database and rename the fields alone, with " + map + " and so on."
        : "Keep the name in the database and rename the field alone, with " + map + ".";
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
  private static String code(List<Renamed> columns, Context ctx) {
    boolean mySqlLike = ctx.target().dialect().isMySqlLike();
    List<String> names =
        columns.stream()
            .map(Renamed::change)
            .flatMap(
                c ->
                    mySqlLike
                        ? ctx.schema().viewsNaming(c.table(), c.column()).stream().map(Name::last)
                        : ctx.schema().routinesNaming(c.table(), c.column()).stream())
            .distinct()
            .toList();
    return names.isEmpty()
        ? ""
        : (mySqlLike
                ? " So does, with error 1356, the view "
                : " So does, at its next call, the routine ")
            + Listing.of(names)
            + ", which seems to name "
            + (columns.size() > 1 ? "them." : "it.");
  }
}
