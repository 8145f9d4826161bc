package dev.tiptoe.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogTest {

  /** Changes after which nothing is known that was not known before. */
  private static final Set<Class<?>> NEUTRAL =
      Set.of(Change.OtherTableAction.class, Change.Neutral.class);

  @Test
  void everyKindOfChangeIsTakenInOrNeutral() {
    Set<String> handled =
        new ClassFileImporter()
            .importClasses(Catalog.class, TableChanges.class, OtherChanges.class).stream()
                .flatMap(c -> c.getInstanceofChecks().stream())
                .map(check -> check.getRawType().getName())
                .collect(Collectors.toSet());
    for (Class<?> kind : kinds(Change.class)) {
      assertThat(handled.contains(kind.getName()) || NEUTRAL.contains(kind))
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

  private static Catalog after(Dialect dialect, String sql) {
    Catalog catalog = new Catalog(Target.oldest(dialect));
    apply(catalog, sql);
    return catalog;
  }

  private static void apply(Catalog catalog, String sql) {
    SourceFile file = new SourceFile("b.sql", sql);
    Script script = Script.read(file, catalog.target());
    script.statements().forEach(s -> s.changes().forEach(c -> catalog.apply(c, file)));
  }

  private static Column column(Catalog catalog, String table, String column) {
    return catalog.table(name("", table)).orElseThrow().column(name("", column)).orElseThrow();
  }

  private static Name name(String schema, String name) {
    return new Name(schema, name, name, Span.at(0));
  }

  private static boolean isNew(Catalog catalog, String schema, String name) {
    return catalog.table(name(schema, name)).filter(Table::isNew).isPresent();
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
}
