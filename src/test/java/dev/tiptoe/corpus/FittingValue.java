package dev.tiptoe.corpus;

import dev.tiptoe.servers.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** Chooses a value for a column as a person would who can look at the finished table. */
final class FittingValue {

  private static final String PG_REFERENCED =
      """
      SELECT f.relname, fa.attname FROM pg_constraint c
      JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class f ON f.oid = c.confrelid
      JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (c.conkey)
      JOIN pg_attribute fa ON fa.attrelid = f.oid
        AND fa.attnum = c.confkey[array_position(c.conkey, a.attnum)]
      WHERE c.contype = 'f' AND t.relname = ? AND a.attname = ?
        AND t.relnamespace = current_schema()::regnamespace
      ORDER BY c.conname
      """;
  private static final String MY_REFERENCED =
      """
      SELECT referenced_table_name, referenced_column_name FROM information_schema.key_column_usage
      WHERE referenced_table_name IS NOT NULL AND table_schema = database()
        AND table_name = ? AND column_name = ? ORDER BY constraint_name
      """;
  private static final String PG_UNIQUE =
      """
      SELECT 1, 1 FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
      JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey)
      WHERE i.indisunique AND t.relname = ? AND a.attname = ?
      """;
  private static final String MY_UNIQUE =
      """
      SELECT 1, 1 FROM information_schema.statistics
      WHERE non_unique = 0 AND table_schema = database() AND table_name = ? AND column_name = ?
      """;
  private static final String PG_TYPE =
      """
      SELECT format_type(a.atttypid, NULL), (SELECT quote_literal(e.enumlabel) FROM pg_enum e
        WHERE e.enumtypid = a.atttypid ORDER BY e.enumsortorder LIMIT 1)
      FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
      WHERE t.relname = ? AND a.attname = ? AND t.relkind = 'r'
      """;
  private static final String MY_TYPE =
      """
      SELECT data_type, CASE data_type WHEN 'enum'
        THEN substring_index(substring(column_type, 6, length(column_type) - 6), ',', 1) END
      FROM information_schema.columns
      WHERE table_schema = database() AND table_name = ? AND column_name = ?
      """;

  private record Pair(String first, String second) {}

  private FittingValue() {}

  /** Returns SQL for rows of a column, from what the catalogue says of it after the migration. */
  static Optional<String> of(Database after, Claim claim) throws SQLException {
    boolean pg = after.server().dialect().equals("postgresql");
    try (Connection connection = after.connect()) {
      Optional<Pair> referenced = pair(connection, pg ? PG_REFERENCED : MY_REFERENCED, claim);
      boolean unique = pair(connection, pg ? PG_UNIQUE : MY_UNIQUE, claim).isPresent();
      if (referenced.isPresent() && unique) {
        return Optional.empty();
      }
      if (referenced.isPresent()) {
        char q = pg ? '"' : '`';
        String column = q + referenced.get().second() + q;
        return Optional.of(
            "(SELECT r.v FROM (SELECT "
                + column
                + " AS v FROM "
                + q
                + referenced.get().first()
                + q
                + " LIMIT 1) r)");
      }
      Optional<Pair> type = pair(connection, pg ? PG_TYPE : MY_TYPE, claim);
      return type.flatMap(t -> unique ? distinct(t, pg) : neutral(t));
    }
  }

  private static Optional<String> distinct(Pair type, boolean pg) {
    return switch (type.first().toLowerCase(Locale.ROOT)) {
      case "uuid" -> Optional.of(pg ? "gen_random_uuid()" : "UUID()");
      case "text", "character varying", "varchar", "char" ->
          Optional.of(pg ? "gen_random_uuid()::text" : "UUID()");
      default -> Optional.empty();
    };
  }

  private static Optional<String> neutral(Pair type) {
    if (type.second() != null) {
      return Optional.of(type.second());
    }
    String name = type.first().toLowerCase(Locale.ROOT);
    if (name.contains("int") || name.matches("numeric|decimal|double.*|float|real")) {
      return Optional.of("0");
    }
    if (name.equals("longtext")) {
      // MariaDB's JSON is a longtext too.
      return Optional.of("'{}'");
    }
    if (name.contains("char") || name.endsWith("text") || name.endsWith("blob")) {
      return Optional.of("''");
    }
    if (name.startsWith("json") || name.endsWith("[]")) {
      return Optional.of("'{}'");
    }
    if (name.startsWith("timestamp") || name.equals("datetime")) {
      return Optional.of("CURRENT_TIMESTAMP");
    }
    return switch (name) {
      case "boolean" -> Optional.of("false");
      case "uuid" -> Optional.of("'00000000-0000-0000-0000-000000000000'");
      case "bytea" -> Optional.of("''");
      default -> Optional.empty();
    };
  }

  private static Optional<Pair> pair(Connection connection, String sql, Claim claim)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, claim.table().name());
      statement.setString(2, claim.column().name());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new Pair(row.getString(1), row.getString(2)))
            : Optional.empty();
      }
    }
  }
}
