package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.MakesRequired;
import dev.tiptoe.ddl.Change.OfTable;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.ColumnChange.ChangeType;
import dev.tiptoe.ddl.ConstraintChange.DropConstraint;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.RowChange;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.facts.RequiredColumnOutcome;
import dev.tiptoe.layout.Wrapping;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.schema.Constraint;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Dialect;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The search for NULL in a column that has none: what set-not-null says where nothing fails. */
final class NullScan {

  private final MakesRequired change;
  private final Name column;
  private final Context ctx;

  NullScan(MakesRequired change, Name column, Context ctx) {
    this.change = change;
    this.column = column;
    this.ctx = ctx;
  }

  /** Reports it where others wait for it; not where the file itself has just seen to the rows. */
  void report() {
    if (ctx.isSmall(change.table()) || isKnownRequired() || isSeenToHere()) {
      return;
    }
    if (!ctx.target().is(Dialect.POSTGRESQL)) {
      ctx.effect("modify_to_not_null")
          .filter(Effect::isLongAndBlocks)
          .ifPresent(
              e -> report(e, "Set a strict sql_mode before it: then writes go on meanwhile."));
    } else if (isProven() && dropsProof()) {
      ctx.effect("set_not_null_and_drop_check_one_alter")
          .filter(Effect::isLongAndBlocks)
          .ifPresent(
              e ->
                  report(
                      e,
                      "Drop the CHECK in a statement after this one: here it is gone before it can prove anything."));
    } else if (!(isProven() && RequiredColumnOutcome.usesProof(ctx.target()))) {
      ctx.effect("set_not_null")
          .filter(Effect::isLongAndBlocks)
          .ifPresent(e -> report(e, recipe()));
    }
  }

  private void report(Effect effect, String advice) {
    ctx.report(
        Severity.NOTE,
        Hazard.BLOCKS,
        change.span(),
        column.last() + " is made NOT NULL: " + ctx.target() + " " + effect.text() + ".",
        advice);
  }

  private boolean isKnownRequired() {
    return ctx.schema()
        .column(change.table(), column)
        .map(Column::nullability)
        .filter(n -> n == Nullability.NOT_NULL)
        .isPresent();
  }

  /** Whether the file adds the column, fills it, or computes it anew in the same pass. */
  private boolean isSeenToHere() {
    Set<String> seenTo = ctx.perStatement(SeenTo.class, () -> SeenTo.in(ctx)).names();
    return seenTo.contains(key(change.table())) || seenTo.contains(key(change.table(), column));
  }

  /**
   * The columns that are seen to up to this statement, and the tables whose rows are; gathered once
   * for a statement that may have thousands of actions.
   */
  private record SeenTo(Set<String> names) {
    static SeenTo in(Context ctx) {
      Set<String> names = new HashSet<>();
      ctx.statements().stream()
          .takeWhile(s -> s.span().start() <= ctx.statement().span().start())
          .flatMap(s -> s.changes().stream())
          .forEach(change -> add(change, names));
      return new SeenTo(names);
    }

    private static void add(Change change, Set<String> names) {
      if (change instanceof RowChange && change instanceof OfTable rows) {
        names.add(key(rows.table()));
      } else if (change instanceof AddColumn add) {
        names.add(key(add.table(), add.column().name()));
      } else if (change instanceof ChangeType type) {
        names.add(key(type.table(), type.column()));
      }
    }
  }

  private static String key(Name... names) {
    return Stream.of(names)
        .map(name -> name.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  private boolean isProven() {
    return ctx.schema().isProvenNotNull(change.table(), column);
  }

  private boolean dropsProof() {
    Optional<Table> table = ctx.schema().table(change.table());
    return ctx.statement().changes().stream()
        .filter(DropConstraint.class::isInstance)
        .map(c -> ((DropConstraint) c).constraint())
        .flatMap(name -> table.flatMap(t -> t.constraint(name)).stream())
        .map(Constraint::proven)
        .anyMatch(proven -> proven.stream().anyMatch(column::sameLast));
  }

  private String recipe() {
    if (!RequiredColumnOutcome.usesProof(ctx.target())) {
      return "Nothing spares this version the search; do it when little is going on.";
    }
    boolean namesNotNull =
        ctx.effect("add_named_not_null_constraint_not_valid").filter(e -> !e.fails()).isPresent();
    String steps =
        namesNotNull
            ? "ADD CONSTRAINT ... NOT NULL "
                + column.last()
                + " NOT VALID instead, then VALIDATE CONSTRAINT, which searches while reads and writes go on"
            : "Before it ADD CONSTRAINT ... CHECK ("
                + column.last()
                + " IS NOT NULL) NOT VALID, then VALIDATE CONSTRAINT, which searches while reads and writes go on; the proof spares SET NOT NULL the search. Drop the CHECK after that";
    return steps + ". Each must commit by itself" + where() + ".";
  }

  private String where() {
    if (!ctx.transaction().isEmpty()) {
      return ", so in a migration of its own: all statements of this file commit together";
    }
    return ctx.wrapping() == Wrapping.UNKNOWN
        ? ", in a migration of its own where the tool runs a file as one"
        : "";
  }
}
