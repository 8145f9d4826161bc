package dev.tiptoe.lint;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The columns of which one statement makes unique or primary keys. */
record KeyedColumns(Set<String> names) {

  static KeyedColumns of(Statement statement) {
    Set<String> names = new HashSet<>();
    for (Change change : statement.changes()) {
      keyed(change).forEach(c -> names.add(c.name().toLowerCase(Locale.ROOT)));
    }
    return new KeyedColumns(names);
  }

  boolean contains(Name column) {
    return names.contains(column.name().toLowerCase(Locale.ROOT));
  }

  private static List<Name> keyed(Change change) {
    if (change instanceof Change.AddIndex index && index.unique()) {
      return index.columns();
    }
    boolean key =
        change instanceof Change.AddConstraint constraint
            && (constraint.demand() == Demand.PRIMARY_KEY || constraint.demand() == Demand.UNIQUE);
    return key ? ((Change.AddConstraint) change).columns() : List.of();
  }
}
