package dev.tiptoe.proof.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.proof.tools.Project;
import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The project and the rows that every patient starts with. */
final class Fleet {

  static final String INIT = "20250101000000_init";

  private static final String CONFIG =
      """
      import { defineConfig, env } from 'prisma/config'

      export default defineConfig({
        schema: 'prisma/schema.prisma',
        datasource: { url: env('DATABASE_URL') },
      })
      """;

  private static final String MODELS =
      """
      datasource db {
        provider = "%s"
      }

      enum State {
        UP
        DOWN
        LOST
      }

      model Region {
        id   Int    @id @default(autoincrement())
        name String
      }

      model Server {
        id       Int     @id @default(autoincrement())
        hostname String
        owner    String?
        regionId Int?
        state    State
      }
      """;

  private static final String TABLES =
      """
      -- CreateTable
      CREATE TABLE "Region" (
          "id" SERIAL NOT NULL,
          "name" TEXT NOT NULL,

          CONSTRAINT "Region_pkey" PRIMARY KEY ("id")
      );

      -- CreateTable
      CREATE TABLE "Server" (
          "id" SERIAL NOT NULL,
          "hostname" TEXT NOT NULL,
          "owner" TEXT,
          "regionId" INTEGER,
          "state" %s NOT NULL,

          CONSTRAINT "Server_pkey" PRIMARY KEY ("id")
      );
      """;

  private static final String LABELS = "ENUM ('UP', 'DOWN', 'LOST')";

  /** Hostnames twice, owners that are missing, a region that does not exist, a lost server. */
  private static final String ROWS =
      """
      INSERT INTO "Region" ("name") VALUES ('north'), ('south');
      INSERT INTO "Server" ("hostname", "owner", "regionId", "state") VALUES
        ('alpha', 'ada', 1, 'UP'), ('beta', 'bob', 2, 'DOWN'),
        ('beta', NULL, 7, 'UP'), ('gamma', NULL, NULL, 'LOST');
      """;

  /** Deployed once by Prisma, which takes seconds, and copied. */
  private static Optional<Database> postgresql = Optional.empty();

  private Fleet() {}

  static Project project(Ward ward, Path into) throws IOException {
    Path folder = Files.createTempDirectory(into, "fleet");
    String provider = ward.isPostgresql() ? "postgresql" : "mysql";
    Files.writeString(folder.resolve("prisma.config.ts"), CONFIG);
    Path migrations = Files.createDirectories(folder.resolve("prisma/migrations"));
    Files.writeString(folder.resolve("prisma/schema.prisma"), MODELS.formatted(provider));
    Files.writeString(
        migrations.resolve("migration_lock.toml"), "provider = \"" + provider + "\"\n");
    Project project = new Project(folder);
    MigrationFolder.of(project).write(INIT, tables(ward));
    return project;
  }

  private static String tables(Ward ward) {
    String tables = ward.spell(TABLES);
    return ward.isPostgresql()
        ? "-- CreateEnum\nCREATE TYPE \"State\" AS "
            + LABELS
            + ";\n\n"
            + tables.formatted("\"State\"")
        : tables.formatted(LABELS);
  }

  static synchronized Database database(Ward ward, Project project)
      throws IOException, SQLException {
    if (!ward.isPostgresql()) {
      return deployed(ward, project);
    }
    if (postgresql.isEmpty()) {
      postgresql = Optional.of(deployed(ward, project));
    }
    return ward.server().copyOf(postgresql.get());
  }

  private static Database deployed(Ward ward, Project project) throws IOException, SQLException {
    Database database = ward.server().freshDatabase();
    assertThat(ward.prisma().migrate(project, database, "deploy").output())
        .contains("All migrations have been successfully applied.");
    database.runScript(ward.spell(ROWS)).orThrow();
    return database;
  }

  /**
   * Returns what is known of each row, so without NULLs, in the columns that there have been from
   * the beginning.
   */
  static List<List<String>> rows(Database database) throws SQLException {
    try (Connection connection = database.connect()) {
      List<String> rows = new ArrayList<>(Rows.contents(connection, "Region", "id", "name"));
      rows.addAll(
          Rows.contents(connection, "Server", "id", "hostname", "owner", "regionId", "state"));
      return rows.stream()
          .map(row -> Stream.of(row.split(" \\| ")).filter(v -> !v.endsWith("=null")).toList())
          .toList();
    }
  }
}
