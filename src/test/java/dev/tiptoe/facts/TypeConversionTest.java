package dev.tiptoe.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.ColumnChange.AddColumn;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeConversionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          integer                  | int4                     | int_same_type                              | ALL
          serial                   | bigint                   | int_to_bigint                              | ALL
          bigint                   | smallint                 | int_to_smallint                            | CHECKED
          varchar(10)              | character varying(300)   | varchar_widen                              | ALL
          varchar(10)              | varchar(9)               | varchar_narrow_fits                        | CHECKED
          varchar(10)              | varchar                  | varchar_drop_limit                         | ALL
          varchar                  | text                     | varchar_to_text                            | ALL
          text                     | varchar(5)               | text_to_varchar_fits                       | CHECKED
          char(3)                  | text                     | char_to_text                               | ALL
          text                     | jsonb                    | text_to_int_no_using                       | CHECKED
          numeric(10,2)            | decimal(12,2)            | numeric_precision_widen                    | ALL
          numeric(10,2)            | numeric                  | numeric_drop_limit                         | ALL
          numeric                  | numeric(10,2)            | numeric_scale_widen                        | CUT
          numeric(10,2)            | numeric(8,2)             | numeric_precision_narrow                   | CHECKED
          timestamp(3)             | timestamp                | timestamp_3_to_unlimited                   | ALL
          timestamp                | timestamp(3)             | timestamp_precision_narrow                 | CUT
          timestamp                | timestamp with time zone | timestamp_to_timestamptz_session_non_utc   | ALL
          timestamptz(3)           | timestamp(3)             | timestamptz_to_timestamp_session_non_utc   | ALL
          mood                     | text                     | enum_to_text                               | ALL
          real                     | double precision         | float4_to_float8                           | ALL
          int[]                    | bigint[]                 |                                            |
          box                      | circle                   |                                            |
          """)
  void isAMeasuredOperationOnPostgresql(String from, String to, String operation, String fit) {
    isMeasured(
        from, to, 4, operation == null ? null : "alter_type_" + operation, fit, Dialect.POSTGRESQL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          VARCHAR(50)      | VARCHAR(63)        | 4 | varchar_widen_within_255_bytes        | ALL
          VARCHAR(50)      | VARCHAR(64)        | 4 | varchar_widen_across_255_bytes        | ALL
          VARCHAR(50)      | VARCHAR(85)        | 3 | varchar_widen_within_255_bytes        | ALL
          VARCHAR(50)      | VARCHAR(255)       | 1 | varchar_widen_within_255_bytes_latin1 | ALL
          VARCHAR(64)      | VARCHAR(191)       | 4 | varchar_widen_above_255_bytes         | ALL
          VARCHAR(50)      | VARCHAR(40)        | 4 | varchar_narrow_fits                   | CHECKED
          VARCHAR(50)      | TEXT               | 4 | varchar_to_text                       | ALL
          TEXT             | LONGTEXT           | 4 | text_to_mediumtext                    | ALL
          INT(11)          | INTEGER            | 4 | int_display_width                     | ALL
          INT              | INT UNSIGNED       | 4 | int_to_int_unsigned                   | CHECKED
          INT              | BIGINT             | 4 | int_to_bigint                         | ALL
          BIGINT           | INT                | 4 | bigint_to_int_fits                    | CHECKED
          DECIMAL(10, 2)   | DECIMAL(12, 2)     | 4 | decimal_precision_widen               | ALL
          DECIMAL(10, 2)   | DECIMAL(10, 1)     | 4 | decimal_scale_narrow                  | CUT
          DATETIME         | DATETIME(3)        | 4 | datetime_to_datetime3                 | ALL
          DATETIME(3)      | DATETIME           | 4 | datetime3_to_datetime                 | CUT
          ENUM('a')        | ENUM('a', 'b')     | 4 |                                       |
          POINT            | INT                | 4 |                                       |
          """)
  void isAMeasuredOperationOnMysql(
      String from, String to, int bytes, String operation, String fit) {
    String id = operation == null ? null : "modify_type_" + operation;
    isMeasured(from, to, bytes, id, fit, Dialect.MYSQL);
    isMeasured(from, to, bytes, id, fit, Dialect.MARIADB);
  }

  private static void isMeasured(
      String from, String to, int bytes, String operation, String fit, Dialect dialect) {
    Target target = Target.oldest(dialect);
    Optional<TypeConversion> conversion =
        TypeConversion.of(type(from, target), type(to, target), false, bytes, target);
    assertThat(conversion.map(TypeConversion::operation)).isEqualTo(Optional.ofNullable(operation));
    conversion.ifPresent(
        c -> {
          assertThat(c.fit()).hasToString(fit);
          assertThat(Facts.of(dialect).effect(c.operation(), target, SqlMode.STRICT)).isPresent();
        });
  }

  private static TypeName type(String sql, Target target) {
    Script script =
        Script.read(new SourceFile("a.sql", "ALTER TABLE t ADD COLUMN c " + sql), target);
    Change change = script.statements().get(0).changes().get(0);
    return ((AddColumn) change).column().type();
  }
}
