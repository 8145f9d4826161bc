package dev.tiptoe.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          users.plan='free'            | users     | plan  | 'free'
          users.plan = a = b           | users     | plan  | a = b
          "My App"."Order"."a.b"=0     | My App.Order | a.b | 0
          `users`.`plan`=UPPER(`x`)    | users     | plan  | UPPER(`x`)
          """)
  void isTableColumnAndExpression(String text, String table, String column, String expression) {
    assertThat(GivenValue.parse(text)).contains(new GivenValue(table, column, expression));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "22", "plan=1", "users.plan", "users.plan=", ".plan=1", "users.=1"})
  void isNothingElse(String text) {
    assertThat(GivenValue.parse(text)).isEmpty();
  }

  @Test
  void isForAColumnWhateverItsLetterCase() {
    GivenValue value = GivenValue.parse("Server.sshPort=22").orElseThrow();
    assertThat(value.isFor(name("", "server"), name("", "sshport"))).isTrue();
    assertThat(value.isFor(name("public", "Server"), name("", "sshPort"))).isTrue();
    assertThat(value.isFor(name("", "Server"), name("", "port"))).isFalse();
  }

  @Test
  void aSchemaCountsIfBothNameOne() {
    GivenValue value = GivenValue.parse("a.t.c=1").orElseThrow();
    assertThat(value.isFor(name("a", "t"), name("", "c"))).isTrue();
    assertThat(value.isFor(name("", "t"), name("", "c"))).isTrue();
    assertThat(value.isFor(name("b", "t"), name("", "c"))).isFalse();
  }

  private static Name name(String schema, String name) {
    return new Name(schema, name, name, Span.at(0));
  }
}
