package dev.tiptoe.lint;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Change.IndexKind;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.sql.Statement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The keys and constraints that one statement adds, by the columns they are over. */
final class StatementDemands {

  private final Map<String, EnumSet<Demand>> demands = new HashMap<>();

  StatementDemands(Statement statement) {
    for (Change change : statement.changes()) {
      if (change instanceof ConstraintChange.AddConstraint constraint) {
        add(constraint.columns(), constraint.demand());
      } else if (change instanceof IndexChange.AddIndex index && index.kind() == IndexKind.UNIQUE) {
        add(index.columns(), Demand.UNIQUE);
      }
    }
  }

  Set<Demand> of(Name column) {
    return demands.getOrDefault(
        column.name().toLowerCase(Locale.ROOT), EnumSet.noneOf(Demand.class));
  }

  private void add(List<Name> columns, Demand demand) {
    for (Name column : columns) {
      demands
          .computeIfAbsent(
              column.name().toLowerCase(Locale.ROOT), k -> EnumSet.noneOf(Demand.class))
          .add(demand);
    }
  }
}
