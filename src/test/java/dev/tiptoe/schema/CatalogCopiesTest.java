package dev.tiptoe.schema;

import static dev.tiptoe.schema.Learned.after;
import static dev.tiptoe.schema.Learned.apply;
import static dev.tiptoe.schema.Learned.column;
import static dev.tiptoe.schema.Learned.isNew;
import static dev.tiptoe.schema.Learned.name;
import static dev.tiptoe.schema.Learned.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.SqlMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a catalog keeps when it is copied, and when one migration ends and the next begins. */
class CatalogCopiesTest {

  @Test
  void aCopyAndItsOriginalLearnApart() {
    Catalog original = after(Dialect.POSTGRESQL, "CREATE TABLE t (a int); CREATE TABLE u (a int)");
    Catalog copy = original.copy();
    apply(copy, "ALTER TABLE t ALTER a SET NOT NULL; DROP TABLE u; SET search_path = s");
    apply(original, "ALTER TABLE t ADD b int; CREATE TABLE v (a int)");
    assertThat(column(original, "t", "a").nullability()).isEqualTo(Nullability.NULLABLE);
    assertThat(original.table(name("", "u"))).isPresent();
    assertThat(copy.table(name("public", "t")).orElseThrow().column(name("", "b"))).isEmpty();
    assertThat(copy.table(name("public", "v"))).isEmpty();
    Catalog second = copy.copy();
    apply(copy, "ALTER TABLE public.t ALTER a DROP NOT NULL");
    Column a = second.table(name("public", "t")).orElseThrow().column(name("", "a")).orElseThrow();
    assertThat(a.nullability()).isEqualTo(Nullability.NOT_NULL);
  }

  @Test
  void aCopyTakesTheOpenTransactionAlong() {
    Catalog original = after(Dialect.POSTGRESQL, "CREATE TABLE t (a int); BEGIN; DROP TABLE t");
    Catalog copy = original.copy();
    apply(copy, "ROLLBACK");
    assertThat(copy.table(name("", "t"))).isPresent();
    assertThat(original.table(name("", "t"))).isEmpty();
    apply(copy, "DROP TABLE t");
    apply(original, "ROLLBACK");
    assertThat(original.table(name("", "t"))).isPresent();
  }

  @Test
  void whatIsSettledIsNeitherNewNorEmpty() {
    Catalog catalog =
        after(Dialect.POSTGRESQL, "CREATE TABLE t (a int); CREATE TABLE u (a int); TRUNCATE v");
    catalog.settle();
    apply(catalog, "CREATE TABLE w (a int)");
    for (String settled : List.of("t", "u", "v")) {
      Table table = catalog.table(name("", settled)).orElseThrow();
      assertThat(table.isNew() || table.isWithoutRows()).as(settled).isFalse();
    }
    assertThat(isNew(catalog, "", "w")).isTrue();
  }

  @Test
  void settlingACopyLeavesTheOriginalNew() {
    Catalog original = after(Dialect.POSTGRESQL, "CREATE TABLE t (a int)");
    Catalog copy = original.copy();
    copy.settle();
    assertThat(isNew(copy, "", "t")).isFalse();
    assertThat(isNew(original, "", "t")).isTrue();
    apply(copy, "ALTER TABLE t RENAME TO u");
    assertThat(isNew(copy, "", "u")).isFalse();
  }

  @Test
  void whatAnUpdateFilledStaysFilledWhenSettledAndWhatADefaultFilledDoesNot() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            """
            ALTER TABLE t ADD a int DEFAULT 1, ADD b int, ADD c int NOT NULL DEFAULT 1;
            UPDATE t SET b = 1;
            """);
    assertThat(column(catalog, "t", "a").isFilled()).isTrue();
    catalog.settle();
    assertThat(column(catalog, "t", "a").isFilled()).isFalse();
    assertThat(column(catalog, "t", "b").isFilled()).isTrue();
    assertThat(column(catalog, "t", "c").nullability()).isEqualTo(Nullability.NOT_NULL);
    apply(catalog, "ALTER TABLE t ALTER c DROP NOT NULL");
    catalog.settle();
    assertThat(column(catalog, "t", "c").isFilled()).isFalse();
  }

  @Test
  void aNewConnectionHasItsOwnSettingsAndNoTransaction() {
    Catalog catalog =
        after(Dialect.POSTGRESQL, "SET search_path = s; BEGIN; CREATE TABLE t (id int)");
    catalog.newConnection();
    apply(catalog, "ROLLBACK; CREATE TABLE u (id int)");
    assertThat(isNew(catalog, "s", "t")).isTrue();
    assertThat(isNew(catalog, "public", "u")).isTrue();
    Catalog mysql = after(Dialect.MYSQL, "SET sql_mode = ''; USE shop");
    mysql.settle();
    assertThat(mysql.session().sqlMode()).isEqualTo(SqlMode.STRICT);
    assertThat(isNew(mysql, "shop", "t")).isFalse();
  }

  @Test
  void aTemporaryTableGoesWithItsConnection() {
    Catalog catalog = after(Dialect.POSTGRESQL, "CREATE TEMP TABLE t (a int)");
    assertThat(table(catalog, "t").isTemporary()).isTrue();
    catalog.newConnection();
    assertThat(catalog.table(name("", "t"))).isEmpty();
  }

  @Test
  void thousandsOfCopiesOfABigCatalogAreCheap() {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      sql.append("CREATE TABLE t").append(i).append(" (a int PRIMARY KEY, b text, c date);");
    }
    Catalog catalog = after(Dialect.POSTGRESQL, sql.toString());
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          for (int i = 0; i < 5_000; i++) {
            catalog.settle();
            apply(catalog.copy(), "ALTER TABLE t7 ADD d int");
          }
        });
    assertThat(table(catalog, "t7").columns()).hasSize(3);
  }
}
