package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.lint.Context;
import dev.tiptoe.rewrite.ColumnSteps.Placement;
import dev.tiptoe.sql.Fragment;
import dev.tiptoe.text.Span;
import dev.tiptoe.text.TextEdit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The other actions of the ALTER TABLE: those that forbid a rewrite, and those that have to wait
 * for the rows to be filled.
 */
final class Siblings {

  private final Context ctx;
  private final List<Change> actions;
  private final Set<String> changed = new HashSet<>();
  private final List<Name> dropped = new ArrayList<>();
  private boolean renamesTable;
  private boolean unreadable;

  Siblings(Context ctx) {
    this.ctx = ctx;
    this.actions = ctx.statement().changes();
    for (Change action : actions) {
      if (action instanceof Change.OfColumn change) {
        changed.add(key(change.column()));
      }
      if (action instanceof ColumnChange.DropColumn drop) {
        dropped.add(drop.column());
      }
      renamesTable |= action instanceof TableChange.RenameTable;
      unreadable |= action instanceof Change.Other;
    }
  }

  /** Why this column cannot be rewritten; empty if it can. */
  Optional<String> obstacle(AddColumn add) {
    if (renamesTable) {
      return Optional.of(
          "the same statement renames the table, so the steps would be about two names; rename it in a statement of its own");
    }
    if (unreadable) {
      return Optional.of("a part of the statement is not understood");
    }
    return changed.contains(key(add.column().name()))
        ? Optional.of(
            "another action of the same statement changes the column too; write that one as a statement of its own")
        : Optional.empty();
  }

  /**
   * The actions that wait for step 3: a primary key over a column that is filled by then, a column
   * that is still read.
   */
  Set<Change> waiting(List<ColumnSteps> columns) {
    List<ColumnSteps> late =
        columns.stream().filter(c -> c.placement() != Placement.IN_ADD).toList();
    Set<Change> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Change action : late.isEmpty() ? List.<Change>of() : actions) {
      if (late.stream().anyMatch(c -> waitsFor(action, c))) {
        waiting.add(action);
      }
    }
    return waiting;
  }

  /** Takes the waiting actions out of the statement, each with one comma. */
  List<TextEdit> removal(Set<Change> waiting) {
    List<TextEdit> edits = new ArrayList<>();
    String text = ctx.file().text();
    int lastKept = -1;
    for (int i = 0; i < actions.size(); i++) {
      if (!waiting.contains(actions.get(i))) {
        lastKept = i;
      }
    }
    for (int i = 0; i < actions.size(); i++) {
      Span span = actions.get(i).span();
      if (!waiting.contains(actions.get(i))) {
        continue;
      }
      int start = span.start();
      while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
        start--;
      }
      edits.add(TextEdit.delete(new Span(start, span.end())));
      Span comma =
          i < lastKept
              ? Fragment.comma(text, span.end(), actions.get(i + 1).span().start(), ctx.target())
              : Fragment.comma(text, actions.get(i - 1).span().end(), start, ctx.target());
      edits.add(TextEdit.delete(comma));
    }
    return edits;
  }

  /**
   * The one column that this statement drops, which may be the old name of one it adds; empty if
   * there are more.
   */
  Optional<Name> dropped() {
    return dropped.size() == 1 ? Optional.of(dropped.get(0)) : Optional.empty();
  }

  private static String key(Name column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  private boolean waitsFor(Change action, ColumnSteps column) {
    Name name = column.add().column().name();
    if (action instanceof ConstraintChange.AddConstraint constraint) {
      return constraint.demand() == Demand.PRIMARY_KEY
          && constraint.columns().stream().anyMatch(name::sameLast);
    }
    if (action instanceof IndexChange.AddIndex index) {
      return index.kind() == IndexKind.SPATIAL && index.columns().stream().anyMatch(name::sameLast);
    }
    return action instanceof ColumnChange.DropColumn drop
        && Fragment.mentions(column.value().expression().sql(), drop.column().name(), ctx.target());
  }

  /**
   * Whether a foreign key over the column is checked only when the transaction ends, so that an
   * UPDATE leaves checks open.
   */
  boolean isDeferred(AddColumn add) {
    for (Clause clause : add.column().clauses()) {
      if (clause.kind() == Clause.Kind.TIMING && saysDeferred(clause.span())) {
        return true;
      }
    }
    for (Change action : actions) {
      if (action instanceof ConstraintChange.AddConstraint constraint
          && constraint.demand() == Demand.FOREIGN_KEY
          && constraint.columns().stream().anyMatch(add.column().name()::sameLast)
          && saysDeferred(constraint.span())) {
        return true;
      }
    }
    return false;
  }

  private boolean saysDeferred(Span span) {
    return Fragment.mentions(ctx.file().text(span), "deferred", ctx.target());
  }
}
