package dev.tiptoe.proof.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tiptoe.cli.Session;
import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Rows;
import dev.tiptoe.servers.SchemaSnapshot;
import dev.tiptoe.servers.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Customers, one of whom has no name, and a second migration that demands one: its first statement
 * runs, its second fails.
 *
 * @param folder that of the migrations
 */
record Shop(String tool, ServerKind kind, Database database, Path folder) implements AutoCloseable {

  static final String CUSTOMERS =
      "CREATE TABLE customer (id int PRIMARY KEY, email varchar(50) NOT NULL, name varchar(50));\n";
  static final String POINTS = "ALTER TABLE customer ADD COLUMN points int;\n";
  static final String VALUE = "--backfill=customer.name=email";

  private static final String ROWS =
      "INSERT INTO customer (id, email, name) VALUES (1, 'ada', NULL), (2, 'bob', 'Bob')";

  /** What {@code tiptoe doctor} answered. */
  record Visit(int exit, JsonNode report) {

    String diagnosis() {
      return report.path("diagnosis").asText();
    }

    /** The commands of the steps and of what comes after them. */
    List<String> commands() {
      return Stream.concat(
              report.path("steps").findValuesAsText("command").stream(),
              Stream.of(report.path("afterwards").path(0).asText()))
          .toList();
    }
  }

  static Shop open(String tool, ServerKind kind, Path folder) throws SQLException {
    return new Shop(tool, kind, kind.server().freshDatabase(), folder);
  }

  /** The statement that fails as long as there is a customer without a name. */
  String nameRequired() {
    return kind.isPostgresql()
        ? "ALTER TABLE customer ALTER COLUMN name SET NOT NULL;\n"
        : "ALTER TABLE customer MODIFY name varchar(50) NOT NULL;\n";
  }

  Shop write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    return this;
  }

  Shop run(String sql) throws SQLException {
    database.runScript(sql).orThrow();
    return this;
  }

  Shop sell() throws SQLException {
    return run(ROWS);
  }

  Visit doctor(String... options) throws IOException {
    Session session = new Session(folder);
    int exit = session.run(words(Stream.concat(Stream.of("--format", "json"), Stream.of(options))));
    JsonNode report = new ObjectMapper().readTree(session.out() + session.err());
    return new Visit(exit, report);
  }

  /** What people get to read. */
  String toldByTheDoctor(String... options) {
    Session session = new Session(folder);
    session.run(words(Stream.of(options)));
    return session.out() + session.err();
  }

  private String[] words(Stream<String> options) {
    Stream<String> visit = Stream.of("doctor", tool, "--url", database.url(), "--migrations", ".");
    return Stream.concat(visit, options).toArray(String[]::new);
  }

  List<String> rows(String table, String... columns) throws SQLException {
    try (Connection connection = database.connect()) {
      return Rows.contents(connection, table, columns);
    }
  }

  /** How the schema differs from what the scripts make of an empty database. */
  List<String> difference(String records, String... scripts) throws SQLException {
    try (Database empty = kind.server().freshDatabase();
        Connection here = database.connect();
        Connection there = empty.connect()) {
      for (String script : scripts) {
        empty.runScript(script).orThrow();
      }
      SortedMap<String, String> entries = new TreeMap<>(SchemaSnapshot.of(here).entries());
      entries.keySet().removeIf(key -> key.contains(records));
      return new SchemaSnapshot(entries).difference(SchemaSnapshot.of(there));
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
