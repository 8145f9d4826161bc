package dev.tiptoe.rules;

import dev.tiptoe.ddl.DropBehavior;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.ForeignKey;
import dev.tiptoe.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rows of a dropped table are gone, and so is every query that names it. */
public final class DropTable extends Rule<TableChange.DropTable> {

  public DropTable() {
    super(TableChange.DropTable.class, Severity.ERROR);
  }

  @Override
  protected void check(TableChange.DropTable drop, Context ctx) {
    List<TableChange.DropTable> drops =
        ctx.perStatement(DroppedTables.class, () -> DroppedTables.of(ctx.statement(), ctx)).drops();
    if (drops.isEmpty() || !drops.get(0).equals(drop)) {
      return;
    }
    List<String> keys =
        drops.stream()
            .flatMap(d -> ctx.schema().foreignKeysTo(d.table()).stream())
            .filter(key -> drops.stream().noneMatch(d -> d.table().sameLast(key.table())))
            .map(ForeignKey::toString)
            .toList();
    Optional<Effect> refusal =
        keys.isEmpty() || drop.behavior() == DropBehavior.CASCADE || ForeignKeyChecks.areOff(ctx)
            ? Optional.empty()
            : ctx.effect("drop_table_referenced").filter(Effect::fails);
    String names = Listing.of(drops.stream().map(d -> d.table().last()).toList());
    if (refusal.isPresent()) {
      refused(drop, names, keys, refusal.get(), ctx);
    } else if (drops.stream().allMatch(d -> DroppedTables.isMadeAnew(d.table(), ctx))) {
      madeAnew(drop, ctx);
    } else if (drops.stream().allMatch(d -> DroppedTables.isReplaced(d.table(), ctx))) {
      replaced(drop, ctx);
    } else {
      dropped(drops, names, keys, ctx);
    }
  }

  private static void refused(
      TableChange.DropTable drop, String names, List<String> keys, Effect effect, Context ctx) {
    ctx.report(
        Severity.ERROR,
        Hazard.FAILS,
        drop.span(),
        names
            + " is dropped, but the foreign key "
            + Listing.of(keys)
            + " points to it: "
            + ctx.target()
            + " "
            + effect.text()
            + ".",
        "Drop the foreign key first, in a statement that a reader sees. The rows go with the table.");
  }

  private void madeAnew(TableChange.DropTable drop, Context ctx) {
    together(
        drop,
        name -> DroppedTables.isMadeAnew(name, ctx),
        names ->
            Listing.of(names)
                + (names.size() == 1
                    ? " is dropped and created again, empty: all its rows are lost."
                    : " are dropped and created again, empty: all their rows are lost."),
        "If the rows are to stay, change the table with ALTER TABLE instead. Else keep a copy if anybody may want them back.",
        ctx);
  }

  private void replaced(TableChange.DropTable drop, Context ctx) {
    together(
        drop,
        name -> DroppedTables.isReplaced(name, ctx),
        names ->
            Listing.of(names)
                + (names.size() == 1
                    ? " is dropped with all its rows, and another table takes its name."
                    : " are dropped with all their rows, and other tables take their names."),
        "Make sure that what takes the name holds all that anybody needs, and keep a copy of the rest if anybody may want it back.",
        ctx);
  }

  /** All such tables of a file are told at the first. */
  private void together(
      TableChange.DropTable drop,
      Predicate<Name> isAlike,
      Function<List<String>, String> message,
      String advice,
      Context ctx) {
    if (!ctx.isFirst(id() + " " + advice)) {
      return;
    }
    List<String> names =
        Stream.concat(Stream.of(ctx.statement()), ctx.laterStatements().stream())
            .flatMap(s -> DroppedTables.of(s, ctx).drops().stream())
            .filter(d -> isAlike.test(d.table()))
            .map(d -> d.table().last())
            .toList();
    ctx.report(Severity.WARNING, Hazard.LOSES, drop.span(), message.apply(names), advice);
  }

  private static void dropped(
      List<TableChange.DropTable> drops, String names, List<String> keys, Context ctx) {
    TableChange.DropTable drop = drops.get(0);
    boolean many = drops.size() > 1;
    boolean copied = drops.stream().allMatch(d -> ctx.isCopiedBefore(d.table()));
    ctx.report(
        Severity.WARNING,
        copied ? Hazard.BREAKS : Hazard.LOSES,
        drop.span(),
        names
            + (many ? " are dropped with all their rows" : " is dropped with all its rows")
            + (drop.behavior() == DropBehavior.CASCADE ? cascade(keys) : "")
            + locked(drops, ctx)
            + ". Queries that still name "
            + (many ? "them" : "it")
            + " fail with "
            + Missing.TABLE.error(ctx.target())
            + ".",
        (copied
                ? "A statement before reads the rows: make sure that it copies all of them. Drop "
                : "Keep a copy if anybody may want the rows back, and drop ")
            + (many ? "them" : "it")
            + " only after a version of the application that does not name "
            + (many ? "them" : "it")
            + " has been deployed. Renaming "
            + (many ? "them" : "it")
            + " first shows which code still uses "
            + (many ? "them" : "it")
            + ", and can be undone.");
  }

  private static String cascade(List<String> keys) {
    return keys.isEmpty()
        ? ", and CASCADE takes the views and foreign keys that need it"
        : ", and CASCADE takes the foreign key " + Listing.of(keys);
  }

  /** A foreign key is taken out of both tables, so that both are locked. */
  private static String locked(List<TableChange.DropTable> drops, Context ctx) {
    List<String> parents =
        drops.stream()
            .flatMap(d -> ctx.schema().table(d.table()).stream())
            .flatMap(table -> Stream.concat(parents(table), table.partitionOf().stream()))
            .filter(parent -> drops.stream().noneMatch(d -> d.table().sameLast(parent)))
            .map(Name::last)
            .distinct()
            .toList();
    return parents.isEmpty() || ctx.target().dialect().isMySqlLike()
        ? ""
        : "; reads and writes of " + Listing.of(parents) + " wait too";
  }

  private static Stream<Name> parents(Table table) {
    return table.foreignKeys().stream()
        .map(key -> key.reference().orElseThrow().table())
        .filter(parent -> !parent.sameLast(table.name()));
  }
}
