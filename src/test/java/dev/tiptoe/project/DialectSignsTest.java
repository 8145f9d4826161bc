package dev.tiptoe.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectSignsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "ALTER TABLE `a` ADD b INT | MYSQL",
        "CREATE TABLE a (b INT) ENGINE = InnoDB | MYSQL",
        "CREATE TABLE a (b INT UNSIGNED, c DATETIME(3)) | MYSQL",
        "ALTER TABLE a MODIFY b INT | MYSQL",
        "DELIMITER // | MYSQL",
        "/*!40101 SET NAMES utf8 */; | MYSQL",
        "ALTER TABLE `a` ADD COLUMN IF NOT EXISTS b INT | MARIADB",
        "/*M!100100 SELECT 1 */; | MARIADB",
        "ALTER TABLE \"a\" ADD b INT | POSTGRESQL",
        "ALTER TABLE a ADD COLUMN IF NOT EXISTS b JSONB | POSTGRESQL",
        "CREATE TABLE a (b SERIAL, c TIMESTAMPTZ, d UUID) | POSTGRESQL",
        "SELECT '1'::int | POSTGRESQL",
        "DO $$ BEGIN END $$ | POSTGRESQL",
        "ALTER TABLE a ALTER COLUMN b TYPE int | POSTGRESQL",
        "ALTER TABLE a ALTER COLUMN b SET NOT NULL | POSTGRESQL",
        "CREATE INDEX CONCURRENTLY i ON a (b) | POSTGRESQL",
        "ALTER TABLE public.a ADD b INT | POSTGRESQL",
      })
  void a_word_of_one_database_gives_it_away(String sql, String dialect) {
    assertThat(DialectSigns.in(sql).verdict().orElseThrow().name()).isEqualTo(dialect);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "ALTER TABLE a ADD b INT NOT NULL",
        "ALTER TABLE a ADD COLUMN IF NOT EXISTS b INT",
        "-- ENGINE=InnoDB `x`",
        "/* SERIAL \"x\" */ SELECT 1",
        "INSERT INTO a VALUES ('`x` AUTO_INCREMENT')",
        "INSERT INTO a VALUES (\"JSONB\")",
        "ALTER TABLE a ADD b INT DEFAULT \"x\"",
        "CREATE TABLE a (b SERIAL, c INT UNSIGNED)",
        "SELECT 'unclosed `x`",
        "SELECT $x",
        "$",
        "/*",
        "\"",
      })
  void what_both_read_or_neither_executes_says_nothing(String sql) {
    assertThat(DialectSigns.in(sql).verdict()).isEmpty();
  }
}
