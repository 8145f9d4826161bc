package dev.tiptoe.doctor.effects;

import dev.tiptoe.ddl.TypeFamily;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.sql.Dialect;
import java.util.List;
import java.util.Locale;

/** Tells whether two spellings of a column's type are of one type, as servers spell types anew. */
final class Types {

  private Types() {}

  static Likeness compare(TypeName wanted, TypeName found, Dialect dialect) {
    if (wanted.sql().equalsIgnoreCase(found.sql())) {
      return Likeness.SAME;
    }
    String wantedBase = base(wanted, dialect);
    String foundBase = base(found, dialect);
    boolean arrays = (wanted.family() == TypeFamily.ARRAY) == (found.family() == TypeFamily.ARRAY);
    if (!wantedBase.equals(foundBase)
        || !arrays
        || isUnsigned(wanted, dialect) != isUnsigned(found, dialect)) {
      return isKnown(wanted) && isKnown(found) && !chooses(wantedBase, wanted)
          ? Likeness.DIFFERENT
          : Likeness.UNCLEAR;
    }
    return compareArguments(
        wantedBase, arguments(wanted, wantedBase), arguments(found, wantedBase));
  }

  private static boolean isKnown(TypeName type) {
    return type.family() != TypeFamily.OTHER;
  }

  private static boolean isUnsigned(TypeName type, Dialect dialect) {
    String sql = type.sql().toLowerCase(Locale.ROOT);
    return sql.contains("unsigned")
        || sql.contains("zerofill")
        || (dialect.isMySqlLike() && type.base().equals("serial"));
  }

  private static Likeness compareArguments(String base, List<String> wanted, List<String> found) {
    if (wanted.equals(found)) {
      return Likeness.SAME;
    }
    return base.equals("float") ? Likeness.UNCLEAR : Likeness.DIFFERENT;
  }

  /** Whether MySQL takes a type by the length that is written behind this one. */
  private static boolean chooses(String base, TypeName type) {
    return switch (base) {
      case "text", "blob", "float" -> !type.arguments().isEmpty();
      default -> false;
    };
  }

  private static List<String> arguments(TypeName type, String base) {
    List<String> arguments = type.arguments().stream().map(String::strip).toList();
    return switch (base) {
      case "tinyint", "smallint", "mediumint", "integer", "bigint", "boolean", "year" -> List.of();
      case "character", "bit", "binary" -> arguments.isEmpty() ? List.of("1") : arguments;
      case "decimal" -> {
        if (arguments.size() == 1) {
          yield List.of(arguments.get(0), "0");
        }
        yield arguments;
      }
      case "enum", "set" -> arguments;
      default -> arguments.stream().map(a -> a.replace(" ", "")).toList();
    };
  }

  private static String base(TypeName type, Dialect dialect) {
    return dialect.isMySqlLike() ? mySql(type, dialect) : postgres(type.base());
  }

  private static String postgres(String base) {
    return switch (base) {
      case "int", "int4", "serial", "serial4" -> "integer";
      case "int8", "bigserial", "serial8" -> "bigint";
      case "int2", "smallserial", "serial2" -> "smallint";
      case "numeric", "dec" -> "decimal";
      case "float4" -> "real";
      case "float8", "float" -> "double precision";
      case "bool" -> "boolean";
      case "varchar", "char varying" -> "character varying";
      case "char", "bpchar" -> "character";
      case "varbit" -> "bit varying";
      case "timestamptz" -> "timestamp with time zone";
      case "timetz" -> "time with time zone";
      default -> base;
    };
  }

  private static String mySql(TypeName type, Dialect dialect) {
    return switch (type.base()) {
      case "bool", "boolean", "int1" -> "tinyint";
      case "tinyint" -> "tinyint";
      case "int", "int4" -> "integer";
      case "int2" -> "smallint";
      case "int3" -> "mediumint";
      case "int8", "serial" -> "bigint";
      case "numeric", "dec", "fixed" -> "decimal";
      case "double precision", "real", "float8" -> "double";
      case "float4" -> "float";
      case "char", "nchar" -> "character";
      case "character varying", "char varying", "nvarchar", "nchar varying" -> "varchar";
      case "long", "long varchar" -> "mediumtext";
      case "json" -> dialect == Dialect.MARIADB ? "longtext" : "json";
      case "geomcollection" -> "geometrycollection";
      default -> type.base();
    };
  }
}
