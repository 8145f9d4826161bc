package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.facts.AddedColumn;
import dev.tiptoe.facts.Outcome;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.lint.Options.Form;
import dev.tiptoe.lint.Options.OneStep;
import dev.tiptoe.rewrite.ColumnSteps.Placement;
import dev.tiptoe.sql.Expression;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The safe form of a statement that adds NOT NULL columns: add them nullable, fill them, then
 * require them. One fix for all columns of the statement, so that MySQL rebuilds the table once and
 * not once for each.
 */
public final class ThreeSteps {

  private final Context ctx;
  private final Siblings siblings;
  private final ValueFinder values;
  private final List<ColumnSteps> columns = new ArrayList<>();
  private final IdentityHashMap<AddColumn, ColumnSteps> byAction = new IdentityHashMap<>();
  private final IdentityHashMap<AddColumn, String> refusals = new IdentityHashMap<>();
  private final Optional<Fix> fix;

  private ThreeSteps(Context ctx, String rule) {
    this.ctx = ctx;
    this.siblings = new Siblings(ctx);
    this.values = new ValueFinder(ctx);
    for (Change change : ctx.statement().changes()) {
      if (change instanceof AddColumn add && !ctx.isIgnored(rule, add.span())) {
        RequiredColumn.of(add, ctx).ifPresent(this::take);
      }
    }
    this.fix = columns.isEmpty() ? Optional.empty() : Optional.of(write());
  }

  /**
   * The safe form of the statement that is looked at; columns whose finding of {@code rule} is
   * suppressed stay as they are.
   */
  public static ThreeSteps of(Context ctx, String rule) {
    return ctx.perStatement(ThreeSteps.class, () -> new ThreeSteps(ctx, rule));
  }

  /** Whether a comment in the file says what its steps cost, as those do that come from a fix. */
  public static boolean areExplained(Context ctx) {
    return Comments.promise(ctx.file());
  }

  /** The statement's fix, if this column has a part in it. */
  public Optional<Fix> fix(AddColumn add) {
    return byAction.containsKey(add) ? fix : Optional.empty();
  }

  /** Why this column has no part in the fix; empty if it has. */
  public String refusal(AddColumn add) {
    return refusals.getOrDefault(add, "");
  }

  /** What the fix does about this column and what that costs. */
  public String plan(AddColumn add) {
    ColumnSteps column = byAction.get(add);
    return column == null
        ? ""
        : Costs.of(column, isInstant(column), ctx) + ctx.demand().map(d -> " " + d).orElse("");
  }

  /** Whether somebody wants the steps for a column for which one is better. */
  public static boolean areAsked(RequiredColumn column, Context ctx) {
    return givesAnotherValue(column, ctx)
        || (ctx.options().oneStep() == OneStep.REWRITTEN
            && ctx.options().form() == Form.THREE_STEPS);
  }

  private void take(RequiredColumn column) {
    AddColumn add = column.add();
    Optional<String> reason = refusal(column);
    if (reason.isPresent()) {
      refusals.put(add, reason.get());
      return;
    }
    Backfill found = values.find(add.table(), add.column());
    if (found instanceof Backfill.Value value) {
      take(add, value);
    } else if (found instanceof Backfill.None none) {
      refusals.put(add, none.reason());
    }
  }

  private void take(AddColumn add, Backfill.Value value) {
    ColumnSteps steps = new ColumnSteps(ctx, add, value, values.ownDefault(add.column()));
    if (add.scope().ifExists()
        && (steps.placement() != Placement.IN_ADD
            || add.existence() == Change.Existence.TOLERANT)) {
      refusals.put(
          add,
          "an UPDATE fails if the table is not there, and IF EXISTS says it may not be; drop IF EXISTS");
    } else {
      columns.add(steps);
      byAction.put(add, steps);
    }
  }

  private Optional<String> refusal(RequiredColumn column) {
    if (column.domain()) {
      return Optional.of(
          "its domain rejects NULL, so it cannot be added nullable; add it with the domain's base type, or in a maintenance window with a default");
    }
    if (column.isOneStepBetter() && !areAsked(column, ctx)) {
      return Optional.of(whyOneStep(column.outcome().kind()));
    }
    boolean literal =
        column.ownDefault().filter(d -> d.kind() == Expression.Kind.CONSTANT).isPresent();
    if (literal && !AddedColumn.takesLiteralDefault(column.add().column().type(), ctx.target())) {
      return Optional.of(
          "the type takes no literal as its default; write an expression: DEFAULT ("
              + column.ownDefault().orElseThrow().sql()
              + ")");
    }
    if (column.add().column().has(Clause.Kind.UNKNOWN)) {
      return Optional.of("a part of the column definition is not understood");
    }
    AddColumn add = column.add();
    return siblings
        .obstacle(add)
        .or(ctx::obstacle)
        .or(() -> Split.obstacle(ctx, add.table(), add.scope(), add.column().name()));
  }

  private static String whyOneStep(Outcome.Kind kind) {
    return switch (kind) {
      case REWRITES ->
          "in one transaction three steps would keep everybody waiting longer still (measured: five times); --always-three-steps writes them all the same";
      case REBUILDS_ONLINE ->
          "one step does no harm here; --always-three-steps writes three all the same";
      // Nothing is said of it.
      default -> "";
    };
  }

  /** Whether somebody gave existing rows a value other than the column's default. */
  private static boolean givesAnotherValue(RequiredColumn column, Context ctx) {
    return ctx.givenValue(column.add().table(), column.add().column().name())
        .filter(given -> column.ownDefault().filter(own -> own.sql().equals(given.sql())).isEmpty())
        .isPresent();
  }

  private boolean isInstant(ColumnSteps column) {
    return ctx.options().form() == Form.INSTANT
        && column.placement() == Placement.IN_ADD
        && column.dropsDefault()
        && !column.add().column().has(Clause.Kind.DEFAULT)
        && !column.add().column().has(Clause.Kind.PRIMARY_KEY);
  }

  private Fix write() {
    return new StepsWriter(
            ctx,
            siblings,
            columns.stream().filter(c -> !isInstant(c)).toList(),
            columns.stream().filter(this::isInstant).toList())
        .write();
  }
}
