package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.ConstraintChange.AddConstraint;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange.CreateTable;
import java.util.List;

/** What a change defines, be it in a new table or added to one that is there. */
final class Definitions {

  private Definitions() {}

  static List<ColumnDef> columns(Change change) {
    return change instanceof CreateTable create
        ? create.columns()
        : change instanceof AddColumn add ? List.of(add.column()) : List.of();
  }

  /** The constraints that stand beside the columns. */
  static List<AddConstraint> constraints(Change change) {
    return change instanceof CreateTable create
        ? create.constraints()
        : change instanceof AddConstraint add ? List.of(add) : List.of();
  }

  /** The columns of the primary key that the change defines. */
  static List<Name> primaryKey(Change change) {
    return constraints(change).stream()
        .filter(constraint -> constraint.demand() == Demand.PRIMARY_KEY)
        .findFirst()
        .map(AddConstraint::columns)
        .orElseGet(
            () ->
                columns(change).stream()
                    .filter(column -> column.has(Clause.Kind.PRIMARY_KEY))
                    .map(ColumnDef::name)
                    .toList());
  }
}
