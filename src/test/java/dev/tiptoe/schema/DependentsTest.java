package dev.tiptoe.schema;

import static dev.tiptoe.schema.Learned.after;
import static dev.tiptoe.schema.Learned.apply;
import static dev.tiptoe.schema.Learned.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.sql.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the catalog says of the things that depend on a table or a column. */
class DependentsTest {

  @Test
  void foreignKeysOfOtherTablesAreFound() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            "CREATE TABLE p (id int PRIMARY KEY, up int REFERENCES p); CREATE TABLE t (r int REFERENCES p)");
    assertThat(catalog.foreignKeysTo(name("p"))).hasToString("[t_r_fkey of t]");
    apply(catalog, "DROP TABLE t");
    assertThat(catalog.foreignKeysTo(name("p"))).isEmpty();
  }

  @Test
  void viewsAreFoundByTheNamesInTheirDefinition() {
    Catalog catalog =
        after(Dialect.MYSQL, "CREATE VIEW v AS SELECT nick FROM users; CREATE TABLE nick (id INT)");
    assertThat(catalog.viewsNaming(List.of(name("users"), name("nick")))).hasToString("[v]");
    apply(catalog, "CREATE OR REPLACE VIEW v AS SELECT name FROM users");
    assertThat(catalog.viewsNaming(List.of(name("users"), name("nick")))).isEmpty();
  }

  @Test
  void routinesAreFoundByTheNamesInTheirText() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            "CREATE FUNCTION app.f() RETURNS int LANGUAGE sql AS 'SELECT age FROM users'");
    assertThat(catalog.routinesNaming(List.of(name("users"), name("age")))).containsExactly("f");
    assertThat(catalog.routinesNaming(List.of(name("users"), name("ages")))).isEmpty();
  }

  @Test
  void aColumnIsNewUntilItsMigrationIsHistory() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            """
            ALTER TABLE t ADD COLUMN a int;
            ALTER TABLE t RENAME COLUMN a TO b;
            ALTER TABLE t ADD COLUMN IF NOT EXISTS c int;
            """);
    assertThat(column(catalog, "b").isNew()).isTrue();
    assertThat(column(catalog, "c").isNew()).isFalse();
    catalog.settle();
    assertThat(column(catalog, "b").isNew()).isFalse();
  }

  @Test
  void truncateWithCascadeEmptiesTheTablesThatReferToIt() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (r int REFERENCES p)");
    apply(catalog, "INSERT INTO p VALUES (1); INSERT INTO t VALUES (1); TRUNCATE p CASCADE");
    assertThat(catalog.table(name("t")).orElseThrow().isWithoutRows()).isTrue();
  }

  private static Column column(Catalog catalog, String column) {
    return catalog.table(name("t")).orElseThrow().column(name(column)).orElseThrow();
  }
}
