package dev.tiptoe.rules;

import static dev.tiptoe.sql.Dialect.MARIADB;
import static dev.tiptoe.sql.Dialect.MYSQL;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import java.util.Locale;
import java.util.Optional;

/** A foreign key that is added to a table with rows copies the table to check them. */
public final class ForeignKeyCopiesTable extends Rule<AddConstraint> {

  public ForeignKeyCopiesTable() {
    super(AddConstraint.class, Severity.WARNING, MYSQL, MARIADB);
  }

  @Override
  protected void check(AddConstraint key, Context ctx) {
    if (key.demand() != Demand.FOREIGN_KEY
        || !ctx.schema().checksForeignKeys()
        || ctx.schema().isNew(key.table())
        || ctx.schema().isWithoutRows(key.table())
        || ctx.isSmall(key.table())) {
      return;
    }
    Optional<Effect> effect = ctx.effect("add_fk");
    // Each further key costs the same again, and saying so once is enough.
    boolean told = !ctx.isFirst(id() + " " + key.table().name().toLowerCase(Locale.ROOT));
    if (effect.isEmpty() || told) {
      return;
    }
    boolean blocks = effect.get().blocksWrites();
    ctx.report(
        blocks ? Severity.WARNING : Severity.NOTE,
        blocks ? Hazard.BLOCKS : Hazard.NONE,
        key.span(),
        "To add the foreign key "
            + key.name().map(name -> name.last() + " ").orElse("")
            + "to "
            + key.table().last()
            + ", "
            + ctx.target()
            + " "
            + effect.get().text()
            + ".",
        advice(ctx));
  }

  private static String advice(Context ctx) {
    String refusal =
        ctx.effect("add_fk_violated")
            .flatMap(Effect::error)
            .map(error -> "It fails with error " + error + " if a row points nowhere. ")
            .orElse("");
    return refusal
        + "Run it when few write to the table, and add all its keys in one ALTER TABLE, so that it is copied once. After `SET foreign_key_checks = 0` nothing is copied, but rows that point nowhere stay unseen: look for them first.";
  }
}
