package dev.tiptoe.sql;

import dev.tiptoe.ddl.Access;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.MaintenanceChange.Cluster;
import dev.tiptoe.ddl.MaintenanceChange.LockTable;
import dev.tiptoe.ddl.MaintenanceChange.RefreshView;
import dev.tiptoe.ddl.MaintenanceChange.Reindex;
import dev.tiptoe.ddl.MaintenanceChange.Vacuum;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** Reads the statements that work on tables, indexes and views as they are. */
final class MaintenanceReader {

  private final Cursor in;
  private final Span span;
  private final List<Change> changes;

  MaintenanceReader(Cursor in, Span span, List<Change> changes) {
    this.in = in;
    this.span = span;
    this.changes = changes;
  }

  /** Reads what follows a statement's first word; false if it is not understood. */
  boolean read(String word) {
    return switch (word) {
      case "LOCK" -> in.mySqlLike() ? lockTables() : lock();
      case "VACUUM" -> !in.mySqlLike() && vacuum();
      case "CLUSTER" -> !in.mySqlLike() && cluster();
      case "REINDEX" -> !in.mySqlLike() && reindex();
      case "REFRESH" -> !in.mySqlLike() && refresh();
      default -> false;
    };
  }

  private boolean vacuum() {
    Set<String> options = options();
    boolean full = in.take("FULL") || options.contains("FULL");
    while (in.take("FREEZE") || in.take("VERBOSE") || in.take("ANALYZE") || in.take("ANALYSE")) {
      // In this order they may stand without parentheses.
    }
    List<Name> tables = new ArrayList<>();
    for (Cursor table : in.elements()) {
      table.take("ONLY");
      table.takeName().ifPresent(tables::add);
    }
    return changes.add(
        new Vacuum(List.copyOf(tables), full ? Vacuum.Depth.FULL : Vacuum.Depth.PLAIN, span));
  }

  private boolean cluster() {
    options();
    in.take("VERBOSE");
    Optional<Name> table = in.takeName();
    // CLUSTER index ON table, as it was written before PostgreSQL 8.3.
    return changes.add(new Cluster(in.take("ON") ? in.takeName() : table, span));
  }

  private boolean reindex() {
    boolean concurrent = options().contains("CONCURRENTLY");
    Optional<Reindex.Reach> reach = reach();
    if (reach.isEmpty()) {
      return false;
    }
    concurrent |= in.take("CONCURRENTLY");
    Access access = concurrent ? Access.CONCURRENT : Access.BLOCKING;
    return changes.add(new Reindex(reach.get(), in.takeName(), access, span));
  }

  private Optional<Reindex.Reach> reach() {
    for (Reindex.Reach reach : Reindex.Reach.values()) {
      if (in.take(reach.name())) {
        return Optional.of(reach);
      }
    }
    return Optional.empty();
  }

  private boolean refresh() {
    if (!in.take("MATERIALIZED", "VIEW")) {
      return false;
    }
    Access access = in.take("CONCURRENTLY") ? Access.CONCURRENT : Access.BLOCKING;
    Optional<Name> view = in.takeName();
    RefreshView.Rows rows =
        in.take("WITH", "NO", "DATA") ? RefreshView.Rows.NONE : RefreshView.Rows.QUERIED;
    view.ifPresent(v -> changes.add(new RefreshView(v, access, rows, span)));
    return view.isPresent();
  }

  private boolean lock() {
    in.take("TABLE");
    int end = in.endBefore("IN", "NOWAIT");
    List<Cursor> tables = in.part(in.at(), end).elements();
    in.moveTo(end);
    String mode = in.take("IN") ? mode() : "ACCESS EXCLUSIVE";
    for (Cursor table : tables) {
      table.take("ONLY");
      add(table.takeName(), mode);
    }
    return !tables.isEmpty();
  }

  private String mode() {
    StringJoiner words = new StringJoiner(" ");
    while (!in.atEnd() && !in.peek("MODE")) {
      words.add(in.text().toUpperCase(Locale.ROOT));
      in.skip();
    }
    return words.toString();
  }

  /** LOCK TABLES t AS a READ, u WRITE. */
  private boolean lockTables() {
    if (!in.take("TABLES") && !in.take("TABLE")) {
      return changes.add(new Change.Neutral(span));
    }
    for (Cursor table : in.elements()) {
      boolean writes = table.endBefore("WRITE") < table.limit();
      add(table.takeName(), writes ? "WRITE" : "READ");
    }
    return true;
  }

  private void add(Optional<Name> table, String mode) {
    table.ifPresent(t -> changes.add(new LockTable(t, mode, span)));
  }

  /** The options between parentheses that are not switched off, in upper case. */
  private Set<String> options() {
    Set<String> options = new HashSet<>();
    for (Cursor option : in.takeParenthesized()) {
      String name = option.text().toUpperCase(Locale.ROOT);
      option.skip();
      if (!option.peek("FALSE") && !option.peek("OFF") && !option.text().equals("0")) {
        options.add(name);
      }
    }
    return options;
  }
}
