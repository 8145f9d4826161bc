package dev.tiptoe.rules;

import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.facts.Outcome;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.rewrite.Backfill;
import dev.tiptoe.rewrite.RequiredColumn;
import dev.tiptoe.rewrite.ThreeSteps;
import dev.tiptoe.text.Span;

/**
 * A NOT NULL column that is added to a table with rows has no value for them, or makes everybody
 * wait to get one.
 */
public final class AddNotNullColumn extends Rule<AddColumn> {

  public AddNotNullColumn() {
    super(AddColumn.class, Severity.ERROR);
  }

  @Override
  protected void check(AddColumn add, Context ctx) {
    RequiredColumn.of(add, ctx)
        .filter(column -> !isZeroDate(column) && !isCheckedForLonger(column, ctx))
        .ifPresent(column -> report(column, ctx));
  }

  /** Of which zero-date-default speaks. */
  private static boolean isZeroDate(RequiredColumn column) {
    return column.ownDefault().filter(d -> ZeroDateDefault.isZeroDate(d.sql())).isPresent();
  }

  /** What costs nothing itself is not praised where a constraint of the column makes it long. */
  private boolean isCheckedForLonger(RequiredColumn column, Context ctx) {
    return column.outcome().kind() == Outcome.Kind.METADATA_ONLY
        && CheckedRows.of(column.add(), ctx).isPresent()
        && ThreeSteps.of(ctx, id()).fix(column.add()).isEmpty();
  }

  private void report(RequiredColumn column, Context ctx) {
    AddColumn add = column.add();
    ThreeSteps steps = ThreeSteps.of(ctx, id());
    Outcome.Kind kind = column.outcome().kind();
    String message =
        add.column().name().last()
            + " is NOT NULL"
            + (column.ownDefault().isEmpty() ? " and has no default: " : ": ")
            + ctx.target()
            + " "
            + column.outcome().text()
            + clientDefault(column, ctx);
    String refusal = steps.refusal(add);
    String advice =
        passesWhenEmpty(kind)
            + (refusal.isEmpty() ? sentence(steps.plan(add)) : Backfill.nothingWritten(refusal));
    boolean isShort = hazard(kind) == Hazard.BLOCKS && ctx.isSmall(add.table());
    ctx.report(
        isShort ? Severity.NOTE : severity(kind),
        hazard(kind),
        place(add),
        message + ".",
        isShort ? "The table is small here, so nobody waits long." : advice,
        steps.fix(add));
  }

  /** The column's definition rather than the whole action, so that the caret points at the name. */
  private static Span place(AddColumn add) {
    return add.column().span();
  }

  private static Severity severity(Outcome.Kind kind) {
    return switch (kind) {
      case FAILS, FAILS_ALWAYS, FILLS_SILENTLY -> Severity.ERROR;
      case REWRITES, COPIES -> Severity.WARNING;
      case REBUILDS_ONLINE, METADATA_ONLY -> Severity.NOTE;
    };
  }

  private static Hazard hazard(Outcome.Kind kind) {
    return switch (kind) {
      case FAILS, FAILS_ALWAYS -> Hazard.FAILS;
      case FILLS_SILENTLY -> Hazard.CORRUPTS;
      case REWRITES, COPIES -> Hazard.BLOCKS;
      case REBUILDS_ONLINE, METADATA_ONLY -> Hazard.NONE;
    };
  }

  private static String passesWhenEmpty(Outcome.Kind kind) {
    return kind == Outcome.Kind.FAILS
        ? "On an empty database it passes, so a test that replays the migrations does not see it. "
        : "";
  }

  private static String clientDefault(RequiredColumn column, Context ctx) {
    AddColumn add = column.add();
    if (!ctx.isPrisma() || column.ownDefault().isPresent()) {
      return "";
    }
    String name = add.column().name().name();
    boolean uuid =
        add.column().type().family() == TypeFamily.UUID
            || add.column().type().sql().equalsIgnoreCase("CHAR(36)");
    boolean known =
        ctx.prisma().hasClientDefault(add.table(), add.column().name())
            || name.equalsIgnoreCase("updatedAt")
            || name.equalsIgnoreCase("updated_at")
            || uuid;
    return known
        ? ". Prisma's @updatedAt, @default(uuid()) and @default(cuid()) are made in the Prisma Client; the database knows no default"
        : "";
  }

  private static String sentence(String plan) {
    return plan.isEmpty() ? "" : Character.toUpperCase(plan.charAt(0)) + plan.substring(1);
  }
}
