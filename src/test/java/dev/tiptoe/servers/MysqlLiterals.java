package dev.tiptoe.servers;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Values of the types of MySQL and MariaDB. */
final class MysqlLiterals implements Literals {

  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

  @Override
  public Shape shape(FillColumn column) {
    return switch (column.type()) {
      case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" -> Shape.TEXT;
      case "tinyint",
          "smallint",
          "mediumint",
          "int",
          "bigint",
          "bool",
          "decimal",
          "float",
          "double",
          "year" ->
          Shape.NUMBER;
      default -> Shape.OTHER;
    };
  }

  @Override
  public String quote(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  @Override
  public String noColumns() {
    return " () VALUES ()";
  }

  @Override
  public List<String> of(FillColumn column, long n) {
    if (!column.labels().isEmpty()) {
      int count = column.labels().size();
      return Stream.iterate(n, i -> i < n + count, i -> i + 1)
          .map(i -> quote(column.labels().get((int) (i % count))))
          .toList();
    }
    LocalDate day = FIRST_DAY.plusDays(n % 4000);
    return switch (column.type()) {
      case "bool" -> List.of(Long.toString((n + 1) % 2), Long.toString(n % 2));
      case "tinyint" -> numbers((n + 1) % 128);
      case "smallint" -> numbers((n + 1) % 32768);
      case "mediumint", "int", "bigint", "float", "double" -> numbers(n + 1);
      case "decimal" -> List.of(Literals.decimal(column, n), Literals.decimal(column, -1), "0");
      case "bit" -> List.of("b'" + Literals.bits(n, column.length()) + "'");
      case "year" -> List.of(Long.toString(1970 + n % 100));
      case "date" -> List.of(quote(day.toString()), "'2000-01-01'", "'2030-01-01'");
      case "datetime", "timestamp" ->
          List.of(quote(day + " 12:00:00"), "'2000-01-01 00:00:00'", "'2030-01-01 00:00:00'");
      case "time" ->
          List.of(quote(String.format("%02d:%02d:%02d", n / 3600 % 24, n / 60 % 60, n % 60)));
      case "json" -> List.of(quote("{\"n\": " + n + "}"), "'[]'", "'{}'", "'\"a\"'", "'1'");
      case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" ->
          List.of(bytes(n, column.length()));
      case "uuid" -> List.of(quote(Literals.uuid(column, n)));
      case "inet4" -> List.of(quote(address(n)));
      case "inet6" -> List.of(quote("::ffff:" + address(n)));
      default -> isGeometry(column.type()) ? List.of(geometry(column.type(), n)) : texts(column, n);
    };
  }

  private List<String> texts(FillColumn column, long n) {
    return Literals.texts(column, n).stream().map(this::quote).toList();
  }

  private static List<String> numbers(long first) {
    return List.of(Long.toString(first), "1", "0", "10", "100", "-1");
  }

  private static String bytes(long n, int length) {
    int size = Math.min(length <= 0 ? 8 : length, 8);
    String digits = "0".repeat(16) + Long.toHexString(n + 1);
    return "x'" + digits.substring(digits.length() - 2 * size) + "'";
  }

  private static String address(long n) {
    return "10." + n / 65536 % 256 + "." + n / 256 % 256 + "." + n % 256;
  }

  private static boolean isGeometry(String type) {
    return type.matches("geometry|geom(etry)?collection|(multi)?(point|linestring|polygon)");
  }

  private static String geometry(String type, long n) {
    String ring = "(0 0,0 1," + (n + 1) + " 1,0 0)";
    String text =
        switch (type) {
          case "linestring" -> "LINESTRING(0 0," + n + " 1)";
          case "polygon" -> "POLYGON(" + ring + ")";
          case "multipoint" -> "MULTIPOINT(0 0," + n + " 1)";
          case "multilinestring" -> "MULTILINESTRING((0 0," + n + " 1))";
          case "multipolygon" -> "MULTIPOLYGON((" + ring + "))";
          case "geometrycollection", "geomcollection" -> "GEOMETRYCOLLECTION(POINT(" + n + " 1))";
          default -> "POINT(" + n + " 1)";
        };
    return "ST_GeomFromText('" + text + "')";
  }
}
