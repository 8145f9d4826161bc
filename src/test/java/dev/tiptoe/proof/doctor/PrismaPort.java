package dev.tiptoe.proof.doctor;

import dev.tiptoe.proof.doctor.MigrationsTable.Row;
import dev.tiptoe.proof.tools.Finished;
import dev.tiptoe.proof.tools.Project;
import dev.tiptoe.servers.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Prisma Migrate on MySQL and MariaDB: the same writes in the same order in one session, each file
 * as one packet.
 *
 * <p>This is an imitation, made after what Prisma does on PostgreSQL and after its source. The
 * engine for WebAssembly cannot speak to these servers, and the native one does not come from npm.
 */
final class PrismaPort implements Prisma {

  @Override
  public Finished migrate(Project project, Database database, String... words) throws IOException {
    return run(project, database.wholeScriptUrl(), words);
  }

  @Override
  public Deployment deploy(Project project, Database database) throws IOException {
    Wire wire = Wire.to(database.wholeScriptUrl());
    FutureTask<Finished> task = new FutureTask<>(() -> run(project, wire.url(), "deploy"));
    Thread thread = new Thread(task, "prisma migrate deploy");
    thread.setDaemon(true);
    thread.start();
    return new Deployment() {
      @Override
      public void kill() throws IOException {
        wire.cut();
      }

      @Override
      public Finished await() throws IOException {
        try (wire) {
          return task.get();
        } catch (InterruptedException | ExecutionException e) {
          throw new IOException(e);
        }
      }
    };
  }

  private static Finished run(Project project, String url, String... words) throws IOException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return run(project, connection, words);
    } catch (SQLException e) {
      return new Finished(1, "Error: " + e.getMessage());
    }
  }

  private static Finished run(Project project, Connection connection, String... words)
      throws SQLException, IOException {
    MigrationFolder folder = MigrationFolder.of(project);
    MigrationsTable table = new MigrationsTable(connection);
    return switch (words[0]) {
      case "deploy" -> new PortedDeploy(connection, table, folder).run();
      case "status" -> status(table, folder);
      case "resolve" -> resolve(table, folder, words[1], words[2]);
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  /** As Prisma does, it hides a failed migration while a later one is pending. */
  private static Finished status(MigrationsTable table, MigrationFolder folder)
      throws SQLException, IOException {
    var rows = table.rows();
    var pending =
        folder.names().stream()
            .filter(name -> rows.stream().noneMatch(r -> r.name().equals(name) && !r.rolledBack()))
            .toList();
    var failed = rows.stream().filter(Row::open).map(Row::name).toList();
    if (!pending.isEmpty()) {
      return new Finished(1, "Following migrations have not yet been applied:\n" + pending);
    }
    return failed.isEmpty()
        ? new Finished(0, "Database schema is up to date!")
        : new Finished(1, "Following migration have failed:\n" + failed);
  }

  private static Finished resolve(
      MigrationsTable table, MigrationFolder folder, String way, String name)
      throws SQLException, IOException {
    boolean applied = way.equals("--applied");
    if (applied) {
      table.create();
    }
    var rows = table.rows().stream().filter(row -> row.name().equals(name)).toList();
    boolean anyFinished = rows.stream().anyMatch(Row::finished);
    boolean allFinished = rows.stream().allMatch(Row::finished);
    if (applied ? anyFinished : rows.isEmpty() || allFinished) {
      String code = applied ? "P3008" : rows.isEmpty() ? "P3011" : "P3012";
      return new Finished(1, "Error: " + code);
    }
    for (Row row : rows) {
      if (row.open()) {
        table.rollBack(row.id());
      }
    }
    if (applied) {
      table.stamp(name, folder.script(name));
    }
    return new Finished(0, "Migration " + name + " marked.");
  }
}
