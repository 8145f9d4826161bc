package dev.tiptoe.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          users                | users
          public.users         | users
          "My App"."Order"     | "Order"
          app."a.b"            | "a.b"
          "a.b".c              | c
          "we""ird"."ta""ble"  | "ta""ble"
          ""\"a"               | ""\"a"
          "a""\"               | "a""\"
          `a.b`.`c``d`         | `c``d`
          a . b                | b
          a. "b c"             | "b c"
          db.schema.t          | t
          ${schema}.users      | users
          """)
  void theLastPartKeepsItsQuotes(String sql, String last) {
    assertThat(new Name("", "", sql, Span.at(0)).last()).isEqualTo(last);
  }
}
