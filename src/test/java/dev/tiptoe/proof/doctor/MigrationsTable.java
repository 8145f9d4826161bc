package dev.tiptoe.proof.doctor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Prisma's table of migrations on MySQL and MariaDB, and each write that Prisma makes to it. */
record MigrationsTable(Connection connection) {

  private static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS _prisma_migrations (
          id                      VARCHAR(36) PRIMARY KEY NOT NULL,
          checksum                VARCHAR(64) NOT NULL,
          finished_at             DATETIME(3),
          migration_name          VARCHAR(255) NOT NULL,
          logs                    TEXT,
          rolled_back_at          DATETIME(3),
          started_at              DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
          applied_steps_count     INTEGER UNSIGNED NOT NULL DEFAULT 0
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
      """;

  /** A row; one that is neither finished nor rolled back is open. */
  record Row(String id, String name, boolean finished, boolean rolledBack) {

    boolean open() {
      return !finished && !rolledBack;
    }

    boolean applied() {
      return finished && !rolledBack;
    }
  }

  void create() throws SQLException {
    update(CREATE);
  }

  /** Tells whether there are tables, but not this one. */
  boolean missingBesideOthers() throws SQLException {
    String sql =
        """
        SELECT count(*) > 0 AND sum(table_name = '_prisma_migrations') = 0
        FROM information_schema.tables WHERE table_schema = DATABASE()
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  List<Row> rows() throws SQLException {
    String sql =
        "SELECT id, migration_name, finished_at, rolled_back_at FROM _prisma_migrations"
            + " ORDER BY started_at, id";
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(
            new Row(
                row.getString(1),
                row.getString(2),
                row.getString(3) != null,
                row.getString(4) != null));
      }
    }
    return rows;
  }

  /** Opens a row and returns its id. */
  String open(String name, String script) throws SQLException {
    String id = UUID.randomUUID().toString();
    update(
        "INSERT INTO _prisma_migrations (id, checksum, started_at, migration_name)"
            + " VALUES (?, ?, UTC_TIMESTAMP(3), ?)",
        id,
        checksum(script),
        name);
    return id;
  }

  void finish(String id) throws SQLException {
    update(
        "UPDATE _prisma_migrations SET applied_steps_count = applied_steps_count + 1,"
            + " finished_at = UTC_TIMESTAMP(3) WHERE id = ?",
        id);
  }

  void log(String id, String text) throws SQLException {
    update("UPDATE _prisma_migrations SET logs = ? WHERE id = ?", text, id);
  }

  void rollBack(String id) throws SQLException {
    update("UPDATE _prisma_migrations SET rolled_back_at = UTC_TIMESTAMP(3) WHERE id = ?", id);
  }

  /** Writes a row of a migration that was not run here. */
  void stamp(String name, String script) throws SQLException {
    update(
        "INSERT INTO _prisma_migrations"
            + " (id, checksum, logs, started_at, finished_at, migration_name, applied_steps_count)"
            + " SELECT ?, ?, '', now, now, ?, 0 FROM (SELECT UTC_TIMESTAMP(3) AS now) AS clock",
        UUID.randomUUID().toString(),
        checksum(script),
        name);
  }

  private void update(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static String checksum(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
