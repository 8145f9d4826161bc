package dev.tiptoe.schema;

import static dev.tiptoe.schema.Learned.after;
import static dev.tiptoe.schema.Learned.apply;
import static dev.tiptoe.schema.Learned.column;
import static dev.tiptoe.schema.Learned.name;
import static dev.tiptoe.schema.Learned.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.sql.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtTest {

  private static final String TWO_TABLES =
      """
      CREATE TABLE orders (id int NOT NULL DEFAULT 1, CONSTRAINT c CHECK (id IS NOT NULL));
      CREATE TABLE users (id int NOT NULL);
      """;

  private static boolean isDoubtful(Catalog catalog, String table) {
    return column(catalog, table, "id").nullability() == Nullability.UNKNOWN;
  }

  @Test
  void nothingIsCertainOfATableThatCodeNames() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            TWO_TABLES
                + "DO $$ DECLARE t text := 'Orders'; BEGIN EXECUTE 'ALTER TABLE ' || t || ' ALTER id DROP NOT NULL'; END $$");
    Table orders = table(catalog, "orders");
    Column id = column(catalog, "orders", "id");
    assertThat(isDoubtful(catalog, "orders")).isTrue();
    assertThat(id.type()).isEmpty();
    assertThat(id.defaultValue()).isEmpty();
    assertThat(orders.isProvenNotNull(name("id"))).isFalse();
    assertThat(orders.isComplete() || orders.isWithoutRows()).isFalse();
    assertThat(orders.isNew() && orders.isDoubted()).isTrue();
    assertThat(isDoubtful(catalog, "users") || table(catalog, "users").isDoubted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DO $$ DECLARE r record; BEGIN FOR r IN SELECT relname FROM pg_class LOOP"
            + " EXECUTE format('ALTER TABLE %I ALTER id DROP NOT NULL', r.relname); END LOOP; END $$",
        "DO $$ BEGIN EXECUTE (SELECT string_agg(format('DROP TABLE %I', table_name), ';')"
            + " FROM information_schema.tables); END $$"
      })
  void codeThatWorksOutNamesMayMeanAnyTable(String code) {
    Catalog catalog = after(Dialect.POSTGRESQL, TWO_TABLES + code);
    assertThat(isDoubtful(catalog, "orders")).isTrue();
    assertThat(isDoubtful(catalog, "users")).isTrue();
    apply(catalog, "CREATE TABLE later (id int NOT NULL)");
    assertThat(isDoubtful(catalog, "later")).isFalse();
  }

  @Test
  void codeThatAsksTheServerAboutOneTableMeansThatOne() {
    Catalog catalog =
        after(
            Dialect.MYSQL,
            TWO_TABLES
                + """
                SET @sql = (SELECT CONCAT('ALTER TABLE ', 'users', ' MODIFY id INT')
                  FROM information_schema.columns WHERE table_name = 'users');
                PREPARE s FROM @sql;
                EXECUTE s;
                """);
    assertThat(isDoubtful(catalog, "users")).isTrue();
    assertThat(isDoubtful(catalog, "orders")).isFalse();
  }

  @Test
  void textThatIsKeptIsForgottenWithTheConnection() {
    Catalog catalog = after(Dialect.MYSQL, TWO_TABLES + "SET @a = 'DROP TABLE users'");
    catalog.newConnection();
    apply(catalog, "EXECUTE s");
    assertThat(isDoubtful(catalog, "users")).isFalse();
  }

  @Test
  void aRoutineIsDoubtedWhenItIsCalled() {
    Catalog catalog =
        after(
            Dialect.MYSQL,
            TWO_TABLES
                + "CREATE PROCEDURE p() BEGIN ALTER TABLE users MODIFY id INT; SELECT 1; END");
    assertThat(isDoubtful(catalog, "users")).isFalse();
    catalog.settle();
    apply(catalog, "CALL p()");
    assertThat(isDoubtful(catalog, "users")).isTrue();
    assertThat(isDoubtful(catalog, "orders")).isFalse();
  }

  @Test
  void aTableWhoseNameIsGivenToAFunctionIsWhatItWorksOn() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            TWO_TABLES
                + """
                SELECT setval('users_id_seq', (SELECT max(id) FROM users));
                SELECT create_hypertable('public.orders', 'id');
                """);
    assertThat(isDoubtful(catalog, "orders")).isTrue();
    assertThat(isDoubtful(catalog, "users")).isFalse();
  }

  @Test
  void anActionThatIsNotUnderstoodMakesItsTableDoubtful() {
    Catalog catalog = after(Dialect.POSTGRESQL, TWO_TABLES + "ALTER TABLE users FROBNICATE");
    assertThat(isDoubtful(catalog, "users")).isTrue();
    assertThat(isDoubtful(catalog, "orders")).isFalse();
  }

  @Test
  void tablesThatNobodyKnowsStayUnknown() {
    Catalog catalog = after(Dialect.POSTGRESQL, "DO $$ BEGIN DROP TABLE a; END $$; FROBNICATE b");
    apply(catalog, "ALTER TABLE c FROBNICATE");
    assertThat(catalog.table(name("a"))).isEmpty();
    assertThat(catalog.table(name("b"))).isEmpty();
    assertThat(catalog.table(name("c"))).isEmpty();
  }

  @Test
  void anEnumThatCodeNamesIsNoLongerKnown() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            "CREATE TYPE mood AS ENUM ('ok');"
                + " DO $$ BEGIN EXECUTE format('ALTER TYPE %I ADD VALUE %L', 'mood', 'no'); END $$");
    assertThat(catalog.enumValues("mood")).isEmpty();
  }

  @Test
  void whatCodeSaysOutrightIsKnownAsIfItStoodAlone() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            TWO_TABLES + "DO $$ BEGIN ALTER TABLE orders ALTER id DROP NOT NULL; END $$");
    assertThat(column(catalog, "orders", "id").nullability()).isEqualTo(Nullability.NULLABLE);
    assertThat(table(catalog, "orders").isDoubted()).isFalse();
  }

  @Test
  void codeThatAsksTheServerFirstMakesWhatIsNotThere() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            TWO_TABLES
                + """
                DO $$ BEGIN
                  IF to_regclass('users') IS NULL THEN CREATE TABLE users (other int); END IF;
                  IF to_regclass('made') IS NULL THEN CREATE TABLE made (id int); END IF;
                END $$;
                """);
    assertThat(table(catalog, "users").column(name("other"))).isEmpty();
    assertThat(table(catalog, "made").isNew()).isTrue();
  }

  @Test
  void whatAConditionDecidesIsDoubtful() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            TWO_TABLES
                + """
                DO $$ BEGIN
                  IF (SELECT count(*) FROM orders) > 9 THEN ALTER TABLE users DROP COLUMN id; END IF;
                END $$;
                """);
    assertThat(table(catalog, "users").isDoubted()).isTrue();
    assertThat(table(catalog, "orders").isDoubted()).isFalse();
  }

  @Test
  void doubtIsRolledBackWithTheRest() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            TWO_TABLES
                + "BEGIN; DO $$ BEGIN EXECUTE (SELECT relname FROM pg_class); END $$; ROLLBACK");
    assertThat(isDoubtful(catalog, "users")).isFalse();
  }
}
