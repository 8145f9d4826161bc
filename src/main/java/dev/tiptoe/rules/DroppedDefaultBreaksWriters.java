package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.ColumnChange.DropDefault;
import dev.tiptoe.ddl.ColumnChange.SetDefault;
import dev.tiptoe.ddl.ColumnChange.SetNotNull;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.sql.Expression.Kind;
import dev.tiptoe.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A column that is NOT NULL loses its default, so that an INSERT of the application that still runs
 * and does not name it fails.
 */
public final class DroppedDefaultBreaksWriters extends Rule<DropDefault> {

  public DroppedDefaultBreaksWriters() {
    super(DropDefault.class, Severity.WARNING);
  }

  @Override
  protected void check(DropDefault drop, Context ctx) {
    Lost lost = ctx.perStatement(Lost.class, () -> Lost.of(ctx));
    if (isFirst(drop, lost.known())) {
      report(lost.known(), Severity.WARNING, "may send such.", ctx);
    } else if (isFirst(drop, lost.added())) {
      boolean many = lost.added().size() > 1;
      report(
          lost.added(),
          Severity.NOTE,
          many ? "does not know the columns." : "does not know the column.",
          ctx);
    }
  }

  private static boolean isFirst(DropDefault drop, List<DropDefault> drops) {
    return !drops.isEmpty() && drops.get(0).equals(drop);
  }

  private static void report(
      List<DropDefault> drops, Severity severity, String running, Context ctx) {
    boolean many = drops.size() > 1;
    ctx.report(
        severity,
        Hazard.BREAKS,
        drops.get(0).span(),
        Listing.of(drops.stream().map(d -> d.column().last()).toList())
            + (many
                ? " are NOT NULL and lose their defaults"
                : " is NOT NULL and loses its default")
            + ": an INSERT that does not name "
            + (many ? "them" : "it")
            + " fails, and the version of the application that still runs "
            + running,
        many
            ? "Drop the defaults in a later migration, when every version that runs names the columns."
            : "Drop the default in a later migration, when every version that runs names the column.");
  }

  /**
   * The required columns that one statement leaves without a default; they share one finding.
   *
   * @param known those that the application that still runs may know
   * @param added those whose default only helped along while the file added them
   */
  private record Lost(List<DropDefault> known, List<DropDefault> added) {

    static Lost of(Context ctx) {
      Around around = new Around(ctx);
      List<DropDefault> known = new ArrayList<>();
      List<DropDefault> added = new ArrayList<>();
      for (Change change : ctx.statement().changes()) {
        if (change instanceof DropDefault drop && around.isLost(drop)) {
          (around.isAdded(drop) ? added : known).add(drop);
        }
      }
      known.removeIf(drop -> isSentByPrisma(drop, ctx));
      // The last of the three steps: whoever takes them has chosen to have no default.
      added.removeIf(around::becomesRequired);
      return new Lost(known, added);
    }
  }

  /** Prisma Client puts what its schema gives as a value or as now() into each INSERT itself. */
  private static boolean isSentByPrisma(DropDefault drop, Context ctx) {
    return ctx.isPrisma()
        && ctx.schema()
            .column(drop.table(), drop.column())
            .flatMap(Column::defaultValue)
            .map(value -> ctx.expression(value).kind())
            .filter(kind -> kind == Kind.CONSTANT || kind == Kind.CURRENT_TIME)
            .isPresent();
  }

  /**
   * What is done to other columns, gathered once for a statement that may have thousands of
   * actions.
   */
  private static final class Around {
    private final Context ctx;
    private final Set<String> required = new HashSet<>();
    private final Map<String, Integer> lastDefaults = new HashMap<>();

    Around(Context ctx) {
      this.ctx = ctx;
      for (Change change : ctx.statement().changes()) {
        if (change instanceof SetNotNull set) {
          required.add(key(set.table(), set.column()));
        }
      }
      for (Statement statement : ctx.statements()) {
        for (Change change : statement.changes()) {
          if (change instanceof SetDefault set) {
            lastDefaults.put(key(set.table(), set.column()), set.span().start());
          }
        }
      }
    }

    /** Whether a required column of an old table has no default from here on. */
    boolean isLost(DropDefault drop) {
      boolean isRequired =
          becomesRequired(drop)
              || column(drop).filter(c -> c.nullability() == Nullability.NOT_NULL).isPresent();
      // It may only be out of the way for a while, as where the column's type is changed.
      boolean isGivenAgain = lastDefaults.getOrDefault(key(drop), -1) > drop.span().start();
      return isRequired && !isGivenAgain && !ctx.schema().isNew(drop.table());
    }

    boolean becomesRequired(DropDefault drop) {
      return required.contains(key(drop));
    }

    boolean isAdded(DropDefault drop) {
      return ctx.addedHere(drop.table(), drop.column()).isPresent()
          || column(drop).filter(Column::isNew).isPresent();
    }

    private Optional<Column> column(DropDefault drop) {
      return ctx.schema().column(drop.table(), drop.column());
    }

    private static String key(DropDefault drop) {
      return key(drop.table(), drop.column());
    }

    private static String key(Name table, Name column) {
      return (table.name() + " " + column.name()).toLowerCase(Locale.ROOT);
    }
  }
}
