package dev.tiptoe.schema;

import dev.tiptoe.ddl.TypeName;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a server says of the schema of one connection's database. */
final class ServerFacts {

  private static final Pattern CAST = Pattern.compile("(::[\\w .\"]+(\\(\\d+\\))?(\\[\\])*)+$");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern LITERAL =
      Pattern.compile("(?is)'(?:[^'\\\\]|'')*'|-?\\d+(?:\\.\\d+)?|true|false");

  private final Connection connection;
  private final boolean postgresql;
  private final List<String> queries;
  private final Map<String, String> types = new HashMap<>();

  ServerFacts(Connection connection) throws SQLException {
    this.connection = connection;
    String product = connection.getMetaData().getDatabaseProductName();
    this.postgresql = product.equals("PostgreSQL");
    this.queries = postgresql ? PostgresQueries.ALL : MysqlQueries.of(product.equals("MariaDB"));
  }

  /** Asks the server for all there is but temporary tables. */
  Facts read() throws SQLException {
    Facts facts = new Facts();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String query : queries) {
        try (ResultSet row = statement.executeQuery(query)) {
          while (row.next()) {
            String aspect = row.getString(2);
            String value = row.getString(3);
            boolean isDefault = aspect.startsWith("column ") && aspect.endsWith(" default");
            facts.add(row.getString(1), aspect, isDefault ? literal(value) : value);
          }
        }
      }
    }
    return facts;
  }

  /**
   * A default as servers and authors write it alike: a literal bare, anything else only as some.
   */
  static String literal(String text) {
    String value = CAST.matcher(text.strip()).replaceFirst("");
    if (value.equals("none") || value.equalsIgnoreCase("null")) {
      return "none";
    }
    if (!LITERAL.matcher(value).matches()) {
      return "some";
    }
    String unquoted = value.replace("'", "").toLowerCase(Locale.ROOT);
    String bare =
        switch (unquoted) {
          case "true" -> "1";
          case "false" -> "0";
          // Servers write times in their own way.
          default -> unquoted.matches("\\d{4}-.*") ? "some" : unquoted;
        };
    return NUMBER.matcher(bare).matches()
        ? new BigDecimal(bare).stripTrailingZeros().toPlainString()
        : bare;
  }

  /** What the server calls a type; unknown if it knows no such type by now. */
  String type(TypeName type) {
    return types.computeIfAbsent(type.sql(), this::probe);
  }

  private String probe(String type) {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("CREATE TEMPORARY TABLE probe_of_type (c " + type.replace("/*!", "") + ")");
      String query =
          postgresql
              ? "SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
                  + " WHERE attrelid = 'pg_temp.probe_of_type'::regclass AND attnum = 1"
              : "SHOW COLUMNS FROM probe_of_type";
      try (ResultSet row = statement.executeQuery(query)) {
        row.next();
        return row.getString(postgresql ? 1 : 2);
      } finally {
        statement.execute("DROP TABLE probe_of_type");
      }
    } catch (SQLException e) {
      return "no type " + type;
    }
  }
}
