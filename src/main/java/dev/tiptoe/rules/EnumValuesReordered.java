package dev.tiptoe.rules;

import static dev.tiptoe.sql.Dialect.MARIADB;
import static dev.tiptoe.sql.Dialect.MYSQL;

import dev.tiptoe.ddl.ColumnChange.RedefineColumn;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Column;
import java.util.List;
import java.util.Optional;

/** Values of an ENUM or SET that come anywhere but at its end cost a copy of the table. */
public final class EnumValuesReordered extends Rule<RedefineColumn> {

  public EnumValuesReordered() {
    super(RedefineColumn.class, Severity.WARNING, MYSQL, MARIADB);
  }

  @Override
  protected void check(RedefineColumn redefine, Context ctx) {
    if (ctx.schema().isNew(redefine.table())
        || ctx.schema().isWithoutRows(redefine.table())
        || ctx.isSmall(redefine.table())) {
      return;
    }
    TypeName now = redefine.definition().type();
    ctx.schema()
        .column(redefine.table(), redefine.column())
        .flatMap(Column::type)
        .filter(old -> old.family() == now.family() && isList(now))
        .filter(old -> isShuffled(old.arguments(), now.arguments()))
        .ifPresent(old -> report(redefine, old, now, ctx));
  }

  private static boolean isList(TypeName type) {
    return type.family() == TypeFamily.ENUM || type.family() == TypeFamily.SET;
  }

  /** Whether every old value is there still, but not all of them at the beginning as they were. */
  private static boolean isShuffled(List<String> old, List<String> now) {
    return now.containsAll(old) && !now.subList(0, old.size()).equals(old);
  }

  private void report(RedefineColumn redefine, TypeName old, TypeName now, Context ctx) {
    Optional<Effect> copy = ctx.effect("modify_type_enum_add_value_in_middle");
    boolean blocks = copy.filter(Effect::blocksWrites).isPresent();
    boolean moved = now.arguments().size() == old.arguments().size();
    ctx.report(
        blocks ? Severity.WARNING : Severity.NOTE,
        blocks ? Hazard.BLOCKS : Hazard.NONE,
        now.span(),
        redefine.column().last()
            + (moved ? " gets its values in another order: " : " gets a value before old ones: ")
            + ctx.target()
            + " "
            + copy.map(Effect::text).orElse("copies the table")
            + ".",
        moved
            ? "Keep the order, or run it when few write to the table."
            : "Put new values behind the old ones: then "
                + ctx.target()
                + " "
                + ctx.effect("modify_type_enum_add_value_at_end")
                    .map(Effect::text)
                    .orElse("copies nothing")
                + ".");
  }
}
