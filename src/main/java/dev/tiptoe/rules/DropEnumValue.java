package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.OfColumn;
import dev.tiptoe.ddl.ColumnChange.ChangeType;
import dev.tiptoe.ddl.ColumnChange.RedefineColumn;
import dev.tiptoe.ddl.RowChange.UpdateRows;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A new enum for a column lacks a value that the old one has: rows with it stop the migration or
 * lose it, and the application that still runs can write it no more.
 */
public final class DropEnumValue extends Rule<OfColumn> {

  public DropEnumValue() {
    super(OfColumn.class, Severity.WARNING);
  }

  @Override
  protected void check(OfColumn change, Context ctx) {
    if (ctx.schema().isNew(change.table(), change.column())) {
      return;
    }
    Optional<TypeName> old =
        ctx.schema().column(change.table(), change.column()).flatMap(c -> c.type());
    Optional<TypeName> now = newType(change);
    if (old.isEmpty() || now.isEmpty()) {
      return;
    }
    List<String> kept = values(now.get(), ctx);
    List<String> gone =
        values(old.get(), ctx).stream().filter(value -> !kept.contains(value)).toList();
    if (!kept.isEmpty() && !gone.isEmpty() && isFirstOfType(old.get(), ctx)) {
      report(change, gone, ctx);
    }
  }

  private static Optional<TypeName> newType(OfColumn change) {
    if (change instanceof ChangeType type) {
      return Optional.of(type.type());
    }
    return change instanceof RedefineColumn redefine
        ? Optional.of(redefine.definition().type())
        : Optional.empty();
  }

  /** The values of an enum or set, as literals; empty if it is no such type or not known. */
  static List<String> values(TypeName type, Context ctx) {
    return switch (type.family()) {
      case ENUM, SET -> type.arguments();
      case USER_DEFINED, ARRAY -> ctx.schema().enumValues(type.base()).orElse(List.of());
      default -> List.of();
    };
  }

  /** Columns of one type of PostgreSQL change for one reason. */
  private static boolean isFirstOfType(TypeName type, Context ctx) {
    boolean own = type.family() == TypeFamily.ENUM || type.family() == TypeFamily.SET;
    return own || ctx.isFirst("drop-enum-value " + type.base());
  }

  private static void report(OfColumn change, List<String> gone, Context ctx) {
    String values = Listing.of(gone);
    boolean moved = gone.stream().allMatch(value -> isMoved(value, change, ctx));
    Optional<Effect> effect =
        ctx.target().dialect().isMySqlLike()
            ? ctx.effect("modify_type_enum_remove_used_value")
            : Optional.empty();
    boolean fails = effect.map(Effect::fails).orElse(true);
    ctx.report(
        Severity.WARNING,
        moved ? Hazard.BREAKS : fails ? Hazard.FAILS : Hazard.LOSES,
        change.span(),
        "The new type of "
            + change.column().last()
            + " lacks "
            + values
            + ". "
            + copy(ctx)
            + (moved ? "" : rows(effect, ctx))
            + "Queries that still write "
            + (gone.size() == 1 ? "it" : "them")
            + (fails
                ? " fail with error " + effect.flatMap(Effect::error).orElse("22P02")
                : " write '' from then on")
            + ".",
        (moved ? "First deploy" : "First UPDATE the rows to another value and deploy")
            + " a version of the application that no longer uses "
            + (gone.size() == 1 ? "it" : "them")
            + ". Keeping a value that nobody uses costs nothing.");
  }

  /** Of PostgreSQL's new type change-column-type says that. */
  private static String copy(Context ctx) {
    return ctx.target().dialect().isMySqlLike()
        ? ctx.effect("modify_type_enum_remove_unused_value")
            .filter(Effect::isLong)
            .map(effect -> ctx.target() + " " + effect.text() + ". ")
            .orElse("")
        : "";
  }

  private static String rows(Optional<Effect> effect, Context ctx) {
    return effect.filter(e -> !e.fails()).isPresent()
        ? ctx.target()
            + " accepts it, because sql_mode is not strict, and silently writes '' into every row that has such a value. "
        : ctx.target()
            + " refuses the statement with error "
            + effect.flatMap(Effect::error).orElse("22P02")
            + " if a row still has such a value. ";
  }

  /**
   * Whether an UPDATE before it, or its own USING, names the value, to put another in its place.
   */
  private static boolean isMoved(String value, OfColumn change, Context ctx) {
    return ctx.file().text(change.span()).contains(value)
        || ctx.earlierStatements().stream()
            .filter(s -> s.changes().stream().anyMatch(UpdateRows.class::isInstance))
            .anyMatch(s -> ctx.file().text(s.span()).contains(value));
  }
}
