package dev.tiptoe.proof.doctor;

import dev.tiptoe.proof.tools.Finished;
import dev.tiptoe.proof.tools.Project;
import dev.tiptoe.servers.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A Prisma project and its database, with rows in it. */
final class Patient implements AutoCloseable {

  private final Ward ward;
  private final Project project;
  private final MigrationFolder migrations;
  private final Database database;

  /** The migrations as people wrote them, whatever becomes of the files. */
  private final SortedMap<String, String> written = new TreeMap<>();

  private Patient(Ward ward, Project project, Database database) {
    this.ward = ward;
    this.project = project;
    this.migrations = MigrationFolder.of(project);
    this.database = database;
  }

  /** Returns one in good health: what there is of migrations is deployed. */
  static Patient admitted(Ward ward, Path into) throws IOException, SQLException {
    Project project = Fleet.project(ward, into);
    Patient patient = new Patient(ward, project, Fleet.database(ward, project));
    patient.written.put(Fleet.INIT, patient.migrations.script(Fleet.INIT));
    return patient;
  }

  /** Returns one in the same state; nobody may be in the database. PostgreSQL only. */
  Patient copy(Path into) throws IOException, SQLException {
    Patient copy = new Patient(ward, Fleet.project(ward, into), ward.server().copyOf(database));
    for (var migration : written.entrySet()) {
      copy.rawMigration(migration.getKey(), migration.getValue());
    }
    return copy;
  }

  Ward ward() {
    return ward;
  }

  Project project() {
    return project;
  }

  Database database() {
    return database;
  }

  MigrationFolder migrations() {
    return migrations;
  }

  /** Adds a migration, spelled for PostgreSQL, or does it anew. */
  Patient migration(String name, String sql) throws IOException {
    return rawMigration(name, ward.spell(sql));
  }

  /** Adds a migration that is spelled for its server. */
  Patient rawMigration(String name, String sql) throws IOException {
    migrations.write(name, sql);
    written.put(name, sql);
    return this;
  }

  /** Deletes a migration that is in the schema of no database. */
  void forget(String name) throws IOException {
    migrations.delete(name);
    written.remove(name);
  }

  /** Does by hand what is spelled for PostgreSQL, as one message. */
  Patient byHand(String sql) throws SQLException {
    database.runScript(ward.spell(sql)).orThrow();
    return this;
  }

  Finished prisma(String... words) throws IOException {
    return ward.prisma().migrate(project, database, words);
  }

  Deployment startDeploy() throws IOException {
    return ward.prisma().deploy(project, database);
  }

  List<String> history() throws SQLException {
    return History.of(database);
  }

  Condition condition() throws SQLException {
    return Condition.of(database);
  }

  /** Returns what the migrations, as they were written, make of an empty database. */
  Condition wanted() throws SQLException {
    try (Database empty = ward.server().freshDatabase()) {
      for (String script : written.values()) {
        empty.runScript(script).orThrow();
      }
      return Condition.of(empty);
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
