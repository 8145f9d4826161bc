package dev.tiptoe.sql;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Extent;
import dev.tiptoe.ddl.DropBehavior;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.RowChange;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the statements that change rows, as far as it matters which tables and columns they reach.
 */
final class RowsReader {

  private final Cursor in;
  private final Span span;
  private final List<Change> changes;

  RowsReader(Cursor in, Span span, List<Change> changes) {
    this.in = in;
    this.span = span;
    this.changes = changes;
  }

  boolean update() {
    in.take("LOW_PRIORITY");
    in.take("IGNORE");
    in.take("ONLY");
    Optional<Name> table = in.takeName();
    if (table.isEmpty()) {
      return false;
    }
    // UPDATE a JOIN b ON ... SET: on to the SET; whose column it is, is left open.
    boolean joined =
        in.peekSymbol(',') || (!in.peek("SET") && !in.peekAt(1, "SET") && !in.peekAt(2, "SET"));
    while (!in.atEnd() && !in.peek("SET")) {
      if (in.takeParenthesis().isEmpty()) {
        in.skip();
      }
    }
    if (!in.take("SET")) {
      return false;
    }
    int from = in.at();
    int end = in.endBefore("WHERE", "FROM", "ORDER", "LIMIT", "RETURNING");
    List<Name> columns = new ArrayList<>();
    List<Name> fromThemselves = new ArrayList<>();
    List<Name> cleared = new ArrayList<>();
    for (Cursor assignment : in.part(from, end).elements()) {
      int first = columns.size();
      assigned(assignment, columns, cleared);
      List<Name> used = Conditions.names(assignment);
      columns.stream().skip(first).filter(c -> keepsNull(c, used)).forEach(fromThemselves::add);
    }
    in.moveTo(end);
    Reach reach = joined ? Reach.SOME : reach();
    return changes.add(
        new RowChange.UpdateRows(
            table.get(),
            List.copyOf(columns),
            List.copyOf(fromThemselves),
            List.copyOf(cleared),
            reach.extent(),
            reach.nullColumns(),
            span));
  }

  /**
   * Whether an expression of these names is NULL where the column is; in a subquery it is mostly
   * another table's.
   */
  private static boolean keepsNull(Name column, List<Name> used) {
    return used.stream().anyMatch(column::sameLast)
        && used.stream().map(Name::name).noneMatch(RowsReader::replacesNull);
  }

  private static boolean replacesNull(String function) {
    return switch (function.toUpperCase(Locale.ROOT)) {
      case "COALESCE", "IFNULL", "NVL", "CASE", "CONCAT", "CONCAT_WS", "IF", "SELECT" -> true;
      default -> false;
    };
  }

  private static void assigned(Cursor assignment, List<Name> columns, List<Name> cleared) {
    if (assignment.peekSymbol('(')) {
      columns.addAll(assignment.takeColumnList());
      return;
    }
    Optional<Name> column = assignment.takeName();
    boolean clears = assignment.takeSymbol('=') && assignment.take("NULL") && assignment.atEnd();
    column.ifPresent(clears ? cleared::add : columns::add);
  }

  private record Reach(Extent extent, List<Name> nullColumns) {
    static final Reach SOME = new Reach(Extent.SOME, List.of());
  }

  /**
   * Which rows the rest of an UPDATE or DELETE selects; a IS NULL OR b IS NULL reaches the NULLs of
   * both.
   */
  private Reach reach() {
    if (in.atEnd() || in.peek("RETURNING")) {
      return new Reach(Extent.ALL, List.of());
    }
    if (!in.take("WHERE") || in.endBefore("AND", "LIMIT", "XOR") < in.limit()) {
      return Reach.SOME;
    }
    List<Name> nullColumns = new ArrayList<>();
    do {
      int end = in.endBefore("OR", "RETURNING");
      Cursor condition = in.part(in.at(), end);
      if (Conditions.isAlwaysTrue(condition)) {
        return new Reach(Extent.ALL, List.of());
      }
      Optional<Name> column = condition.takeName();
      if (condition.take("IS", "NULL") && condition.atEnd()) {
        column.ifPresent(nullColumns::add);
      }
      in.moveTo(end);
    } while (in.take("OR"));
    return new Reach(Extent.SOME, List.copyOf(nullColumns));
  }

  boolean delete() {
    in.take("LOW_PRIORITY");
    in.take("QUICK");
    in.take("IGNORE");
    if (!in.take("FROM")) {
      // MySQL's multi-table DELETE t FROM ...
      return in.peekName() && changes.add(new Change.Neutral(span));
    }
    in.take("ONLY");
    Optional<Name> table = in.takeName();
    if (table.isEmpty()) {
      return false;
    }
    Reach reach = reach();
    return changes.add(
        new RowChange.DeleteRows(table.get(), reach.extent(), reach.nullColumns(), span));
  }

  /**
   * WITH ... UPDATE: what changes rows, be it in the statement itself or in one of its common table
   * expressions.
   */
  boolean with() {
    int before = changes.size();
    int depth = 0;
    boolean opens = false;
    while (!in.atEnd()) {
      boolean starts = opens || depth == 0;
      opens = in.peekSymbol('(');
      depth += opens ? 1 : in.peekSymbol(')') ? -1 : 0;
      if (starts && in.peek("UPDATE")) {
        new RowsReader(in.part(in.at() + 1, in.endOfParenthesis()), span, changes).update();
      } else if (starts && in.peek("DELETE")) {
        new RowsReader(in.part(in.at() + 1, in.endOfParenthesis()), span, changes).delete();
      } else if (starts && in.peek("INSERT", "INTO")) {
        in.part(in.at() + 2, in.limit())
            .takeName()
            .ifPresent(n -> changes.add(new RowChange.InsertRows(n, span)));
      }
      in.skip();
    }
    if (changes.size() == before) {
      changes.add(new Change.Neutral(span));
    }
    return true;
  }

  boolean copy() {
    Optional<Name> table = in.takeName();
    if (table.isEmpty()) {
      return changes.add(new Change.Neutral(span));
    }
    in.takeParenthesis();
    return changes.add(
        in.peek("FROM") ? new RowChange.InsertRows(table.get(), span) : new Change.Neutral(span));
  }

  boolean truncate() {
    in.take("TABLE");
    List<Name> tables = new ArrayList<>();
    do {
      in.take("ONLY");
      Optional<Name> table = in.takeName();
      if (table.isEmpty()) {
        return false;
      }
      tables.add(table.get());
      in.takeSymbol('*');
    } while (in.takeSymbol(','));
    in.take("RESTART", "IDENTITY");
    in.take("CONTINUE", "IDENTITY");
    DropBehavior behavior = in.takeBehavior();
    tables.forEach(t -> changes.add(new RowChange.Truncate(t, behavior, span)));
    return true;
  }
}
