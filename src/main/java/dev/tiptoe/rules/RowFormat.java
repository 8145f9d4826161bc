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

/** Another row format rebuilds the table, and a compressed one makes later columns expensive. */
public final class RowFormat extends Rule<SetTableOptions> {

  public RowFormat() {
    super(SetTableOptions.class, Severity.WARNING, MYSQL, MARIADB);
  }

  @Override
  protected void check(SetTableOptions set, Context ctx) {
    Optional<String> format = set.options().rowFormat();
    Optional<String> old =
        ctx.schema().table(set.table()).map(Table::options).flatMap(TableOptions::rowFormat);
    boolean silent =
        format.isEmpty()
            // The copy that another engine needs is spoken of once.
            || set.options().engine().isPresent()
            || old.filter(format.get()::equalsIgnoreCase).isPresent()
            || ctx.schema().isNew(set.table())
            || ctx.schema().isWithoutRows(set.table())
            || ctx.isSmall(set.table());
    if (silent) {
      return;
    }
    boolean compressed = format.get().equalsIgnoreCase("COMPRESSED");
    Optional<Effect> later = ctx.effect("add_column_table_compressed");
    ctx.effect(compressed ? "row_format_compressed" : "row_format_dynamic")
        .ifPresent(
            effect ->
                ctx.report(
                    effect.blocksWrites() ? Severity.WARNING : Severity.NOTE,
                    effect.blocksWrites() ? Hazard.BLOCKS : Hazard.NONE,
                    set.span(),
                    ctx.target() + " " + effect.text() + ".",
                    compressed
                        ? "From then on no column is added in an instant: the server "
                            + later.map(Effect::text).orElse("rebuilds the table")
                            + "."
                        : "Run it when there is time."));
  }
}
