package dev.tiptoe.schema;

import static dev.tiptoe.schema.Learned.after;
import static dev.tiptoe.schema.Learned.apply;
import static dev.tiptoe.schema.Learned.column;
import static dev.tiptoe.schema.Learned.name;
import static dev.tiptoe.schema.Learned.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.Reference;
import dev.tiptoe.schema.Column.Nullability;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {

  private static List<String> indexes(Catalog catalog, String table) {
    return table(catalog, table).indexes().stream().map(Index::name).toList();
  }

  private static List<String> constraints(Catalog catalog, String table) {
    return table(catalog, table).constraints().stream().map(Constraint::name).toList();
  }

  @Test
  void whatHasNoNameGetsTheOneThatPostgresqlWouldGive() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            """
            CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE CHECK (a > 0), b int REFERENCES u,
              UNIQUE (a, b), CHECK (a > b), FOREIGN KEY (a, b) REFERENCES v (x, y));
            CREATE INDEX ON t (a, lower(b));
            CREATE INDEX ON t (a);
            CREATE INDEX ON t (a);
            """);
    assertThat(constraints(catalog, "t"))
        .containsExactlyInAnyOrder(
            "t_pkey", "t_a_key", "t_a_check", "t_b_fkey", "t_a_b_key", "t_check", "t_a_b_fkey");
    assertThat(indexes(catalog, "t"))
        .containsExactlyInAnyOrder(
            "t_pkey", "t_a_key", "t_a_b_key", "t_a_lower_idx", "t_a_idx", "t_a_idx1");
  }

  @Test
  void whatHasNoNameGetsTheOneThatMysqlWouldGive() {
    Catalog catalog =
        after(
            Dialect.MYSQL,
            """
            CREATE TABLE t (id INT PRIMARY KEY, a INT UNIQUE, b INT, KEY (a, b), CHECK (a > b),
              FOREIGN KEY (b) REFERENCES u (id), CONSTRAINT f FOREIGN KEY (a) REFERENCES v (id));
            """);
    assertThat(indexes(catalog, "t")).containsExactly("PRIMARY", "a", "a_2", "b");
    assertThat(constraints(catalog, "t"))
        .containsExactlyInAnyOrder("PRIMARY", "a", "t_chk_1", "t_ibfk_1", "f");
  }

  @Test
  void aChosenNameIsCutToTheLengthThatPostgresqlAllows() {
    String table = "a".repeat(40);
    String column = "b".repeat(40);
    Catalog catalog =
        after(Dialect.POSTGRESQL, "CREATE TABLE " + table + " (" + column + " int UNIQUE)");
    assertThat(constraints(catalog, table))
        .containsExactly("a".repeat(29) + "_" + "b".repeat(29) + "_key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE INDEX i ON t (a) | true",
        "CREATE INDEX i ON t (b, a) | false",
        "CREATE INDEX i ON t (a, b) | true",
        "CREATE INDEX i ON t (lower(a)) | false",
        "CREATE INDEX i ON t (a) WHERE b > 0 | false",
        "CREATE INDEX i ON t (a) WHERE a IS NOT NULL | true",
        "CREATE INDEX i ON t USING hash (a) | true",
        "CREATE INDEX i ON t USING gin (a) | false",
        "CREATE INDEX i ON t USING brin (a) | false",
        "CREATE INDEX i ON t (b) INCLUDE (a) | false",
        "ALTER TABLE t ADD PRIMARY KEY (a, b) | true",
        "ALTER TABLE t ADD UNIQUE (a) | true",
        "ALTER TABLE t ADD c int UNIQUE | false"
      })
  void anIndexServesAColumnOnlyIfItFindsEachRowByIt(String sql, boolean serves) {
    Catalog catalog = after(Dialect.POSTGRESQL, "CREATE TABLE t (a int, b int); " + sql);
    assertThat(table(catalog, "t").hasIndexStartingWith(List.of(name("a")))).isEqualTo(serves);
  }

  @Test
  void aPrefixOfAColumnServesNoForeignKey() {
    Catalog catalog =
        after(Dialect.MYSQL, "CREATE TABLE t (a VARCHAR(99), KEY (a(10)), FULLTEXT KEY f (a))");
    assertThat(table(catalog, "t").hasIndexStartingWith(List.of(name("a")))).isFalse();
  }

  @Test
  void theOrderOfTheLeadingColumnsDoesNotMatterToALookup() {
    Catalog catalog = after(Dialect.POSTGRESQL, "CREATE INDEX i ON t (b, a, c)");
    List<Name> both = List.of(name("a"), name("b"));
    assertThat(table(catalog, "t").hasIndexStartingWith(both)).isTrue();
    assertThat(table(catalog, "t").hasIndexStartingWith(List.of(name("c")))).isFalse();
  }

  @Test
  void mysqlMakesAnIndexForAForeignKeyAndDropsItWhenTheAuthorMakesOne() {
    Catalog catalog =
        after(
            Dialect.MYSQL,
            "CREATE TABLE t (a INT, b INT, CONSTRAINT f FOREIGN KEY (a) REFERENCES u (id))");
    assertThat(indexes(catalog, "t")).containsExactly("f");
    apply(catalog, "CREATE INDEX mine ON t (a, b)");
    assertThat(indexes(catalog, "t")).containsExactly("mine");
    apply(catalog, "ALTER TABLE t DROP FOREIGN KEY f");
    assertThat(table(catalog, "t").foreignKeys()).isEmpty();
    assertThat(indexes(catalog, "t")).containsExactly("mine");
  }

  @Test
  void referencesInAColumnCountWhereTheServerReadsThem() {
    String sql = "CREATE TABLE t (a INT REFERENCES p (id))";
    assertThat(table(after(Dialect.POSTGRESQL, sql), "t").foreignKeys()).hasSize(1);
    assertThat(table(after(Dialect.MYSQL, sql), "t").foreignKeys()).isEmpty();
    assertThat(table(after(Dialect.MARIADB, sql), "t").foreignKeys()).hasSize(1);
    Target nine = new Target(Dialect.MYSQL, new Version(9, 0, 0));
    assertThat(table(after(nine, sql), "t").foreignKeys()).hasSize(1);
  }

  @Test
  void postgresqlDropsWhateverContainsADroppedColumn() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            """
            CREATE TABLE t (id int PRIMARY KEY, a int, b int, UNIQUE (a, b), CHECK (b > a));
            CREATE INDEX plain ON t (b);
            CREATE INDEX expression ON t (abs(a));
            CREATE INDEX partial ON t (b) WHERE a > 0;
            CREATE INDEX including ON t (b) INCLUDE (a);
            ALTER TABLE t DROP COLUMN a;
            """);
    assertThat(indexes(catalog, "t")).containsExactly("t_pkey", "plain");
    assertThat(constraints(catalog, "t")).containsExactly("t_pkey");
  }

  @Test
  void mysqlTakesADroppedColumnOutOfItsIndexes() {
    Catalog catalog =
        after(
            Dialect.MYSQL,
            """
            CREATE TABLE t (a INT, b INT, KEY only (a), UNIQUE KEY first (a, b), KEY other (b));
            ALTER TABLE t DROP COLUMN a;
            """);
    assertThat(indexes(catalog, "t")).containsExactly("first", "other");
    assertThat(table(catalog, "t").index(name("first")).orElseThrow().parts()).hasSize(1);
  }

  @Test
  void renamingAColumnKeepsWhatIsOverIt() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            """
            CREATE TABLE p (id int PRIMARY KEY);
            CREATE TABLE t (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id));
            CREATE INDEX i ON t (a);
            ALTER TABLE t RENAME a TO b;
            ALTER TABLE p RENAME id TO key;
            ALTER TABLE p RENAME TO parents;
            """);
    assertThat(table(catalog, "t").hasIndexStartingWith(List.of(name("b")))).isTrue();
    Constraint key = table(catalog, "t").foreignKeys().get(0);
    assertThat(key.columns()).extracting(Name::name).containsExactly("b");
    Reference reference = key.reference().orElseThrow();
    assertThat(reference.table().name()).isEqualTo("parents");
    assertThat(reference.columns()).extracting(Name::name).containsExactly("key");
  }

  @Test
  void aForeignKeyPointsIntoTheSchemaThatItsNameMeant() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            "SET search_path = app; CREATE TABLE public.t (a int REFERENCES p)");
    catalog.newConnection();
    Reference reference = table(catalog, "t").foreignKeys().get(0).reference().orElseThrow();
    assertThat(reference.table().schema()).isEqualTo("app");
    assertThat(reference.columns()).isEmpty();
  }

  @Test
  void droppedWithCascadeAKeyTakesTheForeignKeysAlong() {
    String sql =
        """
        CREATE TABLE p (id int PRIMARY KEY, code int UNIQUE);
        CREATE TABLE t (a int REFERENCES p, b int REFERENCES p (code));
        """;
    Catalog key = after(Dialect.POSTGRESQL, sql + "ALTER TABLE p DROP CONSTRAINT p_pkey CASCADE");
    assertThat(constraints(key, "t")).containsExactly("t_b_fkey");
    Catalog column = after(Dialect.POSTGRESQL, sql + "ALTER TABLE p DROP COLUMN code CASCADE");
    assertThat(constraints(column, "t")).containsExactly("t_a_fkey");
    Catalog table = after(Dialect.POSTGRESQL, sql + "DROP TABLE p CASCADE");
    assertThat(constraints(table, "t")).isEmpty();
  }

  @Test
  void anIndexIsFoundByItsNameInItsSchema() {
    Catalog catalog =
        after(Dialect.POSTGRESQL, "CREATE INDEX i ON s.t (a); CREATE INDEX i ON t (a)");
    assertThat(catalog.indexOwner(name("i")).orElseThrow().name().schema()).isEqualTo("public");
    assertThat(catalog.indexOwner(name("s", "i")).orElseThrow().name().schema()).isEqualTo("s");
    apply(catalog, "ALTER INDEX s.i RENAME TO j; DROP INDEX i");
    assertThat(catalog.indexOwner(name("i"))).isEmpty();
    assertThat(catalog.indexOwner(name("s", "j"))).isPresent();
  }

  @Test
  void anIndexBecomesAKeyAndTakesItsName() {
    Catalog catalog =
        after(
            Dialect.POSTGRESQL,
            """
            CREATE TABLE t (a int);
            CREATE UNIQUE INDEX i ON t (a);
            ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY USING INDEX i;
            """);
    assertThat(indexes(catalog, "t")).containsExactly("k");
    Constraint key = table(catalog, "t").primaryKey().orElseThrow();
    assertThat(key.columns()).extracting(Name::name).containsExactly("a");
    assertThat(column(catalog, "t", "a").nullability()).isEqualTo(Nullability.NOT_NULL);
  }

  @Test
  void aKeyAndItsIndexAreRenamedAndDroppedTogether() {
    Catalog catalog = after(Dialect.POSTGRESQL, "CREATE TABLE t (a int UNIQUE, b int UNIQUE)");
    apply(catalog, "ALTER TABLE t RENAME CONSTRAINT t_a_key TO a; ALTER INDEX t_b_key RENAME TO b");
    assertThat(indexes(catalog, "t")).containsExactly("a", "b");
    assertThat(constraints(catalog, "t")).containsExactly("a", "b");
    apply(catalog, "ALTER TABLE t DROP CONSTRAINT a");
    assertThat(indexes(catalog, "t")).containsExactly("b");
  }

  @Test
  void mysqlDropsKeysByTheirOwnStatements() {
    Catalog catalog =
        after(
            Dialect.MYSQL,
            "CREATE TABLE t (id INT PRIMARY KEY, a INT, CONSTRAINT u UNIQUE (a), KEY i (a, id))");
    apply(catalog, "ALTER TABLE t DROP PRIMARY KEY, RENAME INDEX i TO j");
    assertThat(table(catalog, "t").primaryKey()).isEmpty();
    assertThat(indexes(catalog, "t")).containsExactlyInAnyOrder("u", "j");
    apply(catalog, "DROP INDEX u ON t");
    assertThat(constraints(catalog, "t")).isEmpty();
    apply(catalog, "ALTER TABLE t ADD UNIQUE KEY v (a); ALTER TABLE t DROP CONSTRAINT v");
    assertThat(indexes(catalog, "t")).containsExactly("j");
  }

  @Test
  void anIndexThatIsToleratedStaysAsItWas() {
    Catalog catalog =
        after(Dialect.POSTGRESQL, "CREATE INDEX i ON t (a); CREATE INDEX IF NOT EXISTS i ON t (b)");
    assertThat(table(catalog, "t").hasIndexStartingWith(List.of(name("a")))).isTrue();
  }
}
