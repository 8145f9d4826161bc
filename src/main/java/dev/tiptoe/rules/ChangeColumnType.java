package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.OfColumn;
import dev.tiptoe.ddl.ColumnChange.ChangeType;
import dev.tiptoe.ddl.ColumnChange.RedefineColumn;
import dev.tiptoe.ddl.SessionChange.SetVariable;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.facts.TypeConversion;
import dev.tiptoe.facts.TypeConversion.Fit;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.SqlMode;
import java.util.Locale;
import java.util.Optional;

/** A column's type is changed in a way that touches rows, or that they may not survive. */
public final class ChangeColumnType extends Rule<OfColumn> {

  private static final String PLAN =
      "The way around: add a column of the new type, have the application write both, fill it in batches, read from it, and drop the old one later.";

  private static final String ZONE_UNKNOWN = "_session_non_utc";

  public ChangeColumnType() {
    super(OfColumn.class, Severity.ERROR);
  }

  @Override
  protected void check(OfColumn change, Context ctx) {
    if (ctx.schema().isNew(change.table()) || ctx.schema().isWithoutRows(change.table())) {
      return;
    }
    if (change instanceof ChangeType type) {
      check(change, type.type(), type.using().isPresent(), ctx);
    } else if (change instanceof RedefineColumn redefine) {
      check(change, redefine.definition().type(), false, ctx);
    }
  }

  private static void check(OfColumn change, TypeName to, boolean using, Context ctx) {
    Optional<Column> column = ctx.schema().column(change.table(), change.column());
    Optional<TypeName> from = column.flatMap(Column::type);
    if (from.isEmpty()) {
      unknown(change, to, ctx);
      return;
    }
    int bytes = CharacterSets.longestCharacter(change, ctx);
    Optional<TypeConversion> conversion =
        TypeConversion.of(from.get(), to, using, bytes, ctx.target());
    conversion
        .flatMap(c -> effect(change, c, ctx))
        .ifPresent(effect -> report(change, from.get(), to, conversion.get(), effect, ctx));
  }

  private static void unknown(OfColumn change, TypeName to, Context ctx) {
    boolean mayMatter =
        ctx.target().is(Dialect.POSTGRESQL)
            && !ctx.isSmall(change.table())
            && ctx.isFirst("change-column-type");
    if (mayMatter) {
      ctx.report(
          Severity.NOTE,
          Hazard.BLOCKS,
          change.span(),
          change.column().last()
              + " becomes "
              + to
              + ": most changes of a type make "
              + ctx.target()
              + " write the whole table anew while all reads and writes of it wait; a longer varchar and the like take a moment.",
          "Which it is here depends on the type that the column has now; let Tiptoe see the migration that made it.");
    }
  }

  private static Optional<Effect> effect(OfColumn change, TypeConversion conversion, Context ctx) {
    Optional<Table> table = ctx.schema().table(change.table());
    String operation = conversion.operation();
    boolean isKey =
        table.stream()
            .flatMap(t -> t.foreignKeys().stream())
            .anyMatch(key -> key.uses(change.column()));
    if (isKey && operation.equals("modify_type_int_to_bigint")) {
      return ctx.effect(operation + "_fk_column");
    }
    if (operation.endsWith(ZONE_UNKNOWN) && isUtc(ctx)) {
      boolean isIndexed =
          table.filter(Table::isComplete).stream()
              .flatMap(t -> t.indexes().stream())
              .anyMatch(index -> index.uses(change.column()));
      return ctx.effect(operation.replace(ZONE_UNKNOWN, "_session_utc"))
          .filter(e -> e.rewrites() || isIndexed || table.filter(Table::isComplete).isEmpty());
    }
    Optional<Effect> effect = ctx.effect(operation);
    boolean isChecked =
        table.stream()
            .flatMap(t -> t.constraints().stream())
            .anyMatch(c -> c.demand() == Demand.CHECK && c.uses(change.column()));
    boolean isFree = effect.filter(e -> !e.isLong()).isPresent();
    return isFree
            && isChecked
            && ctx.target().is(Dialect.POSTGRESQL)
            && !operation.endsWith("same_type")
        ? ctx.effect("alter_type_varchar_widen_with_check")
        : effect;
  }

  /** Whether the file has set the session's time zone to UTC. */
  private static boolean isUtc(Context ctx) {
    return ctx.statements().stream()
        .takeWhile(s -> s.span().start() < ctx.statement().span().start())
        .flatMap(s -> s.changes().stream())
        .filter(SetVariable.class::isInstance)
        .map(SetVariable.class::cast)
        .filter(set -> set.variable().equalsIgnoreCase("timezone"))
        .reduce((first, last) -> last)
        .filter(set -> set.value().toUpperCase(Locale.ROOT).contains("UTC"))
        .isPresent();
  }

  private static void report(
      OfColumn change, TypeName from, TypeName to, TypeConversion how, Effect effect, Context ctx) {
    boolean isLenient =
        ctx.target().dialect().isMySqlLike() && ctx.schema().sqlMode() == SqlMode.LENIENT;
    Fit fit = how.fit() == Fit.CHECKED && isLenient ? Fit.CUT : how.fit();
    boolean blocks = effect.isLongAndBlocks() && !ctx.isSmall(change.table());
    if (effect.fails()) {
      report(
          Severity.ERROR,
          Hazard.FAILS,
          change,
          from,
          to,
          effect.text(),
          whyItFails(change, to, ctx),
          ctx);
    } else if (fit == Fit.CUT) {
      String text = effect.text() + ". Values that do not fit are rounded or cut without a word";
      report(Severity.WARNING, Hazard.LOSES, change, from, to, text, PLAN, ctx);
    } else if (blocks && ctx.isFirst("change-column-type" + ctx.statement().span().start())) {
      // One statement writes the table anew once, however many columns it changes.
      String text =
          effect.text()
              + (how.operation().endsWith(ZONE_UNKNOWN)
                  ? ", unless the session's time zone is UTC"
                  : "")
              + (fit == Fit.CHECKED ? misfit(change, from, to, ctx) : "");
      report(
          Severity.WARNING,
          Hazard.BLOCKS,
          change,
          from,
          to,
          text,
          advice(change, to, effect, ctx),
          ctx);
    }
  }

  private static void report(
      Severity severity,
      Hazard hazard,
      OfColumn change,
      TypeName from,
      TypeName to,
      String text,
      String advice,
      Context ctx) {
    ctx.report(
        severity,
        hazard,
        change.span(),
        change.column().last()
            + " was "
            + from
            + " and becomes "
            + to
            + ": "
            + ctx.target()
            + " "
            + text
            + ".",
        advice);
  }

  /** Of an enum drop-enum-value says which values do not fit. */
  private static String misfit(OfColumn change, TypeName from, TypeName to, Context ctx) {
    boolean areKnown =
        !DropEnumValue.values(from, ctx).isEmpty() && !DropEnumValue.values(to, ctx).isEmpty();
    boolean isConverted = change instanceof ChangeType type && type.using().isPresent();
    return areKnown
        ? ""
        : isConverted
            ? ". A value that USING cannot convert stops it"
            : ". A value that does not fit the new type stops it";
  }

  private static String whyItFails(OfColumn change, TypeName to, Context ctx) {
    return ctx.target().is(Dialect.POSTGRESQL)
        ? "It does not convert these by itself. Say how: USING "
            + change.column().last()
            + "::"
            + to
            + ", which writes the whole table anew. "
            + PLAN
        : "A foreign key holds the column. Drop the key first, change both columns, and add it again.";
  }

  private static String advice(OfColumn change, TypeName to, Effect effect, Context ctx) {
    boolean isTime = to.base().startsWith("timestamp") && change instanceof ChangeType;
    if (isTime && effect.rewrites() && ctx.target().is(Dialect.POSTGRESQL)) {
      Optional<Effect> inUtc = ctx.effect("alter_type_timestamp_to_timestamptz_session_utc");
      if (inUtc.filter(e -> !e.rewrites()).isPresent()) {
        return "Where the values are UTC, set timezone to 'UTC' before it and leave USING out: then no row is written, and only the column's indexes are built anew. In another time zone it also shifts the values. "
            + PLAN;
      }
    }
    boolean isSerial =
        ctx.schema()
            .column(change.table(), change.column())
            .flatMap(Column::defaultValue)
            .filter(value -> value.startsWith("nextval("))
            .isPresent();
    return isSerial && to.base().equals("bigint")
        ? PLAN
            + " The sequence that numbers the rows stays integer either way; ALTER SEQUENCE ... AS bigint takes a moment."
        : PLAN;
  }
}
