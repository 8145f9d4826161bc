package dev.tiptoe.lint;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which columns take part in keys and constraints that a script adds, wherever in it. */
final class Keys {

  private final Map<String, EnumSet<Demand>> demands = new HashMap<>();

  Keys(Script script) {
    for (Statement statement : script.statements()) {
      for (Change change : statement.changes()) {
        if (change instanceof Change.AddConstraint constraint) {
          constraint.columns().forEach(c -> add(constraint.table(), c, constraint.demand()));
        } else if (change instanceof Change.AddIndex index && index.unique()) {
          index.columns().forEach(c -> add(index.table(), c, Demand.UNIQUE));
        }
      }
    }
  }

  Set<Demand> of(Name table, Name column) {
    return demands.getOrDefault(key(table, column), EnumSet.noneOf(Demand.class));
  }

  private void add(Name table, Name column, Demand demand) {
    demands.computeIfAbsent(key(table, column), k -> EnumSet.noneOf(Demand.class)).add(demand);
  }

  private static String key(Name table, Name column) {
    return (table.name() + "." + column.name()).toLowerCase(Locale.ROOT);
  }
}
