package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Clause.Kind;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.lint.Sequel;
import dev.tiptoe.rewrite.Backfill.Source;
import dev.tiptoe.rewrite.ColumnSteps.Placement;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts the steps of a statement's columns together: what stands above it, in it and below it. */
final class StepsWriter {

  private final Context ctx;
  private final Siblings siblings;
  private final List<ColumnSteps> stepwise;
  private final List<ColumnSteps> instant;
  private final List<ColumnSteps> columns;
  private final StatementWriter writer;
  private final boolean explains;

  StepsWriter(
      Context ctx, Siblings siblings, List<ColumnSteps> stepwise, List<ColumnSteps> instant) {
    this.ctx = ctx;
    this.siblings = siblings;
    this.stepwise = stepwise;
    this.instant = instant;
    this.columns = Stream.concat(stepwise.stream(), instant.stream()).toList();
    this.writer = new StatementWriter(ctx);
    this.explains = !stepwise.isEmpty() && Comments.isFirst(ctx);
  }

  Fix write() {
    Set<Change> waiting = siblings.waiting(columns);
    List<TextEdit> edits = new ArrayList<>(siblings.removal(waiting));
    for (ColumnSteps column : instant) {
      int end = column.add().column().clause(Kind.NOT_NULL).orElseThrow().span().end();
      edits.add(TextEdit.insert(end, " " + column.defaultClause()));
    }
    stepwise.forEach(c -> edits.addAll(c.definitionEdits()));

    boolean split = !stepwise.isEmpty() && Split.isAsked(ctx);
    List<ColumnSteps> updated = stepwise.stream().filter(c -> !c.add().scope().ifExists()).toList();
    int steps = updated.isEmpty() ? 2 : 3;
    List<String> above = new ArrayList<>();
    List<String> below = new ArrayList<>();
    if (explains && split) {
      above.add(Comments.addFirst(stepwise));
    } else if (explains) {
      above.add(Comments.promise(ctx));
      above.add(Comments.add(stepwise, steps));
    }
    (writer.hasLineAbove() ? above : below).addAll(reviews());
    stepwise.forEach(c -> c.betweenSteps().forEach(s -> below.add(writer.ended(s))));
    List<Sequel> sequels = List.of();
    if (split) {
      sequels =
          new LaterSteps(ctx, siblings, stepwise)
              .sequels(texts(waiting), lastStatement(stepwise, List.of(), texts(waiting)));
      if (!instant.isEmpty()) {
        below.add(writer.ended(lastStatement(List.of(), instant, List.of())));
      }
    } else {
      below.addAll(updates(updated));
      if (explains) {
        below.add(Comments.require(stepwise, steps));
      }
      below.add(writer.ended(lastStatement(stepwise, instant, texts(waiting))));
    }
    edits.addAll(writer.before(above));
    if (!below.isEmpty()) {
      edits.addAll(writer.after(below));
    }

    boolean guessed = columns.stream().anyMatch(c -> c.value().source() == Source.GUESSED);
    return new Fix(
        stepwise.isEmpty()
            ? "add it with a default, then drop the default"
            : split ? "add it in steps, each a migration of its own" : "add it in three steps",
        guessed ? Fix.Safety.NEEDS_REVIEW : Fix.Safety.SAFE,
        edits,
        sequels);
  }

  private List<String> texts(Set<Change> waiting) {
    return ctx.statement().changes().stream()
        .filter(waiting::contains)
        .map(action -> ctx.file().text(action.span()))
        .toList();
  }

  private List<String> updates(List<ColumnSteps> updated) {
    List<String> lines = new ArrayList<>();
    if (explains && !updated.isEmpty()) {
      lines.add(Comments.fill());
    }
    updated.forEach(c -> lines.add(writer.ended(c.update())));
    if (leavesChecksOpen(updated)) {
      lines.add(writer.ended(ctx.keyword("SET CONSTRAINTS ALL IMMEDIATE")));
    }
    return lines;
  }

  /** PostgreSQL refuses to alter a table with open checks of deferred keys: error 55006. */
  private boolean leavesChecksOpen(List<ColumnSteps> updated) {
    return ctx.target().is(Dialect.POSTGRESQL)
        && updated.stream()
            .anyMatch(c -> c.placement() != Placement.IN_ADD && siblings.isDeferred(c.add()));
  }

  private String lastStatement(
      List<ColumnSteps> required, List<ColumnSteps> filled, List<String> waiting) {
    List<String> actions = new ArrayList<>();
    required.forEach(c -> actions.add(String.join(", ", c.requireActions())));
    filled.forEach(c -> actions.add(c.dropDefaultAction()));
    actions.addAll(waiting);
    String header = columns.get(0).alterTable();
    if (actions.size() == 1) {
      return header + " " + actions.get(0);
    }
    String line = writer.newline() + writer.indentation() + "    ";
    return header + line + String.join("," + line, actions);
  }

  private List<String> reviews() {
    List<String> reviews = new ArrayList<>();
    for (ColumnSteps column : columns) {
      if (column.value().source() == Source.GUESSED) {
        Name name = column.add().column().name();
        Optional<Name> dropped = siblings.dropped().filter(d -> !d.sameLast(name));
        reviews.add(Comments.review(column.value(), name, dropped));
      }
    }
    return reviews;
  }
}
