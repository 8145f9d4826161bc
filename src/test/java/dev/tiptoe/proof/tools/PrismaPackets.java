package dev.tiptoe.proof.tools;

import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.ScriptResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Does to MySQL what {@code prisma migrate deploy} does: each file goes as one packet of many
 * statements, between a row in {@code _prisma_migrations} that opens it and an update that ends it.
 *
 * <p>This is an imitation. The engine for WebAssembly cannot speak to MySQL, and the native one
 * does not come from npm.
 */
record PrismaPackets(Database database) {

  /** Deploys what is not yet deployed, to the first error. */
  ScriptResult deploy(Project project) throws IOException, SQLException {
    database
        .runScript(
            """
            CREATE TABLE IF NOT EXISTS _prisma_migrations (
              migration_name VARCHAR(255) NOT NULL PRIMARY KEY,
              started_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
              finished_at DATETIME(3))
            """)
        .orThrow();
    for (Path migration : migrations(project)) {
      String name = migration.getFileName().toString();
      if (update("INSERT IGNORE INTO _prisma_migrations (migration_name) VALUES (?)", name) == 0) {
        continue;
      }
      ScriptResult result =
          database.runScript(Files.readString(migration.resolve("migration.sql")));
      if (!result.succeeded()) {
        return result;
      }
      update("UPDATE _prisma_migrations SET finished_at = now(3) WHERE migration_name = ?", name);
    }
    return database.runScript("DO 0");
  }

  private int update(String sql, String migration) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, migration);
      return statement.executeUpdate();
    }
  }

  private static List<Path> migrations(Project project) throws IOException {
    try (Stream<Path> all = Files.list(project.folder().resolve("prisma/migrations"))) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }
}
