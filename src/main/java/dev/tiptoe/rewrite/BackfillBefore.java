package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Change.Scope;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The UPDATE that fills an existing column before a statement makes it NOT NULL. */
public final class BackfillBefore {

  private final Context ctx;
  private final Name table;
  private final Scope scope;
  private final Name column;
  private final Backfill value;

  private BackfillBefore(Context ctx, Name table, Scope scope, Name column, Backfill value) {
    this.ctx = ctx;
    this.table = table;
    this.scope = scope;
    this.column = column;
    this.value =
        value instanceof Backfill.Value
            ? obstacle().<Backfill>map(Backfill.None::new).orElse(value)
            : value;
  }

  /**
   * For a column of which the new definition is given, as in MySQL's MODIFY; {@code column} is its
   * name before.
   */
  public static BackfillBefore of(
      Context ctx, Name table, Scope scope, Name column, ColumnDef definition) {
    // A value may be given under the name before or after a CHANGE.
    boolean underNewName =
        ctx.givenValue(table, column).isEmpty()
            && ctx.givenValue(table, definition.name()).isPresent();
    ColumnDef asItIs =
        underNewName
            ? definition
            : new ColumnDef(column, definition.type(), definition.clauses(), definition.span());
    return new BackfillBefore(ctx, table, scope, column, new ValueFinder(ctx).find(table, asItIs));
  }

  /** For a column of which only its type is known, or nothing. */
  public static BackfillBefore of(
      Context ctx,
      Name table,
      Scope scope,
      Name column,
      Optional<TypeName> type,
      Optional<String> defaultValue) {
    ValueFinder values = new ValueFinder(ctx);
    Backfill value = values.findExisting(table, column, type, defaultValue.map(ctx::expression));
    return new BackfillBefore(ctx, table, scope, column, value);
  }

  /**
   * For a column whose type the same statement changes: a value of the new type may not fit the old
   * one.
   */
  public static BackfillBefore ofUnknownType(Context ctx, Name table, Scope scope, Name column) {
    return of(ctx, table, scope, column, Optional.empty(), Optional.empty());
  }

  /**
   * For a column that an UPDATE above fills in part: only a value that somebody gave is written.
   */
  public static BackfillBefore ofPartlyFilled(Context ctx, Name table, Scope scope, Name column) {
    Optional<Expression> given = ctx.givenValue(table, column);
    Backfill value =
        given.isPresent()
            ? new Backfill.Value(given.get(), Backfill.Source.GIVEN)
            : new Backfill.None(
                "it is not known here whether the UPDATE before it fills every NULL"
                    + new ValueFinder(ctx).giveOne(table, column));
    return new BackfillBefore(ctx, table, scope, column, value);
  }

  /** The UPDATE, if a value is known. */
  public Optional<Fix> fix() {
    if (!(value instanceof Backfill.Value known)) {
      return Optional.empty();
    }
    LaterFill fill = new LaterFill(ctx, scope, table, column, known, Optional.empty());
    Fix.Safety safety =
        known.source() == Backfill.Source.GUESSED ? Fix.Safety.NEEDS_REVIEW : Fix.Safety.SAFE;
    if (Split.isAsked(ctx)) {
      RequireLater later = new RequireLater(ctx, fill, RequireLater.action(ctx, column));
      return Optional.of(
          new Fix("make it NOT NULL in later migrations", safety, later.edits(), later.sequels()));
    }
    StatementWriter writer = new StatementWriter(ctx);
    List<String> lines = new ArrayList<>(fill.review());
    lines.add(writer.ended(fill.update()));
    return Optional.of(new Fix("fill the column first", safety, writer.before(lines)));
  }

  /** What is done about it, or why nothing is. */
  public String plan() {
    return value instanceof Backfill.Value known
        ? "Fill it first: --fix writes the UPDATE, with "
            + Costs.written(known)
            + "."
            + ctx.demand().map(d -> " " + d).orElse("")
        : Backfill.nothingWritten(((Backfill.None) value).reason());
  }

  /** Why a value is of no use here; empty if it is. */
  private Optional<String> obstacle() {
    return scope.ifExists()
        ? Optional.of(
            "an UPDATE fails if the table is not there, and IF EXISTS says it may not be; drop IF EXISTS")
        : ctx.obstacle().or(() -> RequireLater.obstacle(ctx, table, scope, column));
  }
}
