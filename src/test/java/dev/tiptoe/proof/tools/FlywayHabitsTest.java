package dev.tiptoe.proof.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Rows;
import dev.tiptoe.servers.Server;
import dev.tiptoe.servers.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Flyway does with files that were edited, come late, fail or must not be in a transaction.
 */
@Tag("servers")
class FlywayHabitsTest {

  private static final String FIRST = "CREATE TABLE t (\n  a int\n);\n";
  private static final String CONCURRENTLY =
      "SET lock_timeout = '1s';\nCREATE INDEX CONCURRENTLY i ON t (a);\n";

  @TempDir Path folder;

  @BeforeEach
  void writeTheFirstMigration() throws IOException {
    write("V1__t.sql", FIRST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (\n  a bigint\n);\n",
        "-- a comment\nCREATE TABLE t (\n  a int\n);\n",
        "CREATE TABLE t (\n    a int\n);\n",
        "CREATE TABLE t ( \n  a int\n);\n"
      })
  void anEditOfAnAppliedFileIsRefusedEvenIfItIsACommentOrWhiteSpace(String edited)
      throws IOException, SQLException {
    try (Database database = migrated()) {
      write("V1__t.sql", edited);
      assertThatThrownBy(flyway(database).load()::validate)
          .hasMessageContaining("Migration checksum mismatch for migration version 1");
      assertThatThrownBy(flyway(database).load()::migrate)
          .hasMessageContaining("Migration checksum mismatch for migration version 1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (\r\n  a int\r\n);\r\n",
        "\ufeffCREATE TABLE t (\n  a int\n);\n",
        "CREATE TABLE t (\n  a int\n);",
        "\nCREATE TABLE t (\n\n  a int\n);\n\n"
      })
  void lineEndsEmptyLinesAndTheByteOrderMarkAreNoEdit(String edited)
      throws IOException, SQLException {
    try (Database database = migrated()) {
      write("V1__t.sql", edited);
      flyway(database).load().validate();
    }
  }

  @Test
  void aLateFileIsRefusedUnlessAskedFor() throws IOException, SQLException {
    write("V3__u.sql", "CREATE TABLE u (a int);");
    try (Database database = migrated()) {
      write("V2__late.sql", "CREATE TABLE late (a int);");
      assertThatThrownBy(flyway(database).load()::migrate)
          .hasMessageContaining("Detected resolved migration not applied to database: 2");
      assertThat(flyway(database).outOfOrder(true).load().migrate().migrationsExecuted).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_16", "MYSQL"})
  void aFailedFileLeavesNothingOnPostgresqlButStaysInTheWayOnMysql(ServerKind kind)
      throws IOException, SQLException {
    write("V1__t.sql", FIRST + "INSERT INTO nowhere VALUES (1);");
    try (Database database = kind.server().freshDatabase();
        Connection connection = database.connect()) {
      assertThatThrownBy(flyway(database).load()::migrate).hasMessageContaining("nowhere");
      write("V1__t.sql", FIRST);
      if (kind.isPostgresql()) {
        assertThat(Rows.counts(connection)).doesNotContainKey("t");
        assertThat(flyway(database).load().migrate().migrationsExecuted).isOne();
      } else {
        assertThat(Rows.counts(connection)).containsKey("t");
        assertThatThrownBy(flyway(database).load()::migrate)
            .hasMessageContaining("Detected failed migration to version 1");
      }
    }
  }

  @Test
  void aConcurrentIndexBesideAnotherStatementNeedsExecuteInTransactionFalse()
      throws IOException, SQLException {
    write("V2__i.sql", CONCURRENTLY);
    try (Database database = Server.postgresql(16).freshDatabase()) {
      Flyway flyway = withoutTransactionalLock(database).load();
      assertThatThrownBy(flyway::migrate)
          .hasMessageContaining("both transactional and non-transactional statements");
      write("V2__i.sql.conf", "executeInTransaction=false");
      assertThat(flyway.migrate().migrationsExecuted).isOne();
    }
  }

  @Test
  void aConcurrentIndexAloneNeedsNoSetting() throws IOException, SQLException {
    write("V2__i.sql", "CREATE INDEX CONCURRENTLY i ON t (a);");
    try (Database database = Server.postgresql(16).freshDatabase()) {
      Flyway flyway = withoutTransactionalLock(database).load();
      assertThat(flyway.migrate().migrationsExecuted).isEqualTo(2);
    }
  }

  /** Without the lock timeout it would wait for ever. */
  @Test
  void aConcurrentIndexWaitsForTheTransactionThatHoldsFlywaysOwnLock()
      throws IOException, SQLException {
    write("V2__i.sql", CONCURRENTLY);
    write("V2__i.sql.conf", "executeInTransaction=false");
    try (Database database = Server.postgresql(16).freshDatabase()) {
      assertThatThrownBy(flyway(database).load()::migrate).hasMessageContaining("55P03");
    }
  }

  private Database migrated() throws SQLException {
    Database database = Server.postgresql(16).freshDatabase();
    flyway(database).load().migrate();
    return database;
  }

  private FluentConfiguration withoutTransactionalLock(Database database) {
    FluentConfiguration flyway = flyway(database);
    flyway
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return flyway;
  }

  private FluentConfiguration flyway(Database database) {
    // The tests have no logger for slf4j, so this is silence.
    return Flyway.configure()
        .loggers("slf4j")
        .dataSource(database.url(), null, null)
        .locations("filesystem:" + folder);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
