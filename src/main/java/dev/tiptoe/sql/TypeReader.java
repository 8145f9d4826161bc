package dev.tiptoe.sql;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a column's type with its arguments and the words that belong to it. */
final class TypeReader {

  private TypeReader() {}

  /** Reads the type at the cursor; empty and nothing taken if none stands there. */
  static Optional<TypeName> read(Cursor cursor) {
    if (!cursor.peekName()) {
      return Optional.empty();
    }
    int first = cursor.at();
    boolean quoted = cursor.kind() != TokenKind.WORD;
    Optional<Name> name = cursor.takeName();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    // A schema-qualified type is never one of the two-word types.
    boolean qualified = cursor.at() > first + 1;
    String bare = name.get().name().toLowerCase(Locale.ROOT);
    String base = qualified ? bare : withSecondWord(cursor, bare);
    List<String> arguments = arguments(cursor);
    boolean array = false;
    if (cursor.mySqlLike()) {
      while (cursor.take("UNSIGNED") || cursor.take("SIGNED") || cursor.take("ZEROFILL")) {
        // They are part of the type's text and change nothing else.
      }
    } else {
      base = timeZone(cursor, base);
      array = array(cursor);
    }
    Span span = cursor.since(first);
    TypeFamily family =
        array
            ? TypeFamily.ARRAY
            : quoted ? TypeFamily.USER_DEFINED : family(base, arguments, cursor.target());
    return Optional.of(new TypeName(family, base, arguments, cursor.source(span), span));
  }

  private static String withSecondWord(Cursor cursor, String base) {
    String second =
        switch (base) {
          case "double" -> "PRECISION";
          case "character", "char", "nchar", "bit" -> "VARYING";
          case "national", "long" -> "VARCHAR";
          default -> "";
        };
    if (base.equals("national") && (cursor.take("CHARACTER") || cursor.take("CHAR"))) {
      return cursor.take("VARYING") ? "varchar" : "char";
    }
    if (!second.isEmpty() && cursor.take(second)) {
      return base + " " + second.toLowerCase(Locale.ROOT);
    }
    if (base.equals("interval") && !cursor.mySqlLike()) {
      while (cursor.take("YEAR")
          || cursor.take("MONTH")
          || cursor.take("DAY")
          || cursor.take("HOUR")
          || cursor.take("MINUTE")
          || cursor.take("SECOND")
          || cursor.take("TO")) {
        // interval year to month
      }
    }
    return base;
  }

  private static List<String> arguments(Cursor cursor) {
    if (!cursor.peekSymbol('(')) {
      return List.of();
    }
    List<String> arguments = new ArrayList<>();
    int after = cursor.afterParenthesis();
    for (Cursor element : cursor.part(cursor.at() + 1, after - 1).elements()) {
      arguments.add(element.source(element.all(element.at())));
    }
    cursor.moveTo(after);
    return arguments;
  }

  private static String timeZone(Cursor cursor, String base) {
    if (!base.equals("timestamp") && !base.equals("time")) {
      return base;
    }
    if (cursor.take("WITH", "TIME", "ZONE")) {
      return base + " with time zone";
    }
    cursor.take("WITHOUT", "TIME", "ZONE");
    return base;
  }

  private static boolean array(Cursor cursor) {
    boolean array = cursor.take("ARRAY");
    while (cursor.peekSymbol('[')) {
      array = true;
      while (!cursor.atEnd() && !cursor.takeSymbol(']')) {
        cursor.skip();
      }
    }
    return array;
  }

  private static TypeFamily family(String base, List<String> arguments, Target target) {
    return target.is(Dialect.POSTGRESQL) ? postgres(base) : mySql(base, arguments, target);
  }

  private static TypeFamily postgres(String base) {
    return switch (base) {
      case "int", "integer", "int2", "int4", "int8", "smallint", "bigint" -> TypeFamily.INTEGER;
      case "numeric", "decimal", "dec", "money" -> TypeFamily.DECIMAL;
      case "real", "float", "float4", "float8", "double precision" -> TypeFamily.FLOAT;
      case "boolean", "bool" -> TypeFamily.BOOLEAN;
      case "varchar", "character varying", "character", "char", "bpchar", "char varying" ->
          TypeFamily.CHARACTER;
      case "text", "citext" -> TypeFamily.TEXT;
      case "bytea" -> TypeFamily.BYTES;
      case "bit", "bit varying", "varbit" -> TypeFamily.BIT;
      case "date" -> TypeFamily.DATE;
      case "time", "time with time zone", "timetz" -> TypeFamily.TIME;
      case "timestamp", "timestamp with time zone", "timestamptz" -> TypeFamily.TIMESTAMP;
      case "interval" -> TypeFamily.INTERVAL;
      case "json", "jsonb" -> TypeFamily.JSON;
      case "uuid" -> TypeFamily.UUID;
      case "serial", "bigserial", "smallserial", "serial2", "serial4", "serial8" ->
          TypeFamily.SERIAL;
      case "inet",
          "cidr",
          "macaddr",
          "macaddr8",
          "xml",
          "point",
          "line",
          "lseg",
          "box",
          "path",
          "polygon",
          "circle",
          "tsvector",
          "tsquery",
          "name",
          "oid",
          "int4range",
          "int8range",
          "numrange",
          "tsrange",
          "tstzrange",
          "daterange" ->
          TypeFamily.OTHER;
      default -> TypeFamily.USER_DEFINED;
    };
  }

  private static TypeFamily mySql(String base, List<String> arguments, Target target) {
    return switch (base) {
      case "tinyint" -> arguments.equals(List.of("1")) ? TypeFamily.BOOLEAN : TypeFamily.INTEGER;
      case "bool", "boolean" -> TypeFamily.BOOLEAN;
      case "int",
          "integer",
          "smallint",
          "mediumint",
          "bigint",
          "int1",
          "int2",
          "int3",
          "int4",
          "int8" ->
          TypeFamily.INTEGER;
      case "decimal", "numeric", "dec", "fixed" -> TypeFamily.DECIMAL;
      case "float", "double", "double precision", "real", "float4", "float8" -> TypeFamily.FLOAT;
      case "char",
          "varchar",
          "character",
          "nchar",
          "nvarchar",
          "character varying",
          "char varying",
          "nchar varying" ->
          TypeFamily.CHARACTER;
      case "text", "tinytext", "mediumtext", "longtext", "long", "long varchar" -> TypeFamily.TEXT;
      case "binary" -> TypeFamily.BINARY;
      case "varbinary" -> TypeFamily.VARBINARY;
      case "blob", "tinyblob", "mediumblob", "longblob" -> TypeFamily.BLOB;
      case "bit" -> TypeFamily.BIT;
      case "date" -> TypeFamily.DATE;
      case "time" -> TypeFamily.TIME;
      case "datetime" -> TypeFamily.DATETIME;
      case "timestamp" -> TypeFamily.TIMESTAMP;
      case "year" -> TypeFamily.YEAR;
      case "json" -> TypeFamily.JSON;
      case "enum" -> TypeFamily.ENUM;
      case "set" -> TypeFamily.SET;
      case "serial" -> TypeFamily.SERIAL;
      case "uuid" ->
          target.is(Dialect.MARIADB, 10, 7, 0) ? TypeFamily.UUID : TypeFamily.USER_DEFINED;
      case "point",
          "geometry",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection",
          "geomcollection" ->
          TypeFamily.SPATIAL;
      default -> TypeFamily.OTHER;
    };
  }
}
