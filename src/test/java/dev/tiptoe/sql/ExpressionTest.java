package dev.tiptoe.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.ddl.Volatility;
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
          uuidv7()                            | UNKNOWN
          'pg_class'::regclass                | CONSTANT
          ARRAY[]::text[]                     | STABLE
          ARRAY['a', 'b']                     | STABLE
          '1 day'::interval                   | CONSTANT
          interval '1 day'                    | STABLE
          timestamp '2020-01-01'              | STABLE
          now() + '1 day'::interval           | STABLE
          now() AT TIME ZONE 'utc'            | STABLE
          (now() AT TIME ZONE 'utc')::date    | STABLE
          cast(now() AS date)                 | STABLE
          pg_catalog.now()                    | STABLE
          "pg_catalog"."random"()             | VOLATILE
          public.random()                     | UNKNOWN
          extensions.uuid_generate_v4()       | VOLATILE
          uuid_generate_v5(uuid_ns_url(), '') | STABLE
          encode(gen_random_bytes(8), 'hex')  | VOLATILE
          (random() * 10)::int                | VOLATILE
          1 + (CASE WHEN random() > 0.5 THEN 1 ELSE 2 END) | VOLATILE
          nullif(random(), 0)                 | VOLATILE
          greatest(1, 2)                      | STABLE
          EXTRACT(EPOCH FROM now())           | STABLE
          EXTRACT(EPOCH FROM now()) * 1000    | STABLE
          to_char(now(), 'YYYY')::int         | STABLE
          nextval('s'::regclass)              | VOLATILE
          setseed(0.5)                        | VOLATILE
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
  void aFunctionIsKnownWhereTheServerHasIt() {
    assertThat(postgres("uuidv7()", "18").kind()).isEqualTo(Expression.Kind.VOLATILE);
    assertThat(postgres("random_normal()", "17").kind()).isEqualTo(Expression.Kind.VOLATILE);
    assertThat(postgres("random_normal()", "15").kind()).isEqualTo(Expression.Kind.UNKNOWN);
  }

  @Test
  void aRoutineOfTheUsersIsWhatItsAuthorSaid() {
    Target target = Target.oldest(Dialect.POSTGRESQL);
    assertThat(Expression.of("app.next_code() || 'x'", target, r -> Volatility.VOLATILE).kind())
        .isEqualTo(Expression.Kind.VOLATILE);
    assertThat(Expression.of("default_code()", target, r -> Volatility.STABLE).isOneValue())
        .isTrue();
    assertThat(Expression.of("now()", target, r -> Volatility.VOLATILE).isOneValue()).isTrue();
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

  private static Expression postgres(String sql, String version) {
    return Expression.of(sql, new Target(Dialect.POSTGRESQL, Version.of(version).orElseThrow()));
  }
}
