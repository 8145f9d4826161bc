package dev.tiptoe.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "a.sql a.sql",
        "./a.sql a.sql",
        "*.sql a.sql",
        "?.sql a.sql",
        "**/*.sql a.sql",
        "**/*.sql x/y/a.sql",
        "x/**/a.sql x/a.sql",
        "x/**/a.sql x/y/z/a.sql",
        "x/** x/y/a.sql",
        "x x/y/a.sql",
        "x/ x/y/a.sql",
        "x/2024* x/2024_add/migration.sql",
        "x/2024*/** x/2024_add/migration.sql",
        "{x,y}/*.sql y/a.sql",
        "[a-c].sql b.sql",
        "[!a-c].sql d.sql",
        "a+(b).sql a+(b).sql",
        "a}.sql a}.sql",
        "[[].sql [.sql",
        "[\\d].sql d.sql",
      })
  void itMatches(String glob, String path) {
    assertThat(Glob.parse(glob)).get().matches(parsed -> parsed.matches(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "*.sql x/a.sql",
        "a.sql x/a.sql",
        "a.sql aXsql",
        "? ab",
        "x/*.sql x/y/a.sql",
        "x/** y/a.sql",
        "x xy/a.sql",
        "x/2024* x/2025_add/migration.sql",
        "{x,y}/*.sql z/a.sql",
        "[!a].sql a.sql",
        "x[!a]y x/y",
        "[\\d].sql 1.sql",
        "A.sql a.sql",
      })
  void itDoesNotMatch(String glob, String path) {
    assertThat(Glob.parse(glob)).get().matches(parsed -> !parsed.matches(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a[b", "a{b", "a[]", "{a{b}}", "[z-a]", "["})
  void itIsNoPattern(String glob) {
    assertThat(Glob.parse(glob)).isEmpty();
  }

  @Test
  void aPatternOfAMillionCharactersIsNone() {
    assertThat(Glob.parse("{a,b}".repeat(200_000))).isEmpty();
  }
}
