package dev.tiptoe.rules;

import static dev.tiptoe.sql.Dialect.MARIADB;
import static dev.tiptoe.sql.Dialect.MYSQL;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.OfTable;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange.ExecutionOption;
import dev.tiptoe.ddl.TableChange.Reorganize;
import dev.tiptoe.facts.Algorithm;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A column is added cheaply only as long as nothing stands in the way, and the ALTER TABLE does not
 * say that it has to be.
 */
public final class UnassertedAlgorithm extends Rule<OfTable> {

  public UnassertedAlgorithm() {
    super(OfTable.class, Severity.NOTE, MYSQL, MARIADB);
  }

  /** What it finds is safe today, so it is for those who want it. */
  @Override
  public boolean isOnByDefault() {
    return false;
  }

  @Override
  protected void check(OfTable change, Context ctx) {
    Optional<Effect> cheap = cheap(ctx.statement(), ctx);
    if (cheap.isEmpty() || !ctx.isFirst(id()) || isAssertedAnywhere(ctx)) {
      return;
    }
    List<TextEdit> edits = ctx.statement().isNested() ? List.of() : edits(ctx);
    if (edits.isEmpty() && !ctx.statement().isNested()) {
      return;
    }
    String words = words(cheap.get(), ctx);
    ctx.report(
        Severity.NOTE,
        Hazard.NONE,
        change.span(),
        ctx.target()
            + " "
            + cheap.get().text()
            + ". Nothing says so here: where the server cannot, it takes a dearer way without a word.",
        "Say so, and it stops at once instead: "
            + (edits.isEmpty() ? "write `" : "--fix adds `")
            + words
            + "`"
            + (edits.size() < 2 ? "." : ", and the like to " + (edits.size() - 1) + " more."),
        edits.isEmpty()
            ? Optional.empty()
            : Optional.of(new Fix("say which algorithm is meant", Fix.Safety.NEEDS_REVIEW, edits)));
  }

  /**
   * What adding a column costs, if that is little, all is known that could stand in the way, and
   * nothing does.
   */
  private static Optional<Effect> cheap(Statement statement, Context ctx) {
    Optional<Name> table = table(statement);
    boolean known =
        table
            .filter(t -> !ctx.schema().isNew(t) && !ctx.isSmall(t))
            .flatMap(t -> ctx.schema().table(t))
            .filter(Table::isComplete)
            .isPresent();
    return known
            && statement.changes().stream().anyMatch(AddColumn.class::isInstance)
            && statement.changes().stream().noneMatch(UnassertedAlgorithm::hasItsOwnRule)
        ? ctx.schema().alterCost(statement).effect().filter(e -> !e.blocksWrites())
        : Optional.empty();
  }

  private static Optional<Name> table(Statement statement) {
    return statement.changes().stream()
        .filter(OfTable.class::isInstance)
        .map(OfTable.class::cast)
        .map(OfTable::table)
        .findFirst();
  }

  /** What others speak of, and what MariaDB copies whatever ALGORITHM says. */
  private static boolean hasItsOwnRule(Change change) {
    return change instanceof Reorganize
        || change instanceof ConstraintChange
        || (change instanceof AddColumn add && add.column().required());
  }

  /** An author who says it once knows of it. */
  private static boolean isAssertedAnywhere(Context ctx) {
    return ctx.statements().stream()
        .flatMap(s -> s.changes().stream())
        .anyMatch(ExecutionOption.class::isInstance);
  }

  /** One for each table: what stands in the way of a second change may come with the first. */
  private static List<TextEdit> edits(Context ctx) {
    Set<String> touched = new TreeSet<>();
    List<TextEdit> edits = new ArrayList<>();
    for (Statement statement : ctx.statements()) {
      Optional<String> table = table(statement).map(t -> t.name().toLowerCase(Locale.ROOT));
      if (!statement.isNested() && table.filter(touched::add).isPresent()) {
        cheap(statement, ctx).ifPresent(effect -> edits.add(edit(statement, effect, ctx)));
      }
    }
    return edits;
  }

  private static TextEdit edit(Statement statement, Effect effect, Context ctx) {
    return TextEdit.insert(statement.span().end(), ", " + words(effect, ctx));
  }

  private static String words(Effect effect, Context ctx) {
    Algorithm algorithm = effect.algorithm().orElseThrow();
    String words = "ALGORITHM=" + algorithm;
    return ctx.keyword(algorithm == Algorithm.INSTANT ? words : words + ", LOCK=NONE");
  }
}
