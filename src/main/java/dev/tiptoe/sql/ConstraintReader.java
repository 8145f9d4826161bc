package dev.tiptoe.sql;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.Change.Scope;
import dev.tiptoe.ddl.Change.Validity;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.Reference;
import dev.tiptoe.ddl.TableChange;
import java.util.List;
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
      in.takeIfNotExists();
      if (!in.peek("PRIMARY", "KEY")
          && !in.peek("FOREIGN", "KEY")
          && !in.peek("UNIQUE")
          && !in.peek("CHECK")) {
        name = in.takeName();
      }
    }
    if (in.peek("PERIOD")) {
      return Optional.of(new TableChange.OtherTableAction(table, in.all(first)));
    }
    Optional<Demand> demand = demand();
    if (demand.isEmpty()) {
      return in.mySqlLike() ? index() : Optional.empty();
    }
    if (demand.get() == Demand.UNIQUE && in.mySqlLike() && name.isEmpty()) {
      return Optional.of(index(IndexKind.UNIQUE));
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

  private Change constraint(Demand demand, Optional<Name> given) {
    Optional<Name> name = given;
    List<Name> columns = List.of();
    List<Name> proven = List.of();
    Optional<Name> usingIndex = Optional.empty();
    switch (demand) {
      case CHECK -> {
        if (in.peekSymbol('(')) {
          Cursor condition = in.part(in.at() + 1, in.afterParenthesis() - 1);
          columns = Conditions.names(condition);
          proven = Conditions.provenNotNull(condition);
          in.takeParenthesis();
        }
      }
      case NOT_NULL -> {
        columns = in.takeName().map(List::of).orElse(List.of());
        proven = columns;
      }
      case EXCLUDE -> columns = columns();
      default -> {
        if (in.take("USING", "INDEX")) {
          usingIndex = in.takeName();
        } else {
          Optional<Name> own = in.mySqlLike() ? keyName(demand) : Optional.empty();
          if (demand == Demand.FOREIGN_KEY && in.target().is(Dialect.MYSQL)) {
            usingIndex = own;
          } else {
            name = demand == Demand.UNIQUE ? own.or(() -> given) : given.or(() -> own);
          }
          columns = columns();
        }
      }
    }
    Optional<Reference> reference = Optional.empty();
    Validity validity = Validity.VALIDATED;
    while (!in.atEnd()) {
      if (in.take("REFERENCES")) {
        reference = in.takeReference();
      } else {
        if (in.peek("NOT", "VALID") || in.peek("NOT", "ENFORCED")) {
          validity = Validity.NOT_VALID;
        }
        in.skip();
      }
    }
    return new ConstraintChange.AddConstraint(
        table,
        scope,
        demand,
        name,
        columns,
        proven,
        reference,
        usingIndex,
        validity,
        in.all(first));
  }

  /**
   * MySQL has a second place for a name. A unique key takes this one first; of a foreign key MySQL
   * gives it to the index, MariaDB to the key.
   */
  private Optional<Name> keyName(Demand demand) {
    if (demand == Demand.UNIQUE && !in.take("INDEX")) {
      in.take("KEY");
    }
    in.takeIfNotExists();
    return in.peek("USING") ? Optional.empty() : in.takeName();
  }

  private Optional<Change> index() {
    IndexKind kind =
        in.take("FULLTEXT")
            ? IndexKind.FULLTEXT
            : in.take("SPATIAL") ? IndexKind.SPATIAL : IndexKind.PLAIN;
    return kind == IndexKind.PLAIN && !in.peek("INDEX") && !in.peek("KEY")
        ? Optional.empty()
        : Optional.of(index(kind));
  }

  private Change index(IndexKind kind) {
    if (!in.take("INDEX")) {
      in.take("KEY");
    }
    return new IndexReader(in).inTable(table, kind, in.all(first));
  }

  private List<Name> columns() {
    while (!in.atEnd() && !in.peekSymbol('(')) {
      in.skip();
    }
    return in.takeColumnList();
  }
}
