package dev.tiptoe.facts;

import static dev.tiptoe.facts.TypeConversion.Fit.ALL;
import static dev.tiptoe.facts.TypeConversion.Fit.CHECKED;
import static dev.tiptoe.facts.TypeConversion.Fit.CUT;

import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.facts.TypeConversion.Fit;
import java.util.Optional;

/** Changes of a column's type on PostgreSQL. */
final class PostgresConversion {

  private final TypeName from;
  private final TypeName to;
  private final String before;
  private final String after;

  private PostgresConversion(TypeName from, TypeName to) {
    this.from = from;
    this.to = to;
    this.before = canonical(from);
    this.after = canonical(to);
  }

  static Optional<TypeConversion> of(TypeName from, TypeName to, boolean using) {
    PostgresConversion conversion = new PostgresConversion(from, to);
    if (conversion.isSame()) {
      return of("int_same_type", ALL);
    }
    return using ? conversion.withUsing() : conversion.implicit();
  }

  private static Optional<TypeConversion> of(String operation, Fit fit) {
    return Optional.of(TypeConversion.of("alter_type_" + operation, fit));
  }

  /** An expression is worked out for every row, whatever it says. */
  private Optional<TypeConversion> withUsing() {
    if (before.equals("timestamp") && after.equals("timestamptz")) {
      return of("timestamp_to_timestamptz_using_at_time_zone_utc", ALL);
    }
    return isOwn(before) && isOwn(after)
        ? of("enum_to_new_enum_using", CHECKED)
        : of(isText(before) ? "text_to_int_using" : "int_to_boolean_using", CHECKED);
  }

  private boolean isSame() {
    return before.equals(after) && from.arguments().equals(to.arguments()) && !isArray();
  }

  private boolean isArray() {
    return before.endsWith("[]") || after.endsWith("[]");
  }

  private Optional<TypeConversion> implicit() {
    if (isArray()) {
      return Optional.empty();
    }
    return switch (before) {
      case "varchar", "text" -> fromText();
      case "char" ->
          switch (after) {
            case "varchar", "text" -> of("char_to_" + after, isShorter() ? CHECKED : ALL);
            case "char" -> of("char_widen", isShorter() ? CHECKED : ALL);
            default -> of("text_to_int_no_using", CHECKED);
          };
      case "int2", "int4", "int8" -> fromInteger();
      case "numeric" -> fromNumeric();
      case "float4" -> after.equals("float8") ? of("float4_to_float8", ALL) : toText();
      case "json" -> after.equals("jsonb") ? of("json_to_jsonb", ALL) : toText();
      case "jsonb" -> after.equals("json") ? of("jsonb_to_json", ALL) : toText();
      case "timestamp", "timestamptz" -> fromTimestamp();
      case "date" -> after.startsWith("timestamp") ? of("date_to_timestamp", ALL) : toText();
      case "cidr" -> after.equals("inet") ? of("cidr_to_inet", ALL) : toText();
      case "inet" -> after.equals("cidr") ? of("inet_to_cidr", CUT) : toText();
      default -> toText();
    };
  }

  /** Any type becomes text without being asked; of others too little was measured. */
  private Optional<TypeConversion> toText() {
    boolean isEnum = isOwn(before);
    return switch (after) {
      case "text" -> of(isEnum ? "enum_to_text" : "int_to_text", ALL);
      case "varchar" -> of(isEnum ? "enum_to_varchar" : "int_to_text", CHECKED);
      default -> Optional.empty();
    };
  }

  private Optional<TypeConversion> fromText() {
    int length = length(to);
    return switch (after) {
      case "text" -> of("varchar_to_text", ALL);
      case "varchar" -> {
        if (length == Integer.MAX_VALUE) {
          yield of(before.equals("text") ? "text_to_varchar_unlimited" : "varchar_drop_limit", ALL);
        }
        if (before.equals("text")) {
          yield of("text_to_varchar_fits", CHECKED);
        }
        yield length >= length(from)
            ? of("varchar_widen", ALL)
            : of("varchar_narrow_fits", CHECKED);
      }
      case "char" -> of("varchar_to_char", isShorter() ? CHECKED : ALL);
      case "int2",
          "int4",
          "int8",
          "numeric",
          "float4",
          "float8",
          "boolean",
          "date",
          "uuid",
          "json",
          "jsonb",
          "timestamp",
          "timestamptz",
          "bytea" ->
          of("text_to_int_no_using", CHECKED);
      default -> Optional.empty();
    };
  }

  private boolean isShorter() {
    return length(to) < length(from);
  }

  private Optional<TypeConversion> fromInteger() {
    return switch (after) {
      case "int2", "int4", "int8" ->
          after.compareTo(before) > 0
              ? of("int_to_bigint", ALL)
              : of(after.equals("int2") ? "int_to_smallint" : "bigint_to_int_fits", CHECKED);
      case "numeric", "float4", "float8" -> of("int_to_numeric", ALL);
      case "boolean" -> of("int_to_boolean_no_using", CHECKED);
      default -> toText();
    };
  }

  private Optional<TypeConversion> fromNumeric() {
    if (!after.equals("numeric")) {
      return after.startsWith("int") ? of("bigint_to_int_fits", CUT) : toText();
    }
    if (to.arguments().isEmpty()) {
      return of("numeric_drop_limit", ALL);
    }
    if (scale(to) != scale(from)) {
      return of("numeric_scale_widen", scale(to) < scale(from) ? CUT : CHECKED);
    }
    return length(to) >= length(from)
        ? of("numeric_precision_widen", ALL)
        : of("numeric_precision_narrow", CHECKED);
  }

  private Optional<TypeConversion> fromTimestamp() {
    if (after.equals("date")) {
      return of("timestamptz_to_date", CUT);
    }
    if (!after.startsWith("timestamp")) {
      return toText();
    }
    boolean isCut = precision(to) < precision(from);
    if (!before.equals(after)) {
      return of(before + "_to_" + after + "_session_non_utc", isCut ? CUT : ALL);
    }
    return isCut ? of("timestamp_precision_narrow", CUT) : of("timestamp_3_to_unlimited", ALL);
  }

  private static boolean isText(String type) {
    return type.equals("text") || type.equals("varchar") || type.equals("char");
  }

  private static boolean isOwn(String type) {
    return type.startsWith("own ");
  }

  private static int length(TypeName type) {
    return argument(type, 0, canonical(type).equals("char") ? 1 : Integer.MAX_VALUE);
  }

  private static int scale(TypeName type) {
    return type.arguments().isEmpty() ? Integer.MAX_VALUE : argument(type, 1, 0);
  }

  private static int precision(TypeName type) {
    return argument(type, 0, 6);
  }

  static int argument(TypeName type, int index, int otherwise) {
    if (type.arguments().size() <= index) {
      return otherwise;
    }
    String text = type.arguments().get(index).strip();
    boolean isNumber =
        !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Integer.parseInt(text) : otherwise;
  }

  private static String canonical(TypeName type) {
    String base =
        switch (type.base()) {
          case "smallint", "smallserial", "serial2" -> "int2";
          case "int", "integer", "serial", "serial4" -> "int4";
          case "bigint", "bigserial", "serial8" -> "int8";
          case "character varying", "char varying" -> "varchar";
          case "character", "bpchar" -> "char";
          case "decimal", "dec" -> "numeric";
          case "real" -> "float4";
          case "float", "double precision" -> "float8";
          case "bool" -> "boolean";
          case "timestamp with time zone" -> "timestamptz";
          default -> type.base();
        };
    return switch (type.family()) {
      case ARRAY -> base + "[]";
      case USER_DEFINED -> "own " + base;
      default -> base;
    };
  }
}
