package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.sql.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The names that servers give to constraints and indexes without one, as their manuals and sources
 * say; later statements drop them by these.
 */
public final class ChosenNames {

  private static final int LONGEST_POSTGRESQL = 63;

  private final Dialect dialect;
  private final String table;

  ChosenNames(Dialect dialect, Name table) {
    this.dialect = dialect;
    this.table = table.name();
  }

  /** The name that PostgreSQL gives to a column's NOT NULL, if no other constraint has it. */
  public static String notNull(Name table, Name column) {
    return new ChosenNames(Dialect.POSTGRESQL, table)
        .constraint(Demand.NOT_NULL, List.of(column), name -> false);
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

  private String postgres(String columns, String label, Predicate<String> taken) {
    return free(join(columns, label), 1, n -> join(columns, label + n), taken);
  }

  /** The longer of table and columns is cut until all fits, one byte at a time. */
  private String join(String columns, String label) {
    byte[] first = table.getBytes(StandardCharsets.UTF_8);
    byte[] second = columns.getBytes(StandardCharsets.UTF_8);
    int separators = columns.isEmpty() ? 1 : 2;
    int firstLength = first.length;
    int secondLength = second.length;
    while (firstLength + secondLength + separators + label.length() > LONGEST_POSTGRESQL) {
      if (firstLength > secondLength) {
        firstLength--;
      } else {
        secondLength--;
      }
    }
    String end = columns.isEmpty() ? "" : whole(second, secondLength) + "_";
    return whole(first, firstLength) + "_" + end + label;
  }

  /** The first bytes of a text, without a letter of which a part is cut off. */
  private static String whole(byte[] text, int length) {
    int end = length;
    while (end > 0 && end < text.length && (text[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(text, 0, end, StandardCharsets.UTF_8);
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
