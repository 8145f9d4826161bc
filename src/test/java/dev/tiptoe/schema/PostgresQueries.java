package dev.tiptoe.schema;

import java.util.List;
import java.util.stream.Stream;

/** What PostgreSQL's own catalogue says of its schema: thing, aspect and value. */
final class PostgresQueries {

  private static final String TABLES =
      """
      SELECT CASE WHEN c.relkind IN ('v', 'm') THEN 'view ' ELSE 'table ' END
               || n.nspname || '.' || c.relname,
             CASE WHEN c.relkind IN ('r', 'p') THEN 'order of columns' ELSE '' END,
             (SELECT string_agg(a.attname, ', ' ORDER BY a.attnum) FROM pg_attribute a
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND %s
      """;

  private static final String NULLABILITY =
      column("null", "CASE WHEN a.attnotnull THEN 'no' ELSE 'yes' END");

  private static final String TYPES = column("type", "format_type(a.atttypid, a.atttypmod)");

  private static final String DEFAULTS =
      column(
          "default",
          """
          COALESCE((SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d
                    WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum), 'none')
          """);

  private static final String CONSTRAINTS =
      """
      SELECT 'table ' || n.nspname || '.' || c.relname, 'constraint ' || k.conname,
             CASE k.contype
               WHEN 'p' THEN 'primary key (' || o.columns || ')'
               WHEN 'u' THEN 'unique (' || o.columns || ')'
               WHEN 'c' THEN 'check'
               WHEN 'x' THEN 'exclude'
               ELSE 'foreign key (' || o.columns || ') to '
                 || (SELECT rn.nspname || '.' || r.relname FROM pg_class r
                     JOIN pg_namespace rn ON rn.oid = r.relnamespace WHERE r.oid = k.confrelid)
             END || CASE WHEN k.convalidated THEN '' ELSE ' not valid' END
      FROM pg_constraint k
      JOIN pg_class c ON c.oid = k.conrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace,
      LATERAL (SELECT lower(string_agg(a.attname, ', ' ORDER BY i.place)) AS columns
               FROM unnest(k.conkey) WITH ORDINALITY i (number, place)
               JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.number) o
      WHERE k.contype IN ('p', 'u', 'c', 'x', 'f') AND %s
      """;

  private static final String INDEXES =
      """
      SELECT CASE c.relkind WHEN 'm' THEN 'view ' ELSE 'table ' END
               || n.nspname || '.' || c.relname, 'index ' || x.relname,
             CASE WHEN i.indisunique THEN 'unique ' ELSE '' END || '('
               || (SELECT lower(string_agg(COALESCE(a.attname, 'expression'), ', '
                                           ORDER BY p.place))
                   FROM unnest(i.indkey) WITH ORDINALITY p (number, place)
                   LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.number
                   WHERE p.place <= i.indnkeyatts) || ')'
      FROM pg_index i
      JOIN pg_class x ON x.oid = i.indexrelid
      JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'm') AND %s
      """;

  private static final String ENUMS =
      """
      SELECT 'enum ' || n.nspname || '.' || c.typname, 'values',
             string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
      FROM pg_enum e
      JOIN pg_type c ON c.oid = e.enumtypid
      JOIN pg_namespace n ON n.oid = c.typnamespace
      WHERE %s GROUP BY n.nspname, c.typname
      """;

  static final List<String> ALL =
      Stream.of(TABLES, NULLABILITY, TYPES, DEFAULTS, CONSTRAINTS, INDEXES, ENUMS)
          .map(
              q ->
                  q.formatted(
                      """
                      n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
                      AND NOT EXISTS (SELECT FROM pg_depend x
                                      WHERE x.objid = c.oid AND x.deptype = 'e')
                      """))
          .toList();

  private PostgresQueries() {}

  private static String column(String aspect, String value) {
    return """
        SELECT 'table ' || n.nspname || '.' || c.relname,
               'column ' || a.attname || ' ASPECT', VALUE
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND %s
        """
        .replace("ASPECT", aspect)
        .replace("VALUE", value);
  }
}
