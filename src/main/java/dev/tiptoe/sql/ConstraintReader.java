package dev.tiptoe.sql;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;

/** Reads a table-level constraint or index, as it stands in ALTER TABLE ... ADD and in CREATE TABLE. */
final class ConstraintReader {

  private final Cursor in;
  private final Name table;
  private final int first;

  ConstraintReader(Cursor in, Name table, int first) {
    this.in = in;
    this.table = table;
    this.first = first;
  }

  /** Whether a constraint or an index starts here, and not a column. */
  boolean startsHere() {
    if (in.peek("CONSTRAINT")
        || in.peek("UNIQUE")
        || in.peek("CHECK")
        || in.peek("PRIMARY", "KEY")
        || in.peek("FOREIGN", "KEY")
        || in.peek("NOT", "NULL")) {
      return true;
    }
    if (in.mySqlLike()) {
      return in.peek("INDEX")
          || in.peek("KEY")
          || in.peek("FULLTEXT")
          || in.peek("SPATIAL")
          || (in.peek("PERIOD") && in.peekAt(1, "FOR"));
    }
    return in.peek("EXCLUDE") && (in.peekAt(1, "USING") || in.peekSymbolAt(1, '('));
  }

  Optional<Change> read() {
    Optional<Name> name = Optional.empty();
    if (in.take("CONSTRAINT")) {
      in.take("IF", "NOT", "EXISTS");
      if (!in.peek("PRIMARY", "KEY")
          && !in.peek("FOREIGN", "KEY")
          && !in.peek("UNIQUE")
          && !in.peek("CHECK")) {
        name = in.takeName();
      }
    }
    if (in.peek("PERIOD")) {
      return Optional.of(new Change.OtherTableAction(table, in.all(first)));
    }
    Optional<Demand> demand = demand();
    if (demand.isEmpty()) {
      return in.mySqlLike() ? index(false) : Optional.empty();
    }
    if (demand.get() == Demand.UNIQUE && in.mySqlLike() && name.isEmpty()) {
      return index(true);
    }
    return Optional.of(constraint(demand.get(), name));
  }

  private Optional<Demand> demand() {
    if (in.take("PRIMARY", "KEY")) {
      return Optional.of(Demand.PRIMARY_KEY);
    }
    if (in.take("FOREIGN", "KEY")) {
      return Optional.of(Demand.FOREIGN_KEY);
    }
    if (in.take("NOT", "NULL")) {
      return Optional.of(Demand.NOT_NULL);
    }
    if (in.take("UNIQUE")) {
      return Optional.of(Demand.UNIQUE);
    }
    if (in.take("CHECK")) {
      return Optional.of(Demand.CHECK);
    }
    return in.take("EXCLUDE") ? Optional.of(Demand.EXCLUDE) : Optional.empty();
  }

  private Change constraint(Demand demand, Optional<Name> name) {
    Span condition = Span.at(0);
    List<Name> columns = List.of();
    switch (demand) {
      case CHECK -> condition = in.takeParenthesis().orElse(condition);
      case NOT_NULL -> columns = in.takeName().map(List::of).orElse(List.of());
      case EXCLUDE -> {}
      default -> columns = indexColumns();
    }
    boolean notValid = false;
    while (!in.atEnd()) {
      notValid |= in.peek("NOT", "VALID") || in.peek("NOT", "ENFORCED");
      in.skip();
    }
    return new Change.AddConstraint(
        table, demand, name, columns, condition, notValid, in.all(first));
  }

  /** An index of MySQL: [UNIQUE | FULLTEXT | SPATIAL] [INDEX | KEY] [name] [USING BTREE] (columns). */
  private Optional<Change> index(boolean unique) {
    if (!unique && !in.take("FULLTEXT") && !in.take("SPATIAL") && !in.peek("INDEX") && !in.peek("KEY")) {
      return Optional.empty();
    }
    return Optional.of(new Change.AddIndex(table, unique, indexColumns(), in.all(first)));
  }

  private List<Name> indexColumns() {
    while (!in.atEnd() && !in.peekSymbol('(')) {
      in.skip();
    }
    return in.takeColumnList();
  }
}
