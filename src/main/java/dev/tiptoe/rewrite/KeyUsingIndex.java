package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.lint.Context;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Fragment;
import dev.tiptoe.text.Span;
import dev.tiptoe.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A key whose index is built while writes go on, and which takes that index over in a moment. What
 * stands between the key's words and its columns, or behind them, has no place in an index.
 */
public final class KeyUsingIndex {

  private static final String FORM =
      "ADD CONSTRAINT ... USING INDEX takes a moment once CREATE UNIQUE INDEX CONCURRENTLY has built its index while writes go on";

  private KeyUsingIndex() {}

  /** For an action of the statement that is looked at. */
  public static Concurrently of(Context ctx, AddConstraint add) {
    Optional<Span> columns = columns(ctx, add);
    Optional<String> obstacle = obstacle(ctx, add, columns);
    if (obstacle.isPresent()) {
      return Concurrently.refused(FORM + obstacle.get());
    }
    String name = add.name().orElseThrow().sql();
    StatementWriter writer = new StatementWriter(ctx);
    String index =
        ctx.keyword("CREATE UNIQUE INDEX CONCURRENTLY")
            + " "
            + name
            + " "
            + ctx.keyword("ON")
            + " "
            + add.table()
            + " "
            + ctx.file().text(columns.orElseThrow());
    List<TextEdit> edits = new ArrayList<>(writer.before(List.of(writer.ended(index))));
    edits.add(TextEdit.replace(columns.orElseThrow(), ctx.keyword("USING INDEX") + " " + name));
    return Concurrently.of(ctx, FORM, "build its index concurrently", edits);
  }

  private static Optional<String> obstacle(Context ctx, AddConstraint add, Optional<Span> columns) {
    Optional<Table> table = ctx.schema().table(add.table()).filter(Table::isComplete);
    if (table.filter(Table::isPartitioned).isPresent()) {
      return Optional.of("; a partitioned table takes neither.");
    }
    if (add.name().isEmpty() || ctx.statement().changes().size() > 1 || columns.isEmpty()) {
      return Optional.of(
          "; for that write a statement of its own, with a name and no other options.");
    }
    if (table.isEmpty() || add.scope().ifExists()) {
      return Optional.of(". Write it by hand: " + Concurrently.unknown(ctx, add.table()));
    }
    if (add.demand() == Demand.PRIMARY_KEY && !areNotNull(table.get(), add.columns())) {
      return Optional.of(", if its columns are NOT NULL before.");
    }
    return ctx.obstacle().map(o -> ". " + Backfill.nothingWritten(o));
  }

  private static boolean areNotNull(Table table, List<Name> columns) {
    return columns.stream()
        .allMatch(
            c ->
                table
                    .column(c)
                    .filter(known -> known.nullability() == Nullability.NOT_NULL)
                    .isPresent());
  }

  /** The list of columns with its parentheses, if there is nothing else. */
  private static Optional<Span> columns(Context ctx, AddConstraint add) {
    if (add.name().isEmpty() || add.columns().isEmpty()) {
      return Optional.empty();
    }
    String text = ctx.file().text();
    int first = add.columns().get(0).span().start();
    String last = add.demand() == Demand.PRIMARY_KEY ? "KEY" : "UNIQUE";
    int words =
        Fragment.behind(text, new Span(add.name().get().span().end(), first), last, ctx.target());
    int open = text.indexOf('(', words);
    boolean plain =
        text.substring(words, open).isBlank()
            && text.substring(open + 1, first).isBlank()
            && text.substring(
                    add.columns().get(add.columns().size() - 1).span().end(), add.span().end())
                .strip()
                .equals(")");
    return plain ? Optional.of(new Span(open, add.span().end())) : Optional.empty();
  }
}
