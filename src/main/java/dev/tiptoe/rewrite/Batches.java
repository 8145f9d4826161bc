package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Change.Scope;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Sequel.Block;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Expression;
import java.util.List;

/**
 * Loops that fill a column some rows at a time and commit after each turn: along the primary key if
 * it is one known column, else by looking for rows that are still NULL.
 */
final class Batches {

  private static final String POSTGRES_BY_KEY =
      """
        DECLARE
          tiptoe_from $1.$3%TYPE;
          tiptoe_to $1.$3%TYPE;
        BEGIN
          SELECT $3 INTO tiptoe_from FROM $2 ORDER BY $3 LIMIT 1;
          WHILE tiptoe_from IS NOT NULL LOOP
            SELECT $3 INTO tiptoe_to
              FROM (SELECT $3 FROM $2 WHERE $3 >= tiptoe_from ORDER BY $3 LIMIT $4) AS batch
              ORDER BY $3 DESC LIMIT 1;
            $5 AND $3 BETWEEN tiptoe_from AND tiptoe_to;
            COMMIT;
            SELECT $3 INTO tiptoe_from FROM $2 WHERE $3 > tiptoe_to ORDER BY $3 LIMIT 1;
          END LOOP;
        END;""";

  private static final String POSTGRES_BY_PLACE =
      """
        LOOP
          $5 AND ctid = ANY (ARRAY(SELECT ctid FROM $2 WHERE $6 IS NULL AND ($7) IS NOT NULL LIMIT $4));
          EXIT WHEN NOT FOUND;
          COMMIT;
        END LOOP;""";

  private static final String MYSQL_BY_KEY =
      """
        SET @tiptoe_from = (SELECT $3 FROM $2 ORDER BY $3 LIMIT 1);
        WHILE @tiptoe_from IS NOT NULL DO
          SET @tiptoe_to = (
            SELECT $3 FROM (SELECT $3 FROM $2 WHERE $3 >= @tiptoe_from ORDER BY $3 LIMIT $4) AS batch
            ORDER BY $3 DESC LIMIT 1);
          $5 AND $3 BETWEEN @tiptoe_from AND @tiptoe_to;
          COMMIT;
          SET @tiptoe_from = (SELECT $3 FROM $2 WHERE $3 > @tiptoe_to ORDER BY $3 LIMIT 1);
        END WHILE;""";

  private static final String MYSQL_BY_LIMIT =
      """
        REPEAT
          $5 AND ($7) IS NOT NULL LIMIT $4;
          SET @tiptoe_rows = ROW_COUNT();
          COMMIT;
        UNTIL @tiptoe_rows = 0 END REPEAT;""";

  private Batches() {}

  /** What the loops stand in. */
  static Block block(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> new Block(List.of(), "DO $tiptoe$\nBEGIN", "END\n$tiptoe$", List.of());
      case MARIADB -> new Block(List.of(), "BEGIN NOT ATOMIC", "END", List.of());
      case MYSQL ->
          new Block(
              List.of("DROP PROCEDURE IF EXISTS tiptoe_fill"),
              "CREATE PROCEDURE tiptoe_fill()\nBEGIN",
              "END",
              List.of("CALL tiptoe_fill()", "DROP PROCEDURE tiptoe_fill"));
    };
  }

  /** The loop for one column, {@code rows} at a time. */
  static String loop(
      Context ctx, Scope scope, Name table, Name column, Expression value, int rows) {
    List<Name> key = ctx.schema().primaryKey(table);
    boolean postgres = ctx.target().is(Dialect.POSTGRESQL);
    boolean byKey = key.size() == 1;
    String template =
        postgres
            ? (byKey ? POSTGRES_BY_KEY : POSTGRES_BY_PLACE)
            : (byKey ? MYSQL_BY_KEY : MYSQL_BY_LIMIT);
    return filled(
        template,
        List.of(
            table.sql(),
            scope.only() ? "ONLY " + table : table.sql(),
            byKey ? key.get(0).last() : "",
            Integer.toString(rows),
            StatementWriter.fill(ctx, scope, table, column, value),
            column.last(),
            value.sql()));
  }

  /** Puts values for $1, $2 and so on, in one pass, for a value may have a dollar in it. */
  private static String filled(String template, List<String> values) {
    StringBuilder text = new StringBuilder();
    String[] parts = template.split("\\$", -1);
    text.append(parts[0]);
    for (String part : List.of(parts).subList(1, parts.length)) {
      text.append(values.get(part.charAt(0) - '1')).append(part, 1, part.length());
    }
    return text.toString();
  }
}
