package dev.tiptoe.proof.doctor;

import dev.tiptoe.servers.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rows of Prisma's table say, oldest first, such as {@code 20250101000000_init applied}.
 */
final class History {

  private History() {}

  static List<String> of(Database database) throws SQLException {
    String sql =
        "SELECT migration_name, finished_at, rolled_back_at, logs, applied_steps_count, started_at"
            + " FROM _prisma_migrations ORDER BY started_at, migration_name, finished_at";
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString("migration_name") + " " + state(row));
      }
    }
    return rows;
  }

  private static String state(ResultSet row) throws SQLException {
    boolean finished = row.getString("finished_at") != null;
    boolean rolledBack = row.getString("rolled_back_at") != null;
    String logs = row.getString("logs");
    if (finished && rolledBack) {
      return "both";
    }
    if (rolledBack) {
      return "rolled back";
    }
    if (!finished) {
      return logs == null ? "open" : "failed";
    }
    boolean stamped =
        "".equals(logs)
            && row.getInt("applied_steps_count") == 0
            && row.getString("started_at").equals(row.getString("finished_at"));
    return stamped ? "stamped" : "applied";
  }
}
