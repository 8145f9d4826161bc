package dev.tiptoe.proof.doctor;

import dev.tiptoe.proof.doctor.MigrationsTable.Row;
import dev.tiptoe.proof.tools.Finished;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What {@code prisma migrate deploy} does to MySQL and MariaDB, in its order. */
record PortedDeploy(Connection connection, MigrationsTable table, MigrationFolder folder) {

  private static final String FAILED =
      """
      A migration failed to apply. New migrations cannot be applied before the error is recovered \
      from. Read more about how to resolve migration issues in a production database: \
      https://pris.ly/d/migrate-resolve

      Migration name: %s

      Database error code: %d

      Database error:
      %s

      Please check the query number %d from the migration file.

      """;

  Finished run() throws SQLException, IOException {
    // Whether the lock was free does not matter to Prisma.
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT GET_LOCK('prisma_migrate', 10)");
    }
    if (table.missingBesideOthers()) {
      return new Finished(1, "Error: P3005\n\nThe database schema is not empty.");
    }
    table.create();
    List<Row> rows = table.rows();
    if (rows.stream().anyMatch(Row::open)) {
      return new Finished(
          1, "Error: P3009\n\nmigrate found failed migrations in the target database");
    }
    for (String name : folder.names()) {
      if (rows.stream().noneMatch(row -> row.name().equals(name) && row.applied())) {
        String failure = apply(name, folder.script(name));
        if (!failure.isEmpty()) {
          return new Finished(1, "Error: P3018\n\n" + failure);
        }
      }
    }
    return new Finished(0, "All migrations have been successfully applied.");
  }

  /** Returns what went wrong, or an empty text. */
  private String apply(String name, String script) throws SQLException {
    String id = table.open(name, script);
    int before = statements();
    try {
      send(script);
    } catch (SQLException e) {
      int number = statements() - before - 1;
      String failure = FAILED.formatted(name, e.getErrorCode(), said(e), number);
      table.log(id, failure + "   0: sql_schema_connector::apply_migration::apply_script\n");
      return failure;
    }
    table.finish(id);
    return "";
  }

  /** What the server said, without what the drivers put before it. */
  private static String said(SQLException e) {
    return e.getMessage().replaceFirst("^(\\(conn=\\d+\\)|Data truncation:) ", "");
  }

  private void send(String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      boolean rows = statement.execute(script);
      while (rows || statement.getUpdateCount() != -1) {
        rows = statement.getMoreResults();
      }
    }
  }

  /** Returns how many statements this session has sent. */
  private int statements() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Questions'")) {
      row.next();
      return row.getInt(2);
    }
  }
}
