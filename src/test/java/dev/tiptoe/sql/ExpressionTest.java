package dev.tiptoe.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          NULL                                | NULL
          NULL::text                          | NULL
          0                                   | CONSTANT
          -1.5e3                              | CONSTANT
          +1                                  | CONSTANT
          (false)                             | CONSTANT
          'a'::varchar(3)::text               | CONSTANT
          E'it\\'s'                           | CONSTANT
          now()                               | CURRENT_TIME
          CURRENT_TIMESTAMP(3)                | CURRENT_TIME
          LOCALTIME                           | CURRENT_TIME
          CURRENT_DATE                        | STABLE
          current_user                        | STABLE
          lower('X')                          | STABLE
          1 + 2                               | STABLE
          coalesce(NULL, 'a')                 | STABLE
          timezone('utc', now())              | STABLE
          now() + interval '1 day'            | STABLE
          CASE WHEN true THEN 1 ELSE 2 END    | STABLE
          jsonb_build_object('a', 1)          | STABLE
          gen_random_uuid()                   | VOLATILE
          gen_random_uuid()::text             | VOLATILE
          ARRAY[random()]                     | VOLATILE
          md5(random()::text)                 | VOLATILE
          nextval('s')                        | VOLATILE
          clock_timestamp()                   | VOLATILE
          coalesce(NULL, random())            | VOLATILE
          name                                | READS_ROWS
          left(name, 1)                       | READS_ROWS
          (SELECT max(id) FROM t)             | READS_ROWS
          my_function()                       | UNKNOWN
          )                                   | UNREADABLE
          """)
  void isOfAKindOnPostgresql(String sql, Expression.Kind kind) {
    assertThat(Expression.of(sql, Target.oldest(Dialect.POSTGRESQL)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          NULL                                | NULL
          'it\\'s'                            | CONSTANT
          "a"                                 | CONSTANT
          b'0'                                | CONSTANT
          TRUE                                | CONSTANT
          ('{}')                              | STABLE
          (1 + 1)                             | STABLE
          (JSON_OBJECT('a', 1))               | STABLE
          CURRENT_TIMESTAMP                   | CURRENT_TIME
          NOW(3)                              | CURRENT_TIME
          (CURRENT_DATE)                      | STABLE
          UUID()                              | VOLATILE
          (UUID_TO_BIN(UUID()))               | VOLATILE
          RAND()                              | VOLATILE
          (SYSDATE())                         | VOLATILE
          CONCAT('user', id)                  | READS_ROWS
          `ipAddress`                         | READS_ROWS
          """)
  void isOfAKindOnMysql(String sql, Expression.Kind kind) {
    assertThat(Expression.of(sql, Target.oldest(Dialect.MYSQL)).kind()).isEqualTo(kind);
  }

  @Test
  void leavesOutCommentsAndTheSemicolonBehindIt() {
    assertThat(postgres("5 -- five\n + /* and */ 1;").sql()).isEqualTo("5 + 1");
    assertThat(postgres("'a;b';").sql()).isEqualTo("'a;b'");
  }

  @Test
  void isUnreadableIfItIsNoneOrMoreThanOne() {
    for (String sql : List.of("", "-- nothing", "(1", "1)", "'open", "1; DROP TABLE users")) {
      assertThat(postgres(sql).kind()).as(sql).isEqualTo(Expression.Kind.UNREADABLE);
    }
  }

  private static Expression postgres(String sql) {
    return Expression.of(sql, Target.oldest(Dialect.POSTGRESQL));
  }
}
