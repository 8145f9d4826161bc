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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drizzle migrates what Tiptoe wrote, on PostgreSQL tables with rows; and what it does besides. */
@Tag("servers")
class DrizzleTest {

  private static final String SAMPLE = "drizzle-postgresql";
  private static final String JOURNAL = "drizzle/meta/_journal.json";

  @TempDir Path folder;

  @Test
  void theOriginalFailsOnRowsAndTakesThePendingFilesBeforeItAlong()
      throws IOException, SQLException {
    try (Database database = withRows();
        Connection connection = database.connect()) {
      SchemaSnapshot before = SchemaSnapshot.of(connection);
      Finished migrate = migrate(Project.copy(SAMPLE, folder), database);
      assertThat(migrate.exit()).isEqualTo(1);
      assertThat(migrate.output()).contains("23502");
      assertThat(SchemaSnapshot.of(connection)).as("0001 is undone").isEqualTo(before);
    }
  }

  @Test
  void whatTiptoeWroteIsMigratedOnRowsAndEndsInTheSchema() throws IOException, SQLException {
    List<String> values = List.of("--backfill=rooms.seats=4", "--backfill=rooms.floor=0");
    Project fixed = Project.copy(SAMPLE, folder).fix(values, List.of());
    try (Database database = withRows();
        Database empty = database.server().freshDatabase();
        Connection left = database.connect();
        Connection right = empty.connect()) {
      assertThat(migrate(fixed, database).exit()).isZero();
      assertThat(migrate(Project.copy(SAMPLE, folder), empty).exit()).isZero();
      assertThat(SchemaSnapshot.of(left).difference(SchemaSnapshot.of(right))).isEmpty();
      assertThat(Rows.contents(left, "rooms", "name", "seats", "floor"))
          .containsExactly("name=attic | seats=4 | floor=0", "name=hall | seats=4 | floor=0");
    }
  }

  @Test
  void anEditOfAnAppliedFileIsNotNoticed() throws IOException, SQLException {
    Project edited = upTo(1);
    Files.writeString(edited.folder().resolve("drizzle/0000_rooms.sql"), "no SQL at all");
    try (Database database = withRows()) {
      assertThat(migrate(edited, database)).isEqualTo(new Finished(0, ""));
    }
  }

  @Test
  void aLateFileIsNeverAppliedAndNobodyIsTold() throws IOException, SQLException {
    Project late = upTo(2);
    Path journal = late.folder().resolve(JOURNAL);
    Files.writeString(journal, Files.readString(journal).replace("1710498000000", "1709283599999"));
    try (Database database = withRows();
        Connection connection = database.connect()) {
      SchemaSnapshot before = SchemaSnapshot.of(connection);
      assertThat(migrate(late, database)).isEqualTo(new Finished(0, ""));
      assertThat(SchemaSnapshot.of(connection)).isEqualTo(before);
    }
  }

  private Database withRows() throws IOException, SQLException {
    Database database = Server.postgresql(16).freshDatabase();
    assertThat(migrate(upTo(1), database)).isEqualTo(new Finished(0, ""));
    database.runScript("INSERT INTO rooms (name) VALUES ('hall'), ('attic')").orThrow();
    return database;
  }

  /** The project when its journal named only so many migrations. */
  private Project upTo(int migrations) throws IOException {
    Project project = Project.copy(SAMPLE, folder);
    Path journal = project.folder().resolve(JOURNAL);
    String text = Files.readString(journal);
    int end = text.indexOf("},\n    { \"idx\": " + migrations);
    Files.writeString(journal, text.substring(0, end) + "}\n  ]\n}\n");
    return project;
  }

  private static Finished migrate(Project project, Database database) throws IOException {
    return Finished.run(
        project.folder(),
        Map.of("DATABASE_URL", database.url().substring("jdbc:".length())),
        NpmPackages.installed().node("drizzle.mjs"));
  }
}
