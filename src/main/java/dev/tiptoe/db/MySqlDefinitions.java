package dev.tiptoe.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The definitions that MySQL and MariaDB show. */
record MySqlDefinitions(Database database, Mentions mentions) {

  private static final Pattern JSON =
      Pattern.compile(
          " longtext(?: CHARACTER SET \\w+)?(?: COLLATE \\w+)?(.*) CHECK \\(json_valid\\(`.*`\\)\\)");

  private static final String TABLES =
      """
      SELECT table_schema AS db, table_name AS name FROM information_schema.tables
      WHERE table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')
        AND table_schema NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys')
      """;
  private static final String VIEWS =
      """
      SELECT table_schema AS db, table_name AS name, view_definition AS definition
      FROM information_schema.views WHERE table_schema NOT IN ('information_schema', 'mysql', 'sys')
      """;
  private static final String ROUTINES =
      """
      SELECT routine_schema AS db, routine_name AS name, routine_type AS type
      FROM information_schema.routines WHERE routine_schema NOT IN ('mysql', 'sys')
      """;

  Definitions read() throws DatabaseProblem {
    String mode = database.query("SELECT @@SESSION.sql_mode AS mode").get(0).text("mode");
    // In other modes it quotes names as others quote strings.
    database.run("SET SESSION sql_mode = ''");
    try {
      return new Definitions(use(database.schema()), statements(), Set.of());
    } finally {
      database.update("SET SESSION sql_mode = ?", mode);
    }
  }

  private List<String> statements() throws DatabaseProblem {
    List<String> statements = new ArrayList<>();
    for (Row table : mentioned(TABLES)) {
      String definition =
          database.query("SHOW CREATE TABLE " + name(table)).get(0).text("Create Table");
      statements.add(use(table.text("db")) + withJson(definition));
    }
    for (Row view : mentioned(VIEWS)) {
      // It is empty for those who may not see it.
      String query = view.find("definition").filter(d -> !d.isEmpty()).orElse("SELECT 1");
      statements.add("CREATE VIEW " + name(view) + " AS " + query);
    }
    for (Row routine : mentioned(ROUTINES)) {
      String column =
          routine.text("type").equals("FUNCTION") ? "Create Function" : "Create Procedure";
      database
          .query("SHOW CREATE " + routine.text("type") + " " + name(routine))
          .get(0)
          .find(column)
          .ifPresent(definition -> statements.add(use(routine.text("db")) + definition));
    }
    return statements;
  }

  /** MariaDB's JSON is text with a check; a line is a column. */
  private static String withJson(String definition) {
    return JSON.matcher(definition).replaceAll(" json$1");
  }

  private List<Row> mentioned(String sql) throws DatabaseProblem {
    return database.query(sql).stream()
        .filter(r -> r.text("db").equalsIgnoreCase(database.schema()) || mentions.has(r.text("db")))
        .filter(r -> mentions.has(r.text("name")))
        .toList();
  }

  private String name(Row row) {
    return database.quoted(row.text("db")) + "." + database.quoted(row.text("name"));
  }

  private String use(String schema) {
    return "USE " + database.quoted(schema) + ";\n";
  }
}
