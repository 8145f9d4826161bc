package dev.tiptoe.servers;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what rows have to respect in a PostgreSQL database. */
final class PostgresTables {

  private static final String NAME =
      "CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname";

  private static final String OURS =
      """
      c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
      AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_class'::regclass
                      AND x.objid = c.oid AND x.deptype = 'e')
      """;

  private static final String TABLES =
      "SELECT c.oid, "
          + NAME
          + ", format('%I.%I', n.nspname, c.relname)"
          + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE "
          + OURS
          + " ORDER BY 2";

  private static final String OUR_OIDS =
      "(SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE "
          + OURS
          + ")";

  /** Follows each domain down to the type it is made of. */
  private static final String COLUMNS =
      """
      WITH RECURSIVE base (oid, type, typmod, required) AS (
        SELECT t.oid, t.oid, -1, false FROM pg_type t WHERE t.typtype <> 'd'
        UNION ALL
        SELECT t.oid, b.type, CASE WHEN b.typmod = -1 THEN t.typtypmod ELSE b.typmod END,
               t.typnotnull OR b.required
        FROM pg_type t JOIN base b ON t.typbasetype = b.oid WHERE t.typtype = 'd')
      SELECT a.attrelid, a.attname, quote_ident(a.attname),
             coalesce(e.typname, t.typname),
             CASE WHEN a.atttypmod <> -1 THEN a.atttypmod ELSE b.typmod END AS typmod,
             e.oid IS NOT NULL AS is_array,
             NOT (a.attnotnull OR b.required) AS nullable,
             CASE WHEN a.attgenerated <> '' OR a.attidentity = 'a' THEN 'ALWAYS'
                  WHEN a.attidentity = 'd' OR pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%%'
                  THEN 'A_NUMBER'
                  WHEN a.atthasdef OR u.typdefault IS NOT NULL THEN 'A_DEFAULT'
                  ELSE 'NOTHING' END,
             ARRAY(SELECT l.enumlabel::text FROM pg_enum l
                   WHERE l.enumtypid = coalesce(e.oid, t.oid) ORDER BY l.enumsortorder)
      FROM pg_attribute a
      JOIN pg_type u ON u.oid = a.atttypid
      JOIN base b ON b.oid = a.atttypid
      JOIN pg_type t ON t.oid = b.type
      LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attrelid IN %s AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY a.attrelid, a.attnum
      """;

  private static final String KEYS =
      """
      SELECT k.conrelid, %s,
             ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY x (num, pos)
                   JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = x.num
                   ORDER BY x.pos),
             ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY x (num, pos)
                   JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = x.num
                   ORDER BY x.pos)
      FROM pg_constraint k
      JOIN pg_class c ON c.oid = k.confrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE k.contype = 'f' AND k.conrelid IN %s ORDER BY k.conrelid, k.conname
      """;

  private static final String CHECKS =
      """
      SELECT k.conrelid,
             ARRAY(SELECT a.attname::text FROM pg_attribute a
                   WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)),
             pg_get_constraintdef(k.oid)
      FROM pg_constraint k WHERE k.contype = 'c' AND k.conrelid IN %1$s
      UNION ALL
      SELECT a.attrelid, ARRAY[a.attname::text], pg_get_constraintdef(k.oid)
      FROM pg_constraint k JOIN pg_attribute a ON a.atttypid = k.contypid
      WHERE k.contype = 'c' AND a.attrelid IN %1$s
      """;

  private PostgresTables() {}

  static List<FillTable> read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Map<Long, FillTable> tables = new LinkedHashMap<>();
      try (ResultSet row = statement.executeQuery(TABLES)) {
        while (row.next()) {
          tables.put(row.getLong(1), new FillTable(row.getString(2), row.getString(3)));
        }
      }
      readColumns(statement, tables);
      readKeys(statement, tables);
      return List.copyOf(tables.values());
    }
  }

  private static void readColumns(Statement statement, Map<Long, FillTable> tables)
      throws SQLException {
    try (ResultSet row = statement.executeQuery(COLUMNS.formatted(OUR_OIDS))) {
      while (row.next()) {
        String type = row.getString(4);
        int typmod = row.getInt(5);
        FillColumn column =
            new FillColumn(
                row.getString(2),
                row.getString(3),
                type,
                length(type, typmod),
                type.equals("numeric") && typmod >= 4 ? (typmod - 4) & 0x7ff : 0,
                row.getBoolean(6),
                row.getBoolean(7),
                FillColumn.Supplied.valueOf(row.getString(8)),
                strings(row.getArray(9)));
        tables.get(row.getLong(1)).columns().add(column);
      }
    }
  }

  private static int length(String type, int typmod) {
    if (typmod < 0) {
      return type.equals("bpchar") || type.equals("bit") || type.equals("char") ? 1 : 0;
    }
    return switch (type) {
      case "varchar", "bpchar" -> typmod - 4;
      case "numeric" -> (typmod - 4) >> 16;
      case "bit", "varbit", "vector" -> typmod;
      default -> 0;
    };
  }

  private static void readKeys(Statement statement, Map<Long, FillTable> tables)
      throws SQLException {
    try (ResultSet row = statement.executeQuery(KEYS.formatted(NAME, OUR_OIDS))) {
      while (row.next()) {
        FillTable.Key key =
            new FillTable.Key(strings(row.getArray(3)), row.getString(2), strings(row.getArray(4)));
        tables.get(row.getLong(1)).foreignKeys().add(key);
      }
    }
    try (ResultSet row = statement.executeQuery(CHECKS.formatted(OUR_OIDS))) {
      while (row.next()) {
        FillTable.Check check = new FillTable.Check(strings(row.getArray(2)), row.getString(3));
        tables.get(row.getLong(1)).checks().add(check);
      }
    }
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
