package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.sql.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The names that servers give to constraints and indexes without one, as their manuals and sources
 * say; later statements drop them by these.
 */
public final class ChosenNames {

  private static final int LONGEST_POSTGRESQL = 63;
  private static final String FOREIGN_KEY = "_ibfk_";
  private static final String CHECK = "_chk_";

  private final Dialect dialect;
  private final String table;
  private final Predicate<String> taken;

  /**
   * @param taken the names that are not free
   */
  ChosenNames(Dialect dialect, Name table, Predicate<String> taken) {
    this.dialect = dialect;
    this.table = table.name();
    this.taken = taken;
  }

  /** The name that PostgreSQL gives to a column's NOT NULL, if no other constraint has it. */
  public static String notNull(Name table, Name column) {
    return new ChosenNames(Dialect.POSTGRESQL, table, name -> false)
        .constraint(Demand.NOT_NULL, List.of(column), List.of());
  }

  /**
   * @param siblings the names of the constraints that the table has
   */
  String constraint(Demand demand, List<Name> columns, List<String> siblings) {
    return dialect.isMySqlLike()
        ? mySql(demand, columns, siblings)
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
            });
  }

  /**
   * @param parts the column names, and what an expression goes by
   */
  String index(List<String> parts) {
    if (dialect.isMySqlLike()) {
      String first = parts.isEmpty() ? "" : parts.get(0);
      return free(first, 2, n -> first + "_" + n, taken);
    }
    List<String> different = new ArrayList<>();
    for (String part : parts) {
      different.add(free(part, 1, n -> part + n, different::contains));
    }
    return postgres(String.join("_", different), "idx");
  }

  private String mySql(Demand demand, List<Name> columns, List<String> siblings) {
    return switch (demand) {
      case PRIMARY_KEY -> "PRIMARY";
      case FOREIGN_KEY -> next(table + FOREIGN_KEY, siblings);
      case CHECK ->
          dialect == Dialect.MYSQL
              ? next(table + CHECK, siblings)
              : free("CONSTRAINT_1", 2, n -> "CONSTRAINT_" + n, taken);
      default -> index(columns.stream().map(Name::name).toList());
    };
  }

  /** One above the highest number that there is. */
  private static String next(String stem, List<String> siblings) {
    return stem + (siblings.stream().mapToLong(s -> number(s, stem)).max().orElse(0) + 1);
  }

  private static long number(String name, String stem) {
    String end =
        name.regionMatches(true, 0, stem, 0, stem.length()) ? name.substring(stem.length()) : "";
    boolean isNumber =
        !end.isEmpty() && end.length() < 10 && end.chars().allMatch(Character::isDigit);
    return isNumber ? Long.parseLong(end) : 0;
  }

  /** MySQL and MariaDB take the table's new name into the names that they have numbered. */
  String renamed(String constraint, Name newTable) {
    for (String label : List.of(FOREIGN_KEY, CHECK)) {
      if (number(constraint, table + label) > 0) {
        return newTable.name() + constraint.substring(table.length());
      }
    }
    return constraint;
  }

  private String postgres(String columns, String label) {
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
