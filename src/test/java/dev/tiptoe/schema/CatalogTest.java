package dev.tiptoe.schema;

import static dev.tiptoe.schema.Learned.after;
import static dev.tiptoe.schema.Learned.apply;
import static dev.tiptoe.schema.Learned.column;
import static dev.tiptoe.schema.Learned.isNew;
import static dev.tiptoe.schema.Learned.name;
import static dev.tiptoe.schema.Learned.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Clause.Kind;
import dev.tiptoe.ddl.MaintenanceChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.ddl.TriggerChange;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.SqlMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogTest {

  /** Changes after which nothing is known that was not known before. */
  private static final Set<Class<?>> NEUTRAL =
      Set.of(
          TableChange.OtherTableAction.class,
          TableChange.SetPersistence.class,
          MaintenanceChange.class,
          TriggerChange.class,
          TableChange.Reorganize.class,
          TableChange.ExecutionOption.class,
          Change.Neutral.class);

  @Test
  void everyKindOfChangeIsTakenInOrNeutral() {
    Set<String> handled =
        new ClassFileImporter()
            .importClasses(Catalog.class, TableChanges.class, OtherChanges.class).stream()
                .flatMap(c -> c.getInstanceofChecks().stream())
                .map(check -> check.getRawType().getName())
                .collect(Collectors.toSet());
    for (Class<?> kind : kinds(Change.class)) {
      assertThat(
              handled.contains(kind.getName())
                  || NEUTRAL.stream().anyMatch(n -> n.isAssignableFrom(kind)))
          .as(kind.getSimpleName())
          .isTrue();
    }
  }

  private static List<Class<?>> kinds(Class<?> type) {
    if (!type.isInterface()) {
      return List.of(type);
    }
    List<Class<?>> kinds = new ArrayList<>();
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      kinds.addAll(kinds(permitted));
    }
    return kinds;
  }

  @Test
  void aTableIsNewInItsOwnSchemaOnly() {
    Catalog catalog = after(Dialect.POSTGRESQL, "CREATE TABLE a.t (id int)");
    assertThat(isNew(catalog, "a", "t")).isTrue();
    assertThat(isNew(catalog, "b", "t")).isFalse();
    assertThat(isNew(catalog, "", "t")).isFalse();
    assertThat(isNew(after(Dialect.POSTGRESQL, "CREATE TABLE t (id int)"), "public", "t")).isTrue();
  }

  @Test
  void aRenamedTableStaysAsNewAsItWas() {
    String sql = "CREATE TABLE t (id int); ALTER TABLE t RENAME TO u";
    assertThat(isNew(after(Dialect.POSTGRESQL, sql), "", "u")).isTrue();
    assertThat(isNew(after(Dialect.POSTGRESQL, sql), "", "t")).isFalse();
    assertThat(isNew(after(Dialect.MYSQL, "RENAME TABLE a TO b"), "", "b")).isFalse();
  }

  @Test
  void rollbackUndoesDdlOnPostgresqlAndNotOnMysql() {
    String sql = "BEGIN; CREATE TABLE t (id int); ROLLBACK";
    assertThat(isNew(after(Dialect.POSTGRESQL, sql), "", "t")).isFalse();
    assertThat(isNew(after(Dialect.MYSQL, sql), "", "t")).isTrue();
  }

  @Test
  void columnsAreFollowed() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            """
            CREATE TABLE t (a int NOT NULL, b text DEFAULT 'x', c int);
            ALTER TABLE t ALTER a DROP NOT NULL, ALTER b TYPE varchar(5), ALTER b SET DEFAULT 'y';
            ALTER TABLE t RENAME c TO d;
            ALTER TABLE t ALTER d SET NOT NULL;
            ALTER TABLE t DROP COLUMN a;
            """);
    Table table = catalog.table(name("", "t")).orElseThrow();
    assertThat(table.column(name("", "a"))).isEmpty();
    assertThat(table.column(name("", "c"))).isEmpty();
    Column b = table.column(name("", "b")).orElseThrow();
    assertThat(b.type().orElseThrow()).hasToString("varchar(5)");
    assertThat(b.defaultValue()).contains("'y'");
    Column d = table.column(name("", "d")).orElseThrow();
    assertThat(d.nullability()).isEqualTo(Nullability.NOT_NULL);
  }

  @Test
  void modifyForgetsWhatItDoesNotRepeat() {
    Catalog catalog =
        after(
            Dialect.MYSQL,
            "CREATE TABLE t (a INT NOT NULL DEFAULT 5); ALTER TABLE t CHANGE a b BIGINT");
    Column b = catalog.table(name("", "T")).orElseThrow().column(name("", "b")).orElseThrow();
    assertThat(b.nullability()).isEqualTo(Nullability.NULLABLE);
    assertThat(b.defaultValue()).isEmpty();
  }

  @Test
  void aProofNeedsValidation() {
    String pending = "ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID";
    Name a = name("", "a");
    Table before = after(Dialect.POSTGRESQL, pending).table(name("", "t")).orElseThrow();
    assertThat(before.isProvenNotNull(a)).isFalse();
    String validated = pending + "; ALTER TABLE t VALIDATE CONSTRAINT c";
    Table then = after(Dialect.POSTGRESQL, validated).table(name("", "t")).orElseThrow();
    assertThat(then.isProvenNotNull(a)).isTrue();
  }

  @Test
  void typesOfTheScriptAreKnown() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            "CREATE TYPE mood AS ENUM ('ok', 'sad'); CREATE DOMAIN port AS int NOT NULL DEFAULT 1");
    assertThat(catalog.enumValues("MOOD".toLowerCase(Locale.ROOT)))
        .contains(List.of("'ok'", "'sad'"));
    assertThat(catalog.domain("port").orElseThrow().required()).isTrue();
    assertThat(catalog.domain("port").orElseThrow().hasDefault()).isTrue();
  }

  @Test
  void theSessionsModeIsThatOfTheSession() {
    assertThat(after(Dialect.MYSQL, "SELECT 1").session().sqlMode()).isEqualTo(SqlMode.STRICT);
    assertThat(after(Dialect.MYSQL, "SET sql_mode = ''").session().sqlMode())
        .isEqualTo(SqlMode.LENIENT);
    assertThat(after(Dialect.MYSQL, "SET @sql_mode = ''").session().sqlMode())
        .isEqualTo(SqlMode.STRICT);
    assertThat(after(Dialect.MYSQL, "SET sql_mode = 'STRICT_ALL_TABLES'").session().sqlMode())
        .isEqualTo(SqlMode.STRICT);
    assertThat(after(Dialect.MYSQL, "SET sql_mode = CONCAT(@@sql_mode, '')").session().sqlMode())
        .isEqualTo(SqlMode.STRICT);
  }

  @Test
  void onlyATableWhoseDefinitionWasSeenWholeIsComplete() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            """
            CREATE TABLE whole (id int);
            CREATE TABLE IF NOT EXISTS perhaps (id int);
            CREATE TABLE alike (LIKE whole);
            CREATE TABLE child (a int) INHERITS (whole);
            CREATE TABLE copied AS SELECT * FROM whole;
            ALTER TABLE unknown ADD a int;
            """);
    assertThat(table(catalog, "whole").isComplete()).isTrue();
    for (String table : List.of("perhaps", "alike", "child", "copied", "unknown")) {
      assertThat(table(catalog, table).isComplete()).as(table).isFalse();
    }
    assertThat(table(catalog, "copied").isWithoutRows()).isFalse();
    catalog.settle();
    assertThat(table(catalog, "whole").isComplete()).isTrue();
  }

  @Test
  void columnsStandInTheirOrder() {
    Catalog catalog =
        after(
            Dialect.MYSQL,
            """
            CREATE TABLE t (a INT, b INT, c INT);
            ALTER TABLE t ADD d INT FIRST, ADD e INT AFTER `A`, CHANGE b x INT, MODIFY c INT FIRST;
            ALTER TABLE t RENAME COLUMN e TO y, ADD z INT;
            """);
    assertThat(table(catalog, "t").columns())
        .extracting(Column::name)
        .containsExactly("c", "d", "a", "y", "x", "z");
  }

  @Test
  void whatAModifyWouldHaveToRepeatIsKept() {
    Catalog catalog =
        after(
            Dialect.MYSQL,
            """
            CREATE TABLE t (
              id INT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'the key',
              a VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin,
              b TIMESTAMP NULL ON UPDATE CURRENT_TIMESTAMP INVISIBLE,
              c INT AS (id + 1) STORED
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
            """);
    assertThat(column(catalog, "t", "id").attribute(Kind.COMMENT)).contains("COMMENT 'the key'");
    assertThat(column(catalog, "t", "id").attribute(Kind.AUTO_INCREMENT)).isPresent();
    assertThat(column(catalog, "t", "a").attribute(Kind.CHARACTER_SET))
        .contains("CHARACTER SET ascii");
    assertThat(column(catalog, "t", "b").attribute(Kind.ON_UPDATE))
        .contains("ON UPDATE CURRENT_TIMESTAMP");
    assertThat(column(catalog, "t", "b").attribute(Kind.ATTRIBUTE)).contains("INVISIBLE");
    assertThat(column(catalog, "t", "c").attribute(Kind.GENERATED)).contains("AS (id + 1) STORED");
    assertThat(table(catalog, "t").options().characterSet()).contains("utf8mb4");
    apply(
        catalog, "ALTER TABLE t CONVERT TO CHARACTER SET latin1, ENGINE=MyISAM, MODIFY id BIGINT");
    assertThat(column(catalog, "t", "a").attribute(Kind.COLLATE)).isEmpty();
    assertThat(column(catalog, "t", "id").attributes()).isEmpty();
    assertThat(table(catalog, "t").options().characterSet()).contains("latin1");
    assertThat(table(catalog, "t").options().engine()).contains("MyISAM");
  }

  @Test
  void aViewIsNoTableAndAMaterializedOneHoldsRows() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            """
            CREATE VIEW v AS SELECT 1;
            CREATE MATERIALIZED VIEW m AS SELECT 1 AS a;
            CREATE INDEX i ON m (a);
            ALTER VIEW v RENAME TO w;
            """);
    assertThat(catalog.table(name("", "w"))).isEmpty();
    assertThat(catalog.isView(name("", "w"))).isTrue();
    assertThat(catalog.isView(name("", "v"))).isFalse();
    assertThat(catalog.isView(name("", "m"))).isTrue();
    assertThat(isNew(catalog, "", "m")).isTrue();
    assertThat(catalog.indexOwner(name("", "i"))).isPresent();
    apply(catalog, "DROP MATERIALIZED VIEW m; CREATE OR REPLACE VIEW w AS SELECT 2");
    assertThat(catalog.isView(name("", "m"))).isFalse();
    assertThat(catalog.isView(name("", "w"))).isTrue();
  }

  @Test
  void enumsAreFollowedInTheirSchemas() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            """
            CREATE TYPE a.mood AS ENUM ('ok', 'sad');
            CREATE TYPE mood AS ENUM ('x');
            ALTER TYPE a.mood ADD VALUE 'great' BEFORE 'ok';
            ALTER TYPE a.mood ADD VALUE 'meh' AFTER 'ok';
            ALTER TYPE a.mood ADD VALUE 'last';
            ALTER TYPE a.mood ADD VALUE IF NOT EXISTS 'ok';
            ALTER TYPE a.mood RENAME VALUE 'sad' TO 'blue';
            ALTER TYPE a.mood RENAME TO temper;
            """);
    assertThat(catalog.enumValues(name("a", "temper")))
        .contains(List.of("'great'", "'ok'", "'meh'", "'blue'", "'last'"));
    assertThat(catalog.enumValues(name("a", "mood"))).isEmpty();
    assertThat(catalog.enumValues(name("", "mood"))).contains(List.of("'x'"));
    assertThat(catalog.isNewType(name("", "mood"))).isTrue();
    catalog.settle();
    assertThat(catalog.isNewType(name("", "mood"))).isFalse();
    apply(catalog, "DROP TYPE mood");
    assertThat(catalog.enumValues(name("public", "mood"))).isEmpty();
  }

  @Test
  void domainsAreFollowed() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            "CREATE DOMAIN d AS int; ALTER DOMAIN d SET NOT NULL; ALTER DOMAIN d SET DEFAULT 1");
    assertThat(catalog.domain("d")).contains(new Catalog.Domain(true, false, true));
    apply(catalog, "ALTER DOMAIN d DROP NOT NULL; ALTER DOMAIN d DROP DEFAULT");
    assertThat(catalog.domain("d")).contains(new Catalog.Domain(false, false, false));
  }

  @Test
  void aDroppedSchemaTakesEverythingInItAlong() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            """
            CREATE SCHEMA s; CREATE TABLE s.t (a int); CREATE TYPE s.e AS ENUM ('x');
            CREATE TABLE t (a int);
            """);
    assertThat(catalog.isNewSchema(name("", "s"))).isTrue();
    apply(catalog, "DROP SCHEMA s CASCADE");
    assertThat(catalog.table(name("s", "t"))).isEmpty();
    assertThat(catalog.enumValues(name("s", "e"))).isEmpty();
    assertThat(catalog.isNewSchema(name("", "s"))).isFalse();
    assertThat(isNew(catalog, "", "t")).isTrue();
  }

  @Test
  void aTableMovesToAnotherSchema() {
    Catalog catalog =
        after(Dialect.POSTGRESQL, "CREATE TABLE t (a int); ALTER TABLE t SET SCHEMA s");
    assertThat(isNew(catalog, "s", "t")).isTrue();
    assertThat(catalog.table(name("", "t"))).isEmpty();
  }

  @Test
  void aPartitionSharesTheColumnsOfItsParent() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            """
            CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a);
            CREATE TABLE c PARTITION OF p FOR VALUES IN (1);
            CREATE TABLE d (a int);
            ALTER TABLE p ATTACH PARTITION d FOR VALUES IN (2);
            """);
    assertThat(table(catalog, "p").isPartitioned()).isTrue();
    assertThat(column(catalog, "c", "a").nullability()).isEqualTo(Nullability.NOT_NULL);
    assertThat(table(catalog, "c").partitionOf()).map(Name::name).contains("p");
    assertThat(table(catalog, "d").partitionOf()).isPresent();
    apply(catalog, "ALTER TABLE p DETACH PARTITION d CONCURRENTLY");
    assertThat(table(catalog, "d").partitionOf()).isEmpty();
  }

  @Test
  void aColumnThatIsThereIsNotAddedAgain() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            "CREATE TABLE t (a int NOT NULL); ALTER TABLE t ADD COLUMN IF NOT EXISTS a text");
    assertThat(column(catalog, "t", "a").type().orElseThrow()).hasToString("int");
  }
}
