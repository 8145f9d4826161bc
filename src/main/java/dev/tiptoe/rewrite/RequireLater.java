package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.MakesRequired;
import dev.tiptoe.ddl.Change.Scope;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Sequel;
import dev.tiptoe.lint.Sequel.Stage;
import dev.tiptoe.text.TextEdit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An existing column that is made NOT NULL in migrations of its own: the UPDATE takes the place of
 * the action, which comes last.
 */
final class RequireLater {

  private final Context ctx;
  private final LaterFill fill;
  private final MakesRequired action;
  private final StatementWriter writer;

  RequireLater(Context ctx, LaterFill fill, MakesRequired action) {
    this.ctx = ctx;
    this.fill = fill;
    this.action = action;
    this.writer = new StatementWriter(ctx);
  }

  /** The action of the statement that is looked at which makes {@code column} NOT NULL. */
  static MakesRequired action(Context ctx, Name column) {
    for (Change change : ctx.statement().changes()) {
      if (change instanceof MakesRequired required
          && required.requiredColumn().filter(column::sameLast).isPresent()) {
        return required;
      }
    }
    throw new IllegalStateException("nothing makes " + column + " NOT NULL here");
  }

  /** What changes in the file itself. */
  List<TextEdit> edits() {
    boolean alone = ctx.statement().changes().size() == 1;
    List<String> lines = new ArrayList<>();
    if (Comments.isFirst(ctx)) {
      lines.add(Comments.fillFirst(inBatches()));
    }
    if (!inBatches()) {
      lines.addAll(fill.review());
      lines.add(fill.update());
    } else if (alone) {
      // Some tools take offence at a file without any statement.
      lines.add(ctx.keyword("SELECT") + " 1");
    }
    if (alone) {
      String text = String.join(writer.newline() + writer.indentation(), lines);
      return List.of(
          TextEdit.replace(
              ctx.statement().span(), writer.hasLineAbove() ? text : writer.newline() + text));
    }
    Set<Change> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
    waiting.add(action);
    List<TextEdit> edits = new ArrayList<>(new Siblings(ctx).removal(waiting));
    if (!inBatches()) {
      lines.set(lines.size() - 1, writer.ended(fill.update()));
    }
    edits.addAll(writer.before(lines));
    return edits;
  }

  /** What follows in other migrations. */
  List<Sequel> sequels() {
    List<Sequel> sequels = new ArrayList<>();
    if (inBatches()) {
      sequels.add(fill.whole());
    }
    String alterTable = StatementWriter.alterTable(ctx, fill.scope(), fill.table());
    if (ProvenNotNull.isOfUse(ctx.target())) {
      // Before the check is there, rows may come in that say NULL.
      sequels.addAll(
          new ProvenNotNull(ctx, alterTable, fill.table(), fill.column(), constraintName())
              .sequels(List.of(fill.rest(Stage.VALIDATE, ProvenNotNull.VALIDATE)), List.of()));
    } else {
      sequels.add(fill.rest(Stage.REQUIRE, LaterSteps.REQUIRE));
      sequels.add(
          new Sequel(
              Stage.REQUIRE,
              LaterSteps.REQUIRE,
              alterTable + " " + ctx.file().text(action.span())));
    }
    return sequels;
  }

  private boolean inBatches() {
    return ctx.options().batch().isPresent();
  }

  private Optional<String> constraintName() {
    return action instanceof ConstraintChange.AddConstraint constraint
        ? constraint.name().map(Name::sql)
        : Optional.empty();
  }

  /** Why a statement cannot be taken apart; empty if it can. */
  static Optional<String> obstacle(Context ctx, Name table, Scope scope, Name column) {
    if (!Split.isAsked(ctx)) {
      return Optional.empty();
    }
    boolean renames =
        action(ctx, column) instanceof ColumnChange.RedefineColumn redefine
            && !redefine.definition().name().sameLast(column);
    return renames
        ? Optional.of(
            "CHANGE also gives the column a new name; rename it in a statement of its own, or write the steps into this file (--steps inline)")
        : Split.obstacle(ctx, table, scope, column);
  }
}
