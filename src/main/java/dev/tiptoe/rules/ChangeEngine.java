package dev.tiptoe.rules;

import static dev.tiptoe.sql.Dialect.MARIADB;
import static dev.tiptoe.sql.Dialect.MYSQL;

import dev.tiptoe.ddl.TableChange.SetTableOptions;
import dev.tiptoe.ddl.TableOptions;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Table;
import java.util.Optional;

/** Another storage engine is another copy of the table. */
public final class ChangeEngine extends Rule<SetTableOptions> {

  private static final String INNODB = "InnoDB";

  public ChangeEngine() {
    super(SetTableOptions.class, Severity.WARNING, MYSQL, MARIADB);
  }

  @Override
  protected void check(SetTableOptions set, Context ctx) {
    Optional<String> engine = set.options().engine();
    if (engine.isEmpty()
        || ctx.schema().isNew(set.table())
        || ctx.schema().isWithoutRows(set.table())
        || ctx.isSmall(set.table())) {
      return;
    }
    boolean toInnoDb = engine.get().equalsIgnoreCase(INNODB);
    Optional<String> old =
        ctx.schema().table(set.table()).map(Table::options).flatMap(TableOptions::engine);
    boolean stays = old.filter(engine.get()::equalsIgnoreCase).isPresent();
    if (stays && !toInnoDb) {
      return;
    }
    String unknown =
        toInnoDb && old.isEmpty()
            ? " That is if the table is of another engine; if it is InnoDB's already, the server "
                + ctx.effect("engine_same_innodb").map(Effect::text).orElse("rebuilds it")
                + "."
            : "";
    ctx.effect(
            stays
                ? "engine_same_innodb"
                : toInnoDb ? "engine_myisam_to_innodb" : "engine_to_myisam")
        .ifPresent(effect -> report(set, effect, unknown, toInnoDb, ctx));
  }

  private void report(
      SetTableOptions set, Effect effect, String unknown, boolean toInnoDb, Context ctx) {
    boolean warn = effect.blocksWrites() && unknown.isEmpty();
    ctx.report(
        warn ? Severity.WARNING : Severity.NOTE,
        effect.blocksWrites() ? Hazard.BLOCKS : Hazard.NONE,
        set.span(),
        ctx.target() + " " + effect.text() + "." + unknown,
        toInnoDb
            ? "Run it when few write to the table."
            : "Run it when few write to the table. Transactions and foreign keys are InnoDB's; from then on each ADD COLUMN copies the table too.");
  }
}
