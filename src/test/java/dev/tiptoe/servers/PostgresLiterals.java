package dev.tiptoe.servers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Values of PostgreSQL's types; each is a quoted text, which the server reads as the type. */
final class PostgresLiterals implements Literals {

  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

  @Override
  public List<String> of(FillColumn column, long n) {
    List<String> values = new ArrayList<>(elements(column, n));
    if (column.array()) {
      values.replaceAll(PostgresLiterals::arrayOf);
      values.add("{}");
    }
    values.replaceAll(this::quote);
    return values;
  }

  private static String arrayOf(String element) {
    return "{\"" + element.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
  }

  @Override
  public Shape shape(FillColumn column) {
    if (column.array()) {
      return Shape.OTHER;
    }
    return switch (column.type()) {
      case "text", "varchar", "bpchar", "citext", "name" -> Shape.TEXT;
      case "int2", "int4", "int8", "numeric", "float4", "float8", "money", "oid" -> Shape.NUMBER;
      default -> Shape.OTHER;
    };
  }

  @Override
  public String quote(String text) {
    String quoted = "'" + text.replace("'", "''") + "'";
    return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
  }

  @Override
  public String noColumns() {
    return " DEFAULT VALUES";
  }

  private static List<String> elements(FillColumn column, long n) {
    if (!column.labels().isEmpty()) {
      int count = column.labels().size();
      return Stream.iterate(n, i -> i < n + count, i -> i + 1)
          .map(i -> column.labels().get((int) (i % count)))
          .toList();
    }
    LocalDate day = FIRST_DAY.plusDays(n % 10_000);
    String number = Long.toString(n + 1);
    return switch (column.type()) {
      case "bool" -> n % 2 == 0 ? List.of("true", "false") : List.of("false", "true");
      case "int2" -> numbers((n + 1) % 32767);
      case "int4", "int8", "oid", "float4", "float8", "money", "xid8" -> numbers(n + 1);
      case "numeric" -> List.of(Literals.decimal(column, n), Literals.decimal(column, -1), "0");
      case "text", "varchar", "bpchar", "citext", "name" -> Literals.texts(column, n);
      case "char" -> List.of(Character.toString((char) ('a' + n % 26)));
      case "uuid" -> List.of(Literals.uuid(column, n));
      case "date" -> List.of(day.toString(), "2000-01-01", "2050-01-01");
      case "timestamp" -> List.of(day + " 12:00:00", "2000-01-01", "2050-01-01");
      case "timestamptz" -> List.of(day + " 12:00:00+00", "2000-01-01", "2050-01-01");
      case "time" -> List.of(clock(n));
      case "timetz" -> List.of(clock(n) + "+00");
      case "interval" -> List.of(number + " hours", "0");
      case "json", "jsonb" -> List.of("{\"n\": " + n + "}", "[]", "{}", "\"a\"", "1", "[1]");
      case "bytea" -> List.of("\\x" + String.format("%08x", n + 1), "\\x" + "ab".repeat(32));
      case "inet" -> List.of(address(n));
      case "cidr" -> List.of(address(n) + "/32");
      case "macaddr" -> List.of(String.format("08:00:2b:%02x:%02x:01", n / 256 % 256, n % 256));
      case "macaddr8" ->
          List.of(String.format("08:00:2b:00:00:%02x:%02x:01", n / 256 % 256, n % 256));
      case "bit" -> List.of(Literals.bits(n, column.length()));
      case "varbit" -> List.of(Literals.bits(n, column.length() == 0 ? 8 : column.length()));
      case "xml" -> List.of("<n>" + n + "</n>");
      case "tsvector", "tsquery" -> List.of("word" + n);
      case "hstore" -> List.of("n=>" + n);
      case "ltree" -> List.of("root.n" + n);
      case "pg_lsn" -> List.of("0/" + Long.toHexString(n + 1));
      case "vector" -> List.of("[" + number + ",1".repeat(Math.max(0, column.length() - 1)) + "]");
      default -> shapes(column.type(), n, day);
    };
  }

  private static List<String> shapes(String type, long n, LocalDate day) {
    long low = n * 10 + 1;
    String numbers = "[" + low + "," + (low + 5) + ")";
    String days = "[" + day.plusDays(n * 9) + "," + day.plusDays(n * 9 + 5) + ")";
    return switch (type) {
      case "point" -> List.of("(" + n + "," + n + ")");
      case "lseg", "box", "path" -> List.of("((" + n + "," + n + "),(" + (n + 1) + ",1000))");
      case "line" -> List.of("{1,1," + n + "}");
      case "polygon" -> List.of("((0,0),(0,1),(" + (n + 1) + ",0))");
      case "circle" -> List.of("<(" + n + ",0),1>");
      case "int4range", "int8range", "numrange" -> List.of(numbers);
      case "daterange", "tsrange", "tstzrange" -> List.of(days);
      case "int4multirange", "int8multirange", "nummultirange" -> List.of("{" + numbers + "}");
      case "datemultirange", "tsmultirange", "tstzmultirange" -> List.of("{" + days + "}");
      default -> List.of("x" + n, Long.toString(n + 1), "{}");
    };
  }

  private static List<String> numbers(long first) {
    return List.of(Long.toString(first), "1", "0", "10", "100", "2000", "-1");
  }

  private static String clock(long n) {
    return String.format("%02d:%02d:%02d", n / 3600 % 24, n / 60 % 60, n % 60);
  }

  private static String address(long n) {
    return "10." + n / 65536 % 256 + "." + n / 256 % 256 + "." + n % 256;
  }
}
