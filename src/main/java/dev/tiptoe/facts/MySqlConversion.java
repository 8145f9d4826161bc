package dev.tiptoe.facts;

import static dev.tiptoe.facts.TypeConversion.Fit.ALL;
import static dev.tiptoe.facts.TypeConversion.Fit.CHECKED;
import static dev.tiptoe.facts.TypeConversion.Fit.CUT;

import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.facts.TypeConversion.Fit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Changes of a column's type on MySQL and MariaDB. */
final class MySqlConversion {

  /** A VARCHAR of more bytes needs two for its length. */
  private static final int LONGEST_SHORT = 255;

  private static final List<String> INTEGERS =
      List.of("tinyint", "smallint", "mediumint", "int", "bigint");

  private static final List<String> TEXTS = List.of("tinytext", "text", "mediumtext", "longtext");

  private final TypeName from;
  private final TypeName to;
  private final int bytes;

  private MySqlConversion(TypeName from, TypeName to, int bytes) {
    this.from = from;
    this.to = to;
    this.bytes = bytes;
  }

  /** Changes of an enum's or a set's values are not looked at here. */
  static Optional<TypeConversion> of(TypeName from, TypeName to, int bytes) {
    return new MySqlConversion(from, to, bytes).conversion();
  }

  private static Optional<TypeConversion> of(String operation, Fit fit) {
    return Optional.of(TypeConversion.of("modify_type_" + operation, fit));
  }

  private Optional<TypeConversion> conversion() {
    return switch (from.family()) {
      case INTEGER, BOOLEAN -> fromInteger();
      case CHARACTER -> fromCharacter();
      case TEXT -> fromText();
      case DECIMAL -> to.family() == TypeFamily.DECIMAL ? decimal() : Optional.empty();
      case FLOAT ->
          from.base().startsWith("float") && to.base().startsWith("double")
              ? of("float_to_double", ALL)
              : Optional.empty();
      case DATE ->
          to.family() == TypeFamily.DATETIME ? of("date_to_datetime", ALL) : Optional.empty();
      case DATETIME, TIMESTAMP -> fromTime();
      case ENUM ->
          to.family() == TypeFamily.CHARACTER ? of("enum_to_varchar", ALL) : Optional.empty();
      case BLOB -> to.family() == TypeFamily.TEXT ? of("blob_to_text", CHECKED) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<TypeConversion> fromInteger() {
    return switch (to.family()) {
      case INTEGER, BOOLEAN -> {
        int wider = INTEGERS.indexOf(integer(to)) - INTEGERS.indexOf(integer(from));
        if (isUnsigned(from) != isUnsigned(to)) {
          yield of("int_to_int_unsigned", isUnsigned(from) && wider > 0 ? ALL : CHECKED);
        }
        yield wider == 0
            ? of("int_display_width", ALL)
            : wider > 0 ? of("int_to_bigint", ALL) : of("bigint_to_int_fits", CHECKED);
      }
      case CHARACTER -> of("int_to_varchar", CHECKED);
      case ENUM -> of("int_to_enum", CUT);
      default -> Optional.empty();
    };
  }

  private Optional<TypeConversion> fromCharacter() {
    int before = PostgresConversion.argument(from, 0, 1);
    int after = PostgresConversion.argument(to, 0, 1);
    Fit fit = after < before ? CHECKED : ALL;
    return switch (to.family()) {
      case CHARACTER -> {
        if (isFixed(from) || isFixed(to)) {
          boolean isSame = isFixed(from) == isFixed(to) && before == after;
          yield isSame
              ? of("same_definition", ALL)
              : of(
                  isFixed(from)
                      ? isFixed(to) ? "char_widen" : "char_to_varchar"
                      : "varchar_to_char",
                  fit);
        }
        yield after == before
            ? of("same_definition", ALL)
            : after < before ? of("varchar_narrow_fits", CHECKED) : widened(before, after);
      }
      case TEXT -> of("varchar_to_text", ALL);
      case INTEGER, BOOLEAN, DECIMAL, FLOAT -> of("int_to_varchar", CHECKED);
      case ENUM -> of("varchar_to_enum_fits", CHECKED);
      case JSON -> of("text_to_json_valid", CHECKED);
      default -> Optional.empty();
    };
  }

  private Optional<TypeConversion> widened(int before, int after) {
    if (before * bytes > LONGEST_SHORT) {
      return of("varchar_widen_above_255_bytes", ALL);
    }
    String border = after * bytes > LONGEST_SHORT ? "across" : "within";
    return of("varchar_widen_" + border + "_255_bytes" + (bytes == 1 ? "_latin1" : ""), ALL);
  }

  private Optional<TypeConversion> fromText() {
    return switch (to.family()) {
      case CHARACTER -> of("text_to_varchar_fits", CHECKED);
      case TEXT -> {
        int wider = TEXTS.indexOf(to.base()) - TEXTS.indexOf(from.base());
        yield wider == 0
            ? of("same_definition", ALL)
            : of("text_to_mediumtext", wider > 0 ? ALL : CHECKED);
      }
      case JSON -> of("text_to_json_valid", CHECKED);
      default -> Optional.empty();
    };
  }

  private Optional<TypeConversion> decimal() {
    int precision = number(to, 0, 10) - number(from, 0, 10);
    int scale = number(to, 1, 0) - number(from, 1, 0);
    if (precision == 0 && scale == 0) {
      return of("same_definition", ALL);
    }
    if (scale < 0) {
      return of("decimal_scale_narrow", CUT);
    }
    return of(
        scale > 0 ? "decimal_scale_widen" : "decimal_precision_widen",
        precision < scale ? CHECKED : ALL);
  }

  private Optional<TypeConversion> fromTime() {
    int more = number(to, 0, 0) - number(from, 0, 0);
    if (to.family() == TypeFamily.DATE) {
      return of("datetime_to_date", CUT);
    }
    if (to.family() != TypeFamily.DATETIME && to.family() != TypeFamily.TIMESTAMP) {
      return Optional.empty();
    }
    if (to.family() != from.family()) {
      boolean toTimestamp = to.family() == TypeFamily.TIMESTAMP;
      return of(
          toTimestamp ? "datetime_to_timestamp" : "timestamp_to_datetime",
          more < 0 ? CUT : toTimestamp ? CHECKED : ALL);
    }
    return more == 0
        ? of("same_definition", ALL)
        : more > 0 ? of("datetime_to_datetime3", ALL) : of("datetime3_to_datetime", CUT);
  }

  private static int number(TypeName type, int index, int otherwise) {
    return PostgresConversion.argument(type, index, otherwise);
  }

  private static boolean isFixed(TypeName type) {
    return switch (type.base()) {
      case "char", "character", "nchar" -> true;
      default -> false;
    };
  }

  private static boolean isUnsigned(TypeName type) {
    return type.sql().toLowerCase(Locale.ROOT).contains("unsigned");
  }

  private static String integer(TypeName type) {
    return switch (type.base()) {
      case "bool", "boolean", "int1" -> "tinyint";
      case "int2" -> "smallint";
      case "int3" -> "mediumint";
      case "integer", "int4" -> "int";
      case "int8" -> "bigint";
      default -> type.base();
    };
  }
}
