package dev.tiptoe.doctor.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author writes and what a server shows. */
class SpellingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POSTGRESQL | varchar(191)        | character varying(191)        | SAME",
        "POSTGRESQL | INT                 | integer                       | SAME",
        "POSTGRESQL | SERIAL              | integer                       | SAME",
        "POSTGRESQL | DECIMAL(65,30)      | numeric(65, 30)               | SAME",
        "POSTGRESQL | numeric(10)         | numeric(10,0)                 | SAME",
        "POSTGRESQL | timestamptz(3)      | timestamp(3) with time zone   | SAME",
        "POSTGRESQL | TIMESTAMP(3)        | timestamp(3) without time zone | SAME",
        "POSTGRESQL | TIMESTAMP(3)        | timestamp without time zone   | DIFFERENT",
        "POSTGRESQL | TEXT[]              | text[]                        | SAME",
        "POSTGRESQL | TEXT[]              | text                          | DIFFERENT",
        "POSTGRESQL | int                 | bigint                        | DIFFERENT",
        "MYSQL      | BOOLEAN             | tinyint(1)                    | SAME",
        "MYSQL      | INTEGER             | int(11)                       | SAME",
        "MYSQL      | INTEGER UNSIGNED    | int                           | DIFFERENT",
        "MYSQL      | SERIAL              | bigint unsigned               | SAME",
        "MYSQL      | DECIMAL(65, 30)     | decimal(65,30)                | SAME",
        "MYSQL      | ENUM('a', 'b')      | enum('a','b')                 | SAME",
        "MYSQL      | ENUM('a', 'b')      | enum('a','b','c')             | DIFFERENT",
        "MYSQL      | TEXT(100)           | tinytext                      | UNCLEAR",
        "MYSQL      | DATETIME(3)         | datetime                      | DIFFERENT",
        "MARIADB    | JSON                | longtext                      | SAME",
      })
  void aTypeIsRecognized(Dialect dialect, String written, String shown, Likeness likeness) {
    assertThat(Types.compare(type(dialect, written), type(dialect, shown), dialect))
        .isEqualTo(likeness);
  }

  private static TypeName type(Dialect dialect, String sql) {
    Script script =
        Script.read(
            new SourceFile("type.sql", "ALTER TABLE t ADD COLUMN c " + sql),
            Target.oldest(dialect));
    return ((AddColumn) script.statements().get(0).changes().get(0)).column().type();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'x'                  | 'x'::text                     | SAME",
        "'it''s'              | 'it''s'::character varying    | SAME",
        "'USER'               | 'USER'::\"\"Role\"\"          | SAME",
        "0                    | '0'                           | SAME",
        "0                    | 0.00                          | SAME",
        "true                 | 1                             | SAME",
        "CURRENT_TIMESTAMP(3) | current_timestamp(3)          | SAME",
        "now()                | CURRENT_TIMESTAMP             | SAME",
        "CURRENT_TIMESTAMP    | CURRENT_TIMESTAMP(3)          | UNCLEAR",
        "22                   | 23                            | DIFFERENT",
        "'a'                  |                               | DIFFERENT",
        "NULL                 |                               | SAME",
        "gen_random_uuid()    | uuid_generate_v4()            | UNCLEAR",
      })
  void aDefaultIsRecognized(String written, String shown, Likeness likeness) {
    assertThat(Defaults.compare(Optional.ofNullable(written), Optional.ofNullable(shown)))
        .isEqualTo(likeness);
  }
}
