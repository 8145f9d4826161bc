package dev.tiptoe.sql;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Change.Scope;
import dev.tiptoe.ddl.Change.Validity;
import dev.tiptoe.ddl.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a table-level constraint or index, as it stands in ALTER TABLE ... ADD and in CREATE TABLE.
 */
final class ConstraintReader {

  private final Cursor in;
  private final Name table;
  private final Scope scope;
  private final int first;

  ConstraintReader(Cursor in, Name table, Scope scope, int first) {
    this.in = in;
    this.table = table;
    this.scope = scope;
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
      return in.mySqlLike() ? index(IndexKind.PLAIN) : Optional.empty();
    }
    if (demand.get() == Demand.UNIQUE && in.mySqlLike() && name.isEmpty()) {
      return index(IndexKind.UNIQUE);
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
    List<Name> columns = List.of();
    List<Name> proven = List.of();
    switch (demand) {
      case CHECK -> {
        if (in.peekSymbol('(')) {
          Cursor condition = in.part(in.at() + 1, in.afterParenthesis() - 1);
          columns = names(condition);
          proven = provenNotNull(condition);
          in.takeParenthesis();
        }
      }
      case NOT_NULL -> {
        columns = in.takeName().map(List::of).orElse(List.of());
        proven = columns;
      }
      case EXCLUDE -> {}
      default -> columns = indexColumns();
    }
    Validity validity = Validity.VALIDATED;
    while (!in.atEnd()) {
      if (in.peek("NOT", "VALID") || in.peek("NOT", "ENFORCED")) {
        validity = Validity.NOT_VALID;
      }
      in.skip();
    }
    return new Change.AddConstraint(
        table, scope, demand, name, columns, proven, validity, in.all(first));
  }

  /**
   * An index of MySQL: [UNIQUE | FULLTEXT | SPATIAL] [INDEX | KEY] [name] [USING BTREE] (columns).
   */
  private Optional<Change> index(IndexKind unique) {
    IndexKind kind =
        in.take("FULLTEXT") ? IndexKind.FULLTEXT : in.take("SPATIAL") ? IndexKind.SPATIAL : unique;
    if (kind == IndexKind.PLAIN && !in.peek("INDEX") && !in.peek("KEY")) {
      return Optional.empty();
    }
    return Optional.of(new Change.AddIndex(table, kind, indexColumns(), in.all(first)));
  }

  private List<Name> indexColumns() {
    while (!in.atEnd() && !in.peekSymbol('(')) {
      in.skip();
    }
    return in.takeColumnList();
  }

  private static List<Name> names(Cursor condition) {
    Cursor in = condition.part(condition.at(), condition.limit());
    List<Name> names = new ArrayList<>();
    while (!in.atEnd()) {
      boolean keyword = in.kind() == TokenKind.WORD && isOperator(in.text());
      Optional<Name> name = keyword ? Optional.empty() : in.takeName();
      name.ifPresentOrElse(names::add, in::skip);
    }
    return names;
  }

  private static boolean isOperator(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "AND", "OR", "NOT", "IS", "NULL", "IN", "BETWEEN", "LIKE", "TRUE", "FALSE" -> true;
      default -> false;
    };
  }

  /**
   * The columns of {@code a IS NOT NULL AND b IS NOT NULL}; none if the condition says anything
   * else.
   */
  private static List<Name> provenNotNull(Cursor condition) {
    Cursor in = condition.part(condition.at(), condition.limit());
    List<Name> proven = new ArrayList<>();
    do {
      int opened = 0;
      while (in.takeSymbol('(')) {
        opened++;
      }
      Optional<Name> column = in.takeName();
      if (column.isEmpty() || !in.take("IS", "NOT", "NULL")) {
        return List.of();
      }
      while (opened > 0 && in.takeSymbol(')')) {
        opened--;
      }
      if (opened > 0) {
        return List.of();
      }
      proven.add(column.get());
    } while (in.take("AND"));
    return in.atEnd() ? proven : List.of();
  }
}
