package dev.tiptoe.facts;

import static dev.tiptoe.sql.Dialect.MARIADB;

import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.ddl.TypeName;

/**
 * The value that MySQL and MariaDB write into existing rows when a NOT NULL column without a
 * default is added.
 */
final class ImplicitValue {

  private static final String ADDED = "add_column_not_null_no_default_";

  private ImplicitValue() {}

  /** What adding such a column does. */
  static Outcome of(TypeName type, Server server) {
    String operation = ADDED + measuredType(type);
    return server
        .effect(operation)
        .filter(e -> !e.fails())
        .map(e -> fills(type, e.given().orElse(""), server))
        .orElseGet(() -> server.refusal(operation));
  }

  /** The type that was measured in the place of all of its kind. */
  private static String measuredType(TypeName type) {
    return switch (type.family()) {
      case INTEGER, SERIAL -> "int";
      case DECIMAL -> "decimal";
      case FLOAT -> "double";
      case BOOLEAN -> "boolean";
      case BIT -> "bit";
      case TEXT -> "text";
      case BLOB, BYTES -> "blob";
      case BINARY -> "binary";
      case VARBINARY -> "varbinary";
      case ENUM -> "enum";
      case SET -> "set";
      case YEAR -> "year";
      case TIME -> "time";
      case UUID -> "uuid";
      case JSON -> "json";
      case DATE -> "date";
      case DATETIME -> "datetime";
      case TIMESTAMP -> "timestamp";
      case SPATIAL -> "point";
      case CHARACTER, INTERVAL, ARRAY, USER_DEFINED, OTHER -> "varchar";
    };
  }

  private static Outcome fills(TypeName type, String given, Server server) {
    return new Outcome(
        Outcome.Kind.FILLS_SILENTLY,
        "accepts this and silently writes "
            + value(type, given, server)
            + " into every existing row");
  }

  /** What was measured, in the words of this type. */
  private static String value(TypeName type, String given, Server server) {
    return switch (type.family()) {
      case INTEGER, DECIMAL, FLOAT, BOOLEAN, BIT -> "0";
      case BINARY -> "zero bytes";
      case ENUM ->
          (type.arguments().isEmpty() ? "the first value" : type.arguments().get(0))
              + " (the first value of the enum)";
      case SET -> "'' (the empty set)";
      case JSON ->
          server.is(MARIADB)
              ? "'' (the empty string, which the column's own JSON check rejects)"
              : "the JSON value null";
      case SPATIAL -> "'' (the empty string, which is no geometry)";
      case CHARACTER, TEXT, BLOB, VARBINARY -> "'' (the empty string)";
      case YEAR, TIME, UUID, DATE, DATETIME, TIMESTAMP -> given;
      default -> other(type);
    };
  }

  private static String other(TypeName type) {
    return switch (type.base()) {
      case "inet6" -> "::";
      case "inet4" -> "0.0.0.0";
      default -> "a value that nobody chose";
    };
  }

  /** Whether MySQL takes a literal for the default of such a column: error 1101. */
  static boolean takesLiteralDefault(TypeName type, Server server) {
    boolean asJson = type.family() == TypeFamily.JSON;
    return switch (type.family()) {
      case TEXT, BLOB, JSON, SPATIAL ->
          !server
              .effect(
                  "add_column_not_null_default_const_" + (asJson ? "json" : "text") + "_literal")
              .flatMap(Effect::error)
              .filter("1101"::equals)
              .isPresent();
      default -> true;
    };
  }
}
