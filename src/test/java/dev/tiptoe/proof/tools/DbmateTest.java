package dev.tiptoe.proof.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Rows;
import dev.tiptoe.servers.SchemaSnapshot;
import dev.tiptoe.servers.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Dbmate migrates what Tiptoe wrote, on PostgreSQL tables with rows; and what it does besides. */
@Tag("servers")
class DbmateTest {

  private static final String SAMPLE = "dbmate-postgresql";
  private static final String FIRST = "db/migrations/20240301090000_tickets.sql";
  private static final String LAST = "db/migrations/20240402083000_ticket_priority.sql";

  /** Further arguments of {@code --fix}. */
  private static final List<List<String>> FIXES =
      List.of(List.of(), List.of("--steps", "split"), List.of("--steps", "split", "--batch", "1"));

  @TempDir Path folder;

  @Test
  void theOriginalFailsOnRowsAndLeavesNothing() throws IOException, SQLException {
    try (Database database = withRows();
        Connection connection = database.connect()) {
      SchemaSnapshot before = SchemaSnapshot.of(connection);
      Finished up = up(Project.copy(SAMPLE, folder), database);
      assertThat(up.exit()).isNotZero();
      assertThat(up.output()).contains("23502");
      assertThat(SchemaSnapshot.of(connection)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @FieldSource("FIXES")
  void whatTiptoeWroteIsMigratedOnRowsAndEndsInTheSchema(List<String> fix)
      throws IOException, SQLException {
    Project fixed = Project.copy(SAMPLE, folder).fix(List.of("--backfill=ticket.priority=3"), fix);
    try (Database database = withRows();
        Database empty = database.server().freshDatabase();
        Connection left = database.connect();
        Connection right = empty.connect()) {
      assertThat(up(fixed, database).exit()).isZero();
      assertThat(up(Project.copy(SAMPLE, folder), empty).exit()).isZero();
      assertThat(SchemaSnapshot.of(left).difference(SchemaSnapshot.of(right))).isEmpty();
      assertThat(Rows.contents(left, "ticket", "title", "priority"))
          .containsExactly("title=one | priority=3", "title=two | priority=3");
    }
  }

  @Test
  void anEditOfAnAppliedFileIsNotNoticed() throws IOException, SQLException {
    Project edited = Project.copy(SAMPLE, folder).without(LAST);
    write(edited, FIRST, "-- migrate:up\nCREATE TABLE other (a int);\n-- migrate:down\n");
    try (Database database = withRows();
        Connection connection = database.connect()) {
      assertThat(up(edited, database).exit()).isZero();
      assertThat(Rows.counts(connection)).doesNotContainKey("other");
    }
  }

  @Test
  void aLateFileIsAppliedUnlessStrict() throws IOException, SQLException {
    Project late = Project.copy(SAMPLE, folder).without(LAST);
    write(
        late,
        "db/migrations/20240101000000_late.sql",
        "-- migrate:up\nCREATE TABLE late (a int);\n-- migrate:down\n");
    try (Database database = withRows();
        Connection connection = database.connect()) {
      assertThat(up(late, database, "--strict").output()).contains("out of order");
      assertThat(up(late, database).exit()).isZero();
      assertThat(Rows.counts(connection)).containsKey("late");
    }
  }

  /** The section is one message, which PostgreSQL runs as one transaction by itself. */
  @Test
  void aConcurrentIndexIsAloneInItsSectionEvenWithoutATransaction()
      throws IOException, SQLException {
    Project project = Project.copy(SAMPLE, folder);
    write(
        project,
        LAST,
        """
        -- migrate:up transaction:false
        SET lock_timeout = '1s';
        CREATE INDEX CONCURRENTLY second ON ticket (title);
        -- migrate:down
        """);
    try (Database database = withRows()) {
      assertThat(up(project, database).output()).contains("25001");
    }
  }

  private Database withRows() throws IOException, SQLException {
    Database database = Server.postgresql(16).freshDatabase();
    Finished up = up(Project.copy(SAMPLE, folder).without(LAST), database);
    assertThat(up.exit()).as(up.output()).isZero();
    database.runScript("INSERT INTO ticket (title) VALUES ('one'), ('two')").orThrow();
    return database;
  }

  private static Finished up(Project project, Database database, String... options)
      throws IOException {
    Path program = NpmPackages.installed().modules().resolve("@dbmate/linux-x64/bin/dbmate");
    return Finished.run(
        project.folder(),
        Map.of("DATABASE_URL", database.url().substring("jdbc:".length())),
        Stream.concat(Stream.of(program.toString(), "--no-dump-schema", "up"), Stream.of(options))
            .toList());
  }

  private static void write(Project project, String file, String text) throws IOException {
    Files.writeString(project.folder().resolve(file), text);
  }
}
