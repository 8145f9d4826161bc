package dev.tiptoe.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.ddl.Change.Validity;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Constraint;
import dev.tiptoe.schema.Replayed;
import dev.tiptoe.schema.Table;
import dev.tiptoe.servers.Server;
import dev.tiptoe.servers.ServerKind;
import dev.tiptoe.sql.Script;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("servers")
class LiveSchemaTest {

  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(5));

  private static Database open(dev.tiptoe.servers.Database scratch, String options)
      throws DatabaseProblem {
    return Database.open(Address.of(scratch.url() + options), PATIENCE, Access.READ_ONLY);
  }

  private static LiveSchema read(Database database, String text) throws DatabaseProblem {
    return LiveSchema.read(
        database, Script.read(new SourceFile("migration.sql", text), database.target()));
  }

  private static Name name(String name) {
    return new Name("", name, name, new Span(0, 0));
  }

  private static Table table(LiveSchema live, String name) {
    return live.catalog().table(name(name)).orElseThrow();
  }

  /** Every statement of a file of odd DDL is run; what is read then is what the server says. */
  @ParameterizedTest
  @EnumSource
  void whatIsReadIsWhatIsThere(ServerKind kind) throws Exception {
    Path path = Path.of("testdata/catalog", kind.server().dialect() + ".sql");
    SourceFile file = new SourceFile(path.toString(), Files.readString(path));
    try (var scratch = kind.server().freshDatabase();
        Connection connection = scratch.connect();
        Database database = open(scratch, "")) {
      new Replayed(new Catalog(database.target())).run(connection, file);

      LiveSchema live = read(database, String.join(" ", names(connection)));

      assertThat(new Replayed(live.catalog()).compare(connection))
          .satisfies(c -> assertThat(c.differences()).isEmpty())
          .satisfies(c -> assertThat(c.complete()).isGreaterThan(10));
      assertThat(live.invalidIndexes()).isEmpty();
    }
  }

  private static List<String> names(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    String sql = "SELECT table_name FROM information_schema.tables";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatIsNamedIsRead(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Database database = open(scratch, "")) {
      scratch.runScript("CREATE TABLE named (id int); CREATE TABLE other (id int)").orThrow();

      LiveSchema live = read(database, "ALTER TABLE \"Named\" ADD COLUMN a int; SELECT others");

      assertThat(live.catalog().table(name("named"))).get().matches(Table::isComplete);
      assertThat(live.catalog().table(name("named"))).get().matches(t -> !t.isNew());
      assertThat(live.catalog().table(name("other"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_14", "POSTGRESQL_16", "POSTGRESQL_18"})
  void anIndexThatIsNotFinishedIsNotThere(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Database database = open(scratch, "")) {
      scratch.runScript("CREATE TABLE a (\"B\" int); INSERT INTO a VALUES (1), (1)").orThrow();
      assertThat(scratch.runScript("CREATE UNIQUE INDEX CONCURRENTLY \"Odd.Name\" ON a (\"B\")"))
          .matches(r -> !r.succeeded());

      LiveSchema live = read(database, "DROP INDEX \"Odd.Name\"");

      assertThat(live.invalidIndexes()).containsExactly("Odd.Name");
      assertThat(table(live, "a").indexes()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_14", "POSTGRESQL_16", "POSTGRESQL_18"})
  void namesMeanWhatTheyMeanInTheAddressesSchema(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase()) {
      scratch
          .runScript(
              """
              CREATE SCHEMA "My App";
              CREATE TABLE "My App"."T.1" ("é" text);
              CREATE TABLE public.t (id int PRIMARY KEY);
              CREATE TYPE "My App"."Role" AS ENUM ('it''s', 'B');
              CREATE TABLE "My App".t (
                id serial PRIMARY KEY, "Role" "My App"."Role" DEFAULT 'B', other int REFERENCES public.t);
              """)
          .orThrow();
      try (Database database = open(scratch, "&currentSchema=%22My%20App%22")) {
        assertThat(database.schema()).isEqualTo("My App");

        LiveSchema live = read(database, "ALTER TABLE t ADD a int; ALTER TABLE \"T.1\" ADD b int");

        assertThat(table(live, "t").columns()).extracting(Column::name).contains("\"Role\"");
        assertThat(table(live, "t").foreignKeys())
            .extracting(k -> k.reference().orElseThrow().table().schema())
            .containsExactly("public");
        assertThat(table(live, "T.1").columns()).hasSize(1);
        assertThat(live.catalog().enumValues("Role")).contains(List.of("'it''s'", "'B'"));
        assertThat(live.catalog().copy().table(name("t"))).isPresent();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_14", "POSTGRESQL_16", "POSTGRESQL_18"})
  void whatIsNotValidatedIsReadAsThat(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        Database database = open(scratch, "")) {
      scratch
          .runScript(
              """
              CREATE TABLE a (id int PRIMARY KEY);
              CREATE TABLE b (id int NOT NULL, a_id int CONSTRAINT "Needed" NOT NULL);
              ALTER TABLE b ADD CONSTRAINT k FOREIGN KEY (a_id) REFERENCES a NOT VALID,
                ADD CONSTRAINT c CHECK (id > 0) NOT VALID, ADD CONSTRAINT d CHECK (id > 1);
              """)
          .orThrow();

      Table b = table(read(database, "ALTER TABLE b ADD x int"), "b");

      assertThat(b.columns())
          .allMatch(c -> c.nullability() == Column.Nullability.NOT_NULL)
          .hasSize(2);
      assertThat(b.constraints())
          .filteredOn(c -> c.validity() == Validity.NOT_VALID)
          .extracting(Constraint::name)
          .containsExactlyInAnyOrder("k", "c");
    }
  }

  @Test
  void aRequirementThatIsNotValidatedIsNone() throws Exception {
    try (var scratch = Server.postgresql(18).freshDatabase();
        Database database = open(scratch, "")) {
      scratch
          .runScript(
              """
              CREATE TABLE a (id int, b int NOT NULL);
              INSERT INTO a VALUES (NULL, 1);
              ALTER TABLE a ADD CONSTRAINT set NOT NULL id NOT VALID;
              """)
          .orThrow();

      Table a = table(read(database, "ALTER TABLE a VALIDATE CONSTRAINT set"), "a");

      assertThat(a.columns())
          .extracting(Column::nullability)
          .containsExactly(Column.Nullability.NULLABLE, Column.Nullability.NOT_NULL);
    }
  }

  @Test
  void partitionsBelongToTheirTable() throws Exception {
    try (var scratch = Server.postgresql(16).freshDatabase();
        Database database = open(scratch, "")) {
      scratch
          .runScript(
              """
              CREATE TABLE other (id int PRIMARY KEY);
              CREATE TABLE whole (id int, at date, o int REFERENCES other, PRIMARY KEY (id, at))
                PARTITION BY RANGE (at);
              CREATE TABLE part PARTITION OF whole FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
              CREATE INDEX by_o ON whole (o);
              CREATE TABLE pointing (id int, at date, FOREIGN KEY (id, at) REFERENCES whole);
              """)
          .orThrow();

      LiveSchema live = read(database, "ALTER TABLE part ADD CHECK (id > 0); DROP TABLE pointing");

      assertThat(table(live, "part").partitionOf()).get().extracting(Name::name).isEqualTo("whole");
      assertThat(table(live, "part").indexes()).hasSize(2);
      assertThat(table(live, "whole").isPartitioned()).isTrue();
      assertThat(table(live, "pointing").constraints()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MARIADB", "MYSQL"})
  void definitionsAreReadInAnySqlMode(ServerKind kind) throws Exception {
    String mode = "sql_mode='ANSI,NO_BACKSLASH_ESCAPES'";
    try (var scratch = kind.server().freshDatabase();
        Database database = open(scratch, "&sessionVariables=" + mode)) {
      scratch
          .runScript(
              "CREATE TABLE `a\"b``c` (id int PRIMARY KEY, t varchar(9) DEFAULT 'it''s \\\\')")
          .orThrow();
      String before = mode(database);

      LiveSchema live = read(database, "ALTER TABLE `a\"b``c` ADD x int");

      assertThat(table(live, "a\"b`c").columns()).hasSize(2);
      assertThat(mode(database)).isEqualTo(before).contains("ANSI_QUOTES");
    }
  }

  private static String mode(Database database) throws DatabaseProblem {
    return database.query("SELECT @@SESSION.sql_mode AS mode").get(0).text("mode");
  }

  @ParameterizedTest
  @EnumSource(names = {"MARIADB", "MYSQL"})
  void aTableOfAnotherDatabaseIsReadWhereItIsNamed(ServerKind kind) throws Exception {
    try (var scratch = kind.server().freshDatabase();
        var other = kind.server().freshDatabase();
        Database database = open(scratch, "")) {
      scratch.runScript("CREATE TABLE a (id int)").orThrow();
      other.runScript("CREATE TABLE a (id int, b int)").orThrow();

      LiveSchema live = read(database, "ALTER TABLE " + other.name() + ".a ADD x int");

      assertThat(table(live, "a").columns()).hasSize(1);
      Name there = new Name(other.name(), "a", other.name() + ".a", new Span(0, 0));
      assertThat(live.catalog().table(there)).get().matches(t -> t.columns().size() == 2);
    }
  }
}
