package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.sql.Dialect;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The names that servers give to constraints and indexes without one, as their manuals and sources
 * say; later statements drop them by these.
 */
final class ChosenNames {

  private static final int LONGEST_POSTGRESQL = 63;

  private final Dialect dialect;
  private final String table;

  ChosenNames(Dialect dialect, Name table) {
    this.dialect = dialect;
    this.table = table.name();
  }

  String constraint(Demand demand, List<Name> columns, Predicate<String> taken) {
    return dialect.isMySqlLike()
        ? mySql(demand, columns, taken)
        : postgres(
            switch (demand) {
              case PRIMARY_KEY -> "";
              case CHECK -> columns.size() == 1 ? joined(columns) : "";
              default -> joined(columns);
            },
            switch (demand) {
              case PRIMARY_KEY -> "pkey";
              case UNIQUE -> "key";
              case FOREIGN_KEY -> "fkey";
              case CHECK -> "check";
              case NOT_NULL -> "not_null";
              case EXCLUDE -> "excl";
            },
            taken);
  }

  /**
   * @param parts the column names, and {@code expr} for each expression
   */
  String index(List<String> parts, Predicate<String> taken) {
    if (dialect.isMySqlLike()) {
      String first = parts.isEmpty() ? "" : parts.get(0);
      return free(first, 2, n -> first + "_" + n, taken);
    }
    return postgres(String.join("_", parts), "idx", taken);
  }

  private String mySql(Demand demand, List<Name> columns, Predicate<String> taken) {
    return switch (demand) {
      case PRIMARY_KEY -> "PRIMARY";
      case FOREIGN_KEY -> numbered(table + "_ibfk_", taken);
      case CHECK -> numbered(dialect == Dialect.MYSQL ? table + "_chk_" : "CONSTRAINT_", taken);
      default -> index(columns.stream().map(Name::name).toList(), taken);
    };
  }

  private static String numbered(String stem, Predicate<String> taken) {
    return free(stem + 1, 2, n -> stem + n, taken);
  }

  /** The longer of table and columns is cut until all fits, one letter at a time. */
  private String postgres(String columns, String label, Predicate<String> taken) {
    return free(join(columns, label), 1, n -> join(columns, label + n), taken);
  }

  private String join(String columns, String label) {
    StringBuilder first = new StringBuilder(table);
    StringBuilder second = new StringBuilder(columns);
    int separators = columns.isEmpty() ? 1 : 2;
    while (first.length() + second.length() + separators + label.length() > LONGEST_POSTGRESQL) {
      StringBuilder longer = first.length() > second.length() ? first : second;
      longer.setLength(longer.length() - 1);
    }
    return first + "_" + (columns.isEmpty() ? "" : second + "_") + label;
  }

  private interface Numbered {
    String name(int number);
  }

  private static String free(String first, int next, Numbered others, Predicate<String> taken) {
    String name = first;
    for (int n = next; taken.test(name); n++) {
      name = others.name(n);
    }
    return name;
  }

  private static String joined(List<Name> columns) {
    return columns.stream().map(Name::name).collect(Collectors.joining("_"));
  }
}
