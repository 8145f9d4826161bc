package dev.tiptoe.corpus;

import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Server;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes copies of databases with few rows. */
final class Copies implements AutoCloseable {

  private final Database control;
  private final Connection connection;

  Copies(Server server) throws SQLException {
    this.control = server.freshDatabase();
    this.connection = control.connect();
  }

  /**
   * Returns a database with the same schema and the same rows; nobody may be connected to the
   * original.
   */
  Database of(Database original) throws SQLException {
    Database copy = original.server().freshDatabase();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      if (original.server().dialect().equals("postgresql")) {
        statement.execute("DROP DATABASE " + copy.name());
        statement.execute("CREATE DATABASE " + copy.name() + " TEMPLATE " + original.name());
      } else {
        copyTables(original.name(), copy.name(), statement);
      }
    }
    return copy;
  }

  private void copyTables(String from, String to, Statement statement) throws SQLException {
    String charset =
        "SELECT concat('CHARACTER SET ', default_character_set_name, ' COLLATE ',"
            + " default_collation_name) FROM information_schema.schemata WHERE schema_name = '";
    statement.execute("ALTER DATABASE " + to + " " + texts(charset + from + "'").get(0));
    statement.execute("SET foreign_key_checks = 0, unique_checks = 0, sql_mode = ''");
    Map<String, String> objects = objects(from);
    for (String type : List.of("SEQUENCE", "BASE TABLE", "VIEW")) {
      for (Map.Entry<String, String> object : objects.entrySet()) {
        if (object.getValue().equals(type)) {
          copyObject(type, object.getKey(), from, to, statement);
        }
      }
    }
    statement.execute("SET foreign_key_checks = 1, unique_checks = 1, sql_mode = DEFAULT");
    statement.execute("USE " + control.name());
  }

  private void copyObject(String type, String name, String from, String to, Statement statement)
      throws SQLException {
    String word = type.replace("BASE ", "");
    statement.execute("USE " + from);
    String definition = shown("SHOW CREATE " + word + " `" + name + "`");
    statement.execute("USE " + to);
    statement.execute(definition.replace("`" + from + "`.", ""));
    if (word.equals("TABLE")) {
      List<String> columns =
          texts(
              "SELECT concat('`', column_name, '`') FROM information_schema.columns WHERE"
                  + " coalesce(generation_expression, '') = '' AND table_schema = '"
                  + from
                  + "' AND table_name = '"
                  + name
                  + "'");
      String list = String.join(", ", columns);
      String source = " FROM " + from + ".`" + name + "`";
      statement.execute("INSERT INTO `" + name + "` (" + list + ") SELECT " + list + source);
    }
  }

  private Map<String, String> objects(String database) throws SQLException {
    Map<String, String> objects = new LinkedHashMap<>();
    String sql =
        "SELECT table_name, table_type FROM information_schema.tables WHERE table_schema = '"
            + database
            + "' ORDER BY table_name";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        objects.put(row.getString(1), row.getString(2));
      }
    }
    return objects;
  }

  private List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }

  private String shown(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(2);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    control.close();
  }
}
