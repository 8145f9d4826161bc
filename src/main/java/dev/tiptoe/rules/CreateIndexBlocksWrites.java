package dev.tiptoe.rules;

import dev.tiptoe.ddl.Access;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.IndexChange.AddIndex;
import dev.tiptoe.ddl.IndexPart;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rewrite.Concurrently;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Fragment;
import dev.tiptoe.text.TextEdit;
import java.util.List;
import java.util.Optional;

/** An index that is built on a table with rows keeps everybody from writing until it is done. */
public final class CreateIndexBlocksWrites extends Rule<AddIndex> {

  private static final String FORM = "CREATE INDEX CONCURRENTLY lets writes go on";

  public CreateIndexBlocksWrites() {
    super(AddIndex.class, Severity.WARNING);
  }

  /** What the server does, if writes wait for it. */
  static Optional<Effect> blocking(AddIndex add, Context ctx) {
    boolean silent =
        add.access() == Access.CONCURRENT
            || ctx.nobodyWaitsFor(add.table())
            || ctx.schema().isWithoutRows(add.table())
            || ctx.schema().table(add.table()).filter(Table::isPartitioned).isPresent()
            || ctx.schema().isView(add.table())
            || isThere(add, ctx);
    return silent
        ? Optional.empty()
        : ctx.effect(operation(add, ctx)).filter(Effect::isLongAndBlocks);
  }

  @Override
  protected void check(AddIndex add, Context ctx) {
    blocking(add, ctx).ifPresent(effect -> report(add, effect, ctx));
  }

  private void report(AddIndex add, Effect effect, Context ctx) {
    Concurrently form =
        ctx.target().dialect().isMySqlLike()
            ? Concurrently.refused(
                "No form of it lets writes go on: run it when few write, or use gh-ost or pt-online-schema-change.")
            : form(add, ctx);
    // Where nothing can be written, one word is enough for all indexes of a table.
    boolean isTold = form.fix().isEmpty() && !ctx.isFirst(id() + " " + add.table().name());
    if (isTold) {
      return;
    }
    ctx.report(
        Severity.WARNING,
        Hazard.BLOCKS,
        add.span(),
        sentence(form.fix().isPresent() ? List.of(add) : fromHereOn(add, ctx), effect, ctx)
            + "."
            + Building.readers(add, add.table(), ctx)
            + Duplicates.sentence(add, ctx),
        form.plan(),
        form.fix());
  }

  private static String sentence(List<AddIndex> indexes, Effect effect, Context ctx) {
    AddIndex first = indexes.get(0);
    return indexes.size() == 1
        ? Building.of(
            first.name().isPresent() ? "the index" : "an index",
            first.name(),
            first.table(),
            effect,
            ctx)
        : Building.of(
            "indexes", indexes.stream().map(AddIndex::name).toList(), first.table(), effect, ctx);
  }

  private static List<AddIndex> fromHereOn(AddIndex add, Context ctx) {
    return ctx.statements().stream()
        .flatMap(s -> s.changes().stream())
        .filter(AddIndex.class::isInstance)
        .map(AddIndex.class::cast)
        .filter(
            other ->
                other.span().start() >= add.span().start()
                    && other.table().sameLast(add.table())
                    && blocking(other, ctx).isPresent())
        .toList();
  }

  private static Concurrently form(AddIndex add, Context ctx) {
    if (add.existence() == Existence.TOLERANT) {
      return Concurrently.refused(
          FORM
              + ", but without IF NOT EXISTS: a failed build leaves an invalid index, and the next run would take that for this one.");
    }
    if (ctx.schema().table(add.table()).filter(Table::isComplete).isEmpty()) {
      return Concurrently.refused(
          FORM + ". Write it by hand: " + Concurrently.unknown(ctx, add.table()));
    }
    int place = Fragment.behind(ctx.file().text(), add.span(), "INDEX", ctx.target());
    return Concurrently.of(
        ctx,
        FORM,
        "build it concurrently",
        List.of(TextEdit.insert(place, " " + ctx.keyword("CONCURRENTLY"))));
  }

  /** Whether IF NOT EXISTS makes nothing of it. */
  static boolean isThere(AddIndex add, Context ctx) {
    return add.existence() == Existence.TOLERANT
        && ctx.schema().table(add.table()).flatMap(t -> add.name().flatMap(t::index)).isPresent();
  }

  private static String operation(AddIndex add, Context ctx) {
    return switch (add.kind()) {
      case UNIQUE -> "create_unique_index";
      case SPATIAL -> "create_spatial_index";
      case FULLTEXT ->
          ctx.schema().table(add.table()).map(Table::indexes).orElse(List.of()).stream()
                  .anyMatch(i -> i.kind() == IndexKind.FULLTEXT)
              ? "create_fulltext_index_second"
              : "create_fulltext_index_first";
      case PLAIN ->
          ctx.target().dialect().isMySqlLike()
                  && add.parts().stream().anyMatch(p -> p.form() == IndexPart.Form.EXPRESSION)
              ? "create_index_functional"
              : "create_index";
    };
  }
}
