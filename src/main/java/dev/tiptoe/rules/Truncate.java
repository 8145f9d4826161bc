package dev.tiptoe.rules;

import dev.tiptoe.ddl.DropBehavior;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.RowChange;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.ForeignKey;
import java.util.List;
import java.util.Optional;

/** TRUNCATE deletes every row of a table, in a migration that runs wherever it is deployed. */
public final class Truncate extends Rule<RowChange.Truncate> {

  public Truncate() {
    super(RowChange.Truncate.class, Severity.ERROR);
  }

  @Override
  protected void check(RowChange.Truncate truncate, Context ctx) {
    List<Name> tables = ctx.perStatement(Emptied.class, () -> Emptied.of(ctx)).tables();
    if (tables.isEmpty() || !tables.get(0).equals(truncate.table())) {
      return;
    }
    List<ForeignKey> keys =
        tables.stream()
            .flatMap(table -> ctx.schema().foreignKeysTo(table).stream())
            .filter(key -> tables.stream().noneMatch(key.table()::sameLast))
            .toList();
    Optional<Effect> refusal =
        keys.isEmpty() || isCascade(truncate) || ForeignKeyChecks.areOff(ctx)
            ? Optional.empty()
            : ctx.effect("truncate_referenced").filter(Effect::fails);
    String names = Listing.of(tables.stream().map(Name::last).toList());
    ctx.report(
        refusal.isPresent() ? Severity.ERROR : Severity.WARNING,
        refusal.isPresent() ? Hazard.FAILS : Hazard.LOSES,
        truncate.span(),
        refusal
            .map(effect -> refused(names, keys, effect, ctx))
            .orElseGet(
                () -> "All rows of " + names + " are deleted" + others(truncate, keys) + "."),
        refusal.isPresent()
            ? "Drop the foreign key first, or use DELETE, for which the foreign key is checked row by row."
            : "If the rows can be made again, say from what: `-- tiptoe:ignore truncate: <reason>`. Else keep a copy, or delete only the rows that must go.");
  }

  private static boolean isCascade(RowChange.Truncate truncate) {
    return truncate.behavior() == DropBehavior.CASCADE;
  }

  private static String refused(String names, List<ForeignKey> keys, Effect effect, Context ctx) {
    return names
        + " is emptied, but the foreign key "
        + Listing.of(keys.stream().map(ForeignKey::toString).toList())
        + " points to it: "
        + ctx.target()
        + " "
        + effect.text()
        + ".";
  }

  private static String others(RowChange.Truncate truncate, List<ForeignKey> keys) {
    if (!isCascade(truncate)) {
      return "";
    }
    return ", and CASCADE deletes all rows of "
        + (keys.isEmpty()
            ? "every table that has a foreign key to it by then"
            : Listing.of(keys.stream().map(key -> key.table().last()).distinct().toList()));
  }

  /** The tables that a statement empties and that users may have rows in. */
  private record Emptied(List<Name> tables) {

    static Emptied of(Context ctx) {
      return new Emptied(
          ctx.statement().changes().stream()
              .filter(RowChange.Truncate.class::isInstance)
              .map(change -> ((RowChange.Truncate) change).table())
              .filter(t -> !ctx.schema().isNew(t) && !ctx.schema().isWithoutRows(t))
              .toList());
    }
  }
}
