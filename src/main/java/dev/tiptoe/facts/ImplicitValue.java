package dev.tiptoe.facts;

import static dev.tiptoe.sql.Dialect.MARIADB;
import static dev.tiptoe.sql.Dialect.MYSQL;

import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Target;

/**
 * The value that MySQL and MariaDB write into existing rows when a NOT NULL column without a
 * default is added.
 *
 * <p>Measured on MySQL 5.6.14, 8.0.33 and 9.7.4 and on MariaDB 10.2.11, 10.5.23, 10.11.18, 11.4.5
 * and 11.8.6, with rows in the table, in the server's default sql_mode and in {@code ''}.
 */
final class ImplicitValue {

  private ImplicitValue() {}

  /** What adding such a column does. */
  static Outcome of(TypeName type, Target target, SqlMode mode) {
    boolean strict = mode == SqlMode.STRICT;
    boolean modernMySql = target.is(MYSQL, 8, 0, 0);
    return switch (type.family()) {
      case INTEGER, DECIMAL, FLOAT, BOOLEAN, BIT -> fills("0");
      case CHARACTER, TEXT, BLOB, VARBINARY -> fills("'' (the empty string)");
      case BINARY -> fills("zero bytes");
      case ENUM -> fills(firstValue(type) + " (the first value of the enum)");
      case SET -> fills("'' (the empty set)");
      case YEAR -> fills("0000");
      case TIME -> fills("00:00:00");
      case UUID -> fills("00000000-0000-0000-0000-000000000000");
      case JSON ->
          target.is(MARIADB)
              ? fills("'' (the empty string, which the column's own JSON check rejects)")
              : fills("the JSON value null");
      case DATE ->
          modernMySql && strict
              ? Outcome.fails("refuses it with error 1292 (incorrect date value 0000-00-00)")
              : fills("0000-00-00");
      case DATETIME ->
          modernMySql && strict
              ? Outcome.fails("refuses it with error 1292 (incorrect datetime value 0000-00-00)")
              : fills("0000-00-00 00:00:00");
      case TIMESTAMP ->
          target.is(MYSQL) && !modernMySql && strict
              ? Outcome.failsAlways("refuses it with error 1067 (invalid default value)")
              : fills("0000-00-00 00:00:00");
      case SPATIAL ->
          modernMySql
              ? Outcome.fails("refuses it with error 1138 (invalid use of NULL value)")
              : fills("'' (the empty string, which is no geometry)");
      default ->
          switch (type.base()) {
            case "inet6" -> fills("::");
            case "inet4" -> fills("0.0.0.0");
            default -> fills("a value that nobody chose");
          };
    };
  }

  private static Outcome fills(String value) {
    return new Outcome(
        Outcome.Kind.FILLS_SILENTLY,
        "accepts this and silently writes " + value + " into every existing row");
  }

  private static String firstValue(TypeName type) {
    return type.arguments().isEmpty() ? "the first value" : type.arguments().get(0);
  }
}
