package dev.tiptoe.proof;

import dev.tiptoe.sql.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A column type and values of it, from testdata/proof/types-*.txt.
 *
 * @param sql the type
 * @param constant a literal
 * @param expression calls only stable functions
 * @param random differs from row to row
 * @param fromNumber a value made of the number {@code {k}}
 * @param before what makes the type; may be empty
 */
record ColumnType(
    Dialect dialect,
    String sql,
    String constant,
    String expression,
    String random,
    String fromNumber,
    String before) {

  static final Path FOLDER = Path.of("testdata", "proof");

  private static final String LOOK_UP = "(SELECT max(s.v) FROM side s WHERE s.id <= t{n}.id)";

  static List<ColumnType> all(Dialect dialect) throws IOException {
    String file = dialect == Dialect.POSTGRESQL ? "types-postgresql.txt" : "types-mysql.txt";
    List<ColumnType> types = new ArrayList<>();
    boolean ours = true;
    for (String line : Files.readAllLines(FOLDER.resolve(file))) {
      if (line.startsWith("only ")) {
        ours = line.substring(5).equals(dialect.name().toLowerCase(Locale.ROOT));
      } else if (ours && !line.startsWith("#")) {
        String[] fields = line.split(" \\| ", -1);
        types.add(
            new ColumnType(
                dialect,
                fields[0],
                fields[1],
                fields[2],
                fields[3],
                fields[4],
                fields.length > 5 ? fields[5] + "\n" : ""));
      }
    }
    return types;
  }

  static ColumnType named(Dialect dialect, String sql) throws IOException {
    return all(dialect).stream().filter(t -> t.sql().equals(sql)).findFirst().orElseThrow();
  }

  boolean isPostgres() {
    return dialect == Dialect.POSTGRESQL;
  }

  /** A value that a row finds in another table. */
  String fromOtherTable() {
    return fromNumber.replace("{k}", LOOK_UP);
  }

  /** A value that differs from row to row. */
  String distinct() {
    return fromNumber.replace("{k}", "id");
  }

  /** A default of this expression. */
  String asDefault(String value) {
    return isPostgres() || value.startsWith("(") ? value : "(" + value + ")";
  }

  /** Counts the rows of a table whose column has another value. */
  String othersThan(String value, String table, String column) {
    String condition;
    if (isPostgres()) {
      String bare = sql.replaceFirst(" COLLATE .*", "");
      condition = "%s::text = (%s)::%s::text".formatted(column, value, bare);
    } else if (sql.equals("json") && dialect == Dialect.MYSQL) {
      condition = "CAST(%s AS CHAR) = CAST(CAST(%s AS JSON) AS CHAR)".formatted(column, value);
    } else {
      condition = "%s = %s".formatted(column, value);
    }
    return "SELECT count(*) FROM " + table + " WHERE NOT (" + condition + ")";
  }
}
