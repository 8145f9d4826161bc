package dev.tiptoe.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("servers")
class SchemaSnapshotTest {

  private static final String POSTGRESQL =
      """
      CREATE TYPE mood AS ENUM ('sad', 'happy');
      CREATE DOMAIN positive AS int CHECK (VALUE > 0);
      CREATE TABLE p (id int PRIMARY KEY, n text);
      CREATE TABLE t (
        id serial PRIMARY KEY, m mood DEFAULT 'sad', x positive, s varchar(20) NOT NULL,
        g int GENERATED ALWAYS AS (1 + 1) STORED, p_id int, u text UNIQUE,
        CONSTRAINT x_small CHECK (x < 100));
      CREATE INDEX t_s ON t (s);
      CREATE VIEW v AS SELECT id FROM t;
      CREATE SCHEMA other;
      """;

  private static final List<String> POSTGRESQL_CHANGES =
      List.of(
          "ALTER TYPE mood ADD VALUE 'angry'",
          "ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'",
          "ALTER DOMAIN positive SET NOT NULL",
          "ALTER DOMAIN positive ADD CONSTRAINT c CHECK (VALUE < 5) NOT VALID",
          "ALTER TABLE t ALTER s TYPE varchar(30)",
          "ALTER TABLE t ALTER s DROP NOT NULL",
          "ALTER TABLE t ALTER s SET DEFAULT 'a'",
          "ALTER TABLE t ALTER s TYPE varchar(20) COLLATE \"C\"",
          "ALTER TABLE t ALTER g DROP EXPRESSION",
          "ALTER TABLE p ALTER id ADD GENERATED ALWAYS AS IDENTITY",
          "ALTER TABLE t ADD a int",
          "ALTER TABLE t RENAME u TO w",
          "ALTER TABLE t DROP w",
          "ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p NOT VALID",
          "ALTER TABLE t VALIDATE CONSTRAINT fk",
          "ALTER TABLE t DROP CONSTRAINT fk,"
              + " ADD CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p ON DELETE CASCADE",
          "ALTER TABLE t DROP CONSTRAINT x_small",
          "ALTER TABLE p RENAME CONSTRAINT p_pkey TO pk",
          "ALTER TABLE t SET UNLOGGED",
          "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
          "ALTER TABLE t REPLICA IDENTITY FULL",
          "CREATE POLICY pol ON t USING (id > 0)",
          "CREATE UNIQUE INDEX i ON t (s)",
          "CREATE INDEX j ON t (s DESC)",
          "CREATE INDEX k ON t (lower(s)) WHERE id > 1",
          "DROP INDEX t_s",
          "CREATE TABLE other.t (id int)",
          "CREATE TABLE parts (id int) PARTITION BY RANGE (id)",
          "CREATE TABLE part PARTITION OF parts FOR VALUES FROM (1) TO (9)",
          "CREATE OR REPLACE VIEW v AS SELECT id FROM t WHERE id > 1",
          "CREATE MATERIALIZED VIEW mv AS SELECT 1 AS one",
          "CREATE SEQUENCE seq",
          "ALTER SEQUENCE seq INCREMENT 5",
          "ALTER SEQUENCE seq OWNED BY p.id",
          "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
          "CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
          "ALTER TABLE t DISABLE TRIGGER trg",
          "COMMENT ON TABLE t IS 'a table'",
          "COMMENT ON COLUMN t.s IS 'a column'",
          "CREATE TYPE pair AS (a int, b text)");

  private static final String MYSQL =
      """
      CREATE TABLE p (id int PRIMARY KEY, n varchar(20)) COMMENT 'old';
      CREATE TABLE t (
        id int AUTO_INCREMENT PRIMARY KEY, m enum('sad', 'happy') DEFAULT 'sad', x int,
        s varchar(20) NOT NULL, g int AS (x + 1) STORED, p_id int, u varchar(20) UNIQUE,
        d datetime, CONSTRAINT x_small CHECK (x < 100), KEY t_s (s));
      CREATE VIEW v AS SELECT id FROM t;
      """;

  private static final List<String> MYSQL_CHANGES =
      List.of(
          "ALTER TABLE t MODIFY m enum('sad', 'happy', 'angry') DEFAULT 'sad'",
          "ALTER TABLE t MODIFY m enum('sad', 'happy', 'angry')",
          "ALTER TABLE t MODIFY m enum('sad', 'happy', 'angry') NOT NULL",
          "ALTER TABLE t MODIFY s varchar(30) NOT NULL",
          "ALTER TABLE t MODIFY s varchar(30) CHARACTER SET latin1 NOT NULL",
          "ALTER TABLE t MODIFY s varchar(30) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL",
          "ALTER TABLE t MODIFY d datetime DEFAULT CURRENT_TIMESTAMP",
          "ALTER TABLE t MODIFY d datetime DEFAULT CURRENT_TIMESTAMP"
              + " ON UPDATE CURRENT_TIMESTAMP",
          "ALTER TABLE t MODIFY d datetime COMMENT 'a column'",
          "ALTER TABLE t MODIFY g int AS (x + 2) STORED",
          "ALTER TABLE t MODIFY id int",
          "ALTER TABLE t MODIFY x bigint unsigned",
          "ALTER TABLE t ADD a int INVISIBLE",
          "ALTER TABLE t MODIFY u varchar(20) FIRST",
          "ALTER TABLE t DROP u",
          "ALTER TABLE t RENAME COLUMN p_id TO parent",
          "ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (parent) REFERENCES p (id)",
          "ALTER TABLE t DROP FOREIGN KEY fk",
          "ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (parent) REFERENCES p (id)"
              + " ON DELETE SET NULL",
          "ALTER TABLE t DROP CONSTRAINT x_small",
          "ALTER TABLE t ADD CONSTRAINT y CHECK (x < 50)",
          "CREATE UNIQUE INDEX i ON t (s)",
          "CREATE INDEX j ON t (s(5) DESC)",
          "CREATE FULLTEXT INDEX f ON t (s)",
          "DROP INDEX t_s ON t",
          "ALTER TABLE p COMMENT 'new'",
          "ALTER TABLE p CONVERT TO CHARACTER SET latin1",
          "ALTER TABLE t DROP FOREIGN KEY fk",
          "ALTER TABLE p DROP PRIMARY KEY",
          "ALTER TABLE p PARTITION BY HASH (id) PARTITIONS 2",
          "CREATE OR REPLACE VIEW v AS SELECT id FROM t WHERE id > 1",
          "CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW SET NEW.x = 1",
          "CREATE PROCEDURE pr() SELECT 1",
          "RENAME TABLE p TO q");

  private static List<String> changes(ServerKind kind) {
    List<String> changes =
        new ArrayList<>(kind.isPostgresql() ? POSTGRESQL_CHANGES : MYSQL_CHANGES);
    switch (kind) {
      case POSTGRESQL_18 -> {
        changes.add("ALTER TABLE p ADD CONSTRAINT nn NOT NULL n NOT VALID");
        changes.add("ALTER TABLE p VALIDATE CONSTRAINT nn");
      }
      case MARIADB -> {
        changes.add("CREATE SEQUENCE seq");
        changes.add("ALTER SEQUENCE seq INCREMENT 5");
        changes.add("ALTER TABLE t ALTER INDEX j IGNORED");
      }
      case MYSQL -> {
        changes.add("ALTER TABLE t ALTER CHECK y NOT ENFORCED");
        changes.add("ALTER TABLE t ALTER INDEX j INVISIBLE");
        changes.add("CREATE INDEX k ON t ((x + 1))");
      }
      default -> assertThat(kind.isPostgresql()).isTrue();
    }
    return changes;
  }

  private static String schema(ServerKind kind) {
    return kind.isPostgresql() ? POSTGRESQL : MYSQL;
  }

  @ParameterizedTest
  @EnumSource
  void everyChangeOfASchemaShows(ServerKind kind) throws SQLException {
    try (Database database = kind.server().freshDatabase();
        Connection connection = database.connect()) {
      database.runScript(schema(kind)).orThrow();
      SchemaSnapshot before = SchemaSnapshot.of(connection);
      for (String change : changes(kind)) {
        database.runScript(change).orThrow();
        SchemaSnapshot after = SchemaSnapshot.of(connection);
        assertThat(before.difference(after)).as(change).isNotEmpty();
        before = after;
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameScriptGivesTheSameSnapshotAndRowsDoNotShow(ServerKind kind) throws SQLException {
    try (Database one = kind.server().freshDatabase();
        Database two = kind.server().freshDatabase();
        Connection inOne = one.connect();
        Connection inTwo = two.connect()) {
      one.runScript(schema(kind)).orThrow();
      two.runScript(schema(kind)).orThrow();
      SchemaSnapshot empty = SchemaSnapshot.of(inOne);
      Rows.fill(inOne, 7);

      assertThat(SchemaSnapshot.of(inOne)).isEqualTo(empty).isEqualTo(SchemaSnapshot.of(inTwo));
      assertThat(SchemaSnapshot.of(inOne).difference(SchemaSnapshot.of(inTwo))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aColumnThatCameAndWentLeavesNoTrace(ServerKind kind) throws SQLException {
    try (Database database = kind.server().freshDatabase();
        Connection connection = database.connect()) {
      database.runScript("CREATE TABLE t (a int, b int)").orThrow();
      SchemaSnapshot before = SchemaSnapshot.of(connection);
      database
          .runScript(
              """
              ALTER TABLE t ADD c int DEFAULT 5;
              ALTER TABLE t DROP COLUMN c;
              ALTER TABLE t DROP COLUMN b;
              ALTER TABLE t ADD b int;
              """)
          .orThrow();

      assertThat(SchemaSnapshot.of(connection)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL_16", "MYSQL"})
  void aDifferenceReadsAsWhatWasAndWhatIs(ServerKind kind) throws SQLException {
    try (Database database = kind.server().freshDatabase();
        Connection connection = database.connect()) {
      database.runScript("CREATE TABLE t (a int NOT NULL, b varchar(5) DEFAULT 'x')").orThrow();
      SchemaSnapshot before = SchemaSnapshot.of(connection);
      database.runScript("ALTER TABLE t ADD c int NOT NULL; CREATE INDEX i ON t (a)").orThrow();
      SchemaSnapshot after = SchemaSnapshot.of(connection);

      if (kind.isPostgresql()) {
        assertThat(before.toString())
            .isEqualTo(
                """
                schema public
                table public.t
                table public.t column 001 a: integer not null
                table public.t column 002 b: character varying(5) \
                default 'x'::character varying""");
        assertThat(before.difference(after))
            .containsExactly(
                "+ table public.t column 003 c: integer not null",
                "+ table public.t index i: CREATE INDEX i ON public.t USING btree (a)");
      } else {
        assertThat(before.toString())
            .isEqualTo(
                """
                database: utf8mb4 utf8mb4_0900_ai_ci
                table t: InnoDB utf8mb4_0900_ai_ci
                table t column 001 a: int not null
                table t column 002 b: varchar(5) utf8mb4 utf8mb4_0900_ai_ci default x""");
        assertThat(before.difference(after))
            .containsExactly(
                "+ table t column 003 c: int not null", "+ table t index i: BTREE (a)");
      }
    }
  }
}
