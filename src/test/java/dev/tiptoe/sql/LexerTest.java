package dev.tiptoe.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.text.Span;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LexerTest {

  private static final Target POSTGRESQL = Target.oldest(Dialect.POSTGRESQL);
  private static final Target MYSQL = Target.oldest(Dialect.MYSQL);
  private static final Target MARIADB = Target.oldest(Dialect.MARIADB);

  @Property(tries = 2000)
  void tokensSpellTheText(@ForAll("texts") String text, @ForAll Dialect dialect) {
    List<Span> places = Tokenized.places(text, Target.oldest(dialect));
    StringBuilder spelled = new StringBuilder();
    int end = 0;
    for (Span place : places) {
      assertThat(place.start()).isEqualTo(end);
      assertThat(place.isEmpty()).isFalse();
      end = place.end();
      spelled.append(place.of(text));
    }
    assertThat(spelled).hasToString(text);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "'",
            "\"",
            "`",
            "$$",
            "$a$",
            "$",
            "\\",
            "--",
            "-- ",
            "--> statement-breakpoint",
            "--changeset a:1",
            "#",
            "/*",
            "*/",
            "/*!",
            "/*!50503 ",
            "/*M!",
            "E'",
            "U&\"",
            "N'",
            "_utf8'",
            "a",
            "1",
            "1e5",
            ".",
            "::",
            ";",
            " ",
            "\n",
            "\r\n",
            "${x}",
            "${",
            "ä",
            "\uFEFF",
            "\0",
            "(",
            ",",
            "DELIMITER //\n",
            "COPY t FROM stdin;\n",
            "\\.")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Test
  void postgresqlNestsComments() {
    assertThat(Tokenized.table("/* a /* b */ c */ d", POSTGRESQL))
        .isEqualTo("COMMENT /* a /* b */ c */\nWORD d\n");
    assertThat(Tokenized.table("/* a /* b */ c", MYSQL))
        .isEqualTo("COMMENT /* a /* b */\nWORD c\n");
  }

  @Test
  void dollarQuotesEndAtTheirOwnTag() {
    assertThat(Tokenized.table("$a$ $b$ ' $$ $a$ x", POSTGRESQL))
        .isEqualTo("STRING $a$ $b$ ' $$ $a$\nWORD x\n");
    assertThat(Tokenized.table("$$a;b$$", POSTGRESQL)).isEqualTo("STRING $$a;b$$\n");
    assertThat(Tokenized.table("a$b$c", POSTGRESQL)).isEqualTo("WORD a$b$c\n");
    assertThat(Tokenized.table("$1", POSTGRESQL)).isEqualTo("SYMBOL $\nNUMBER 1\n");
  }

  @Test
  void backslashesEscapeOnlyWhereTheServerSaysSo() {
    assertThat(Tokenized.table("'a\\' b", POSTGRESQL)).isEqualTo("STRING 'a\\'\nWORD b\n");
    assertThat(Tokenized.table("E'a\\' b'", POSTGRESQL)).isEqualTo("STRING E'a\\' b'\n");
    assertThat(Tokenized.table("'a\\' b'", MYSQL)).isEqualTo("STRING 'a\\' b'\n");
    assertThat(Tokenized.table("'it''s'", MARIADB)).isEqualTo("STRING 'it''s'\n");
  }

  @Test
  void doubleQuotesAreNamesOrStrings() {
    assertThat(Tokenized.table("\"a\"\"b\"", POSTGRESQL)).isEqualTo("QUOTED_NAME \"a\"\"b\"\n");
    assertThat(Tokenized.table("\"a\\\"b\"", MYSQL)).isEqualTo("STRING \"a\\\"b\"\n");
    assertThat(Tokenized.table("`a``b`", MYSQL)).isEqualTo("QUOTED_NAME `a``b`\n");
  }

  @Test
  void mysqlWantsASpaceAfterTheTwoHyphens() {
    assertThat(Tokenized.table("5--1", MYSQL))
        .isEqualTo("NUMBER 5\nSYMBOL -\nSYMBOL -\nNUMBER 1\n");
    assertThat(Tokenized.table("5--1", POSTGRESQL)).isEqualTo("NUMBER 5\nCOMMENT --1\n");
    assertThat(Tokenized.table("a --\nb # c", MYSQL))
        .isEqualTo("WORD a\nCOMMENT --\nWORD b\nCOMMENT # c\n");
  }

  @Test
  void commentsAreExecutedByVersion() {
    assertThat(Tokenized.table("/*!50503 a */", MYSQL))
        .isEqualTo("VERSION_MARK /*!50503\nWORD a\nVERSION_MARK */\n");
    assertThat(Tokenized.table("/*! a */", MARIADB))
        .isEqualTo("VERSION_MARK /*!\nWORD a\nVERSION_MARK */\n");
    assertThat(Tokenized.table("/*!99999 a */", MYSQL)).isEqualTo("COMMENT /*!99999 a */\n");
    assertThat(Tokenized.table("/*!80000 a */", MARIADB)).isEqualTo("COMMENT /*!80000 a */\n");
    assertThat(Tokenized.table("/*M!100500 a */", MARIADB))
        .isEqualTo("VERSION_MARK /*M!100500\nWORD a\nVERSION_MARK */\n");
    assertThat(Tokenized.table("/*M! a */", MYSQL)).isEqualTo("COMMENT /*M! a */\n");
    assertThat(Tokenized.table("/*! a */", POSTGRESQL)).isEqualTo("COMMENT /*! a */\n");
  }

  @Test
  void prefixesBelongToTheirStrings() {
    assertThat(Tokenized.table("N'a' x'ff' B'1' U&'b' U&\"c\"", POSTGRESQL))
        .isEqualTo("STRING N'a'\nSTRING x'ff'\nSTRING B'1'\nSTRING U&'b'\nQUOTED_NAME U&\"c\"\n");
    assertThat(Tokenized.table("_utf8mb4'a' n'b'", MYSQL))
        .isEqualTo("STRING _utf8mb4'a'\nSTRING n'b'\n");
  }

  @Test
  void placeholdersAreOneToken() {
    assertThat(Tokenized.table("${a.b}.c ${", POSTGRESQL))
        .isEqualTo("PLACEHOLDER ${a.b}\nSYMBOL .\nWORD c\nSYMBOL $\nSYMBOL {\n");
  }

  @Test
  void whatNeverEndsReachesToTheEnd() {
    assertThat(Tokenized.table("a 'b; c", POSTGRESQL)).isEqualTo("WORD a\nUNCLOSED 'b; c\n");
    assertThat(Tokenized.table("/* b", MYSQL)).isEqualTo("UNCLOSED /* b\n");
    assertThat(Tokenized.table("$x$ b $y$", POSTGRESQL)).isEqualTo("UNCLOSED $x$ b $y$\n");
  }

  @Test
  void marksOfMigrationToolsAreCommentsOnMysqlToo() {
    Target mysql = Target.oldest(Dialect.MYSQL);
    assertThat(Tokenized.table("--changeset a:1\n5--1;--> statement-breakpoint\n", mysql))
        .isEqualTo(
            """
            COMMENT --changeset a:1
            NUMBER 5
            SYMBOL -
            SYMBOL -
            NUMBER 1
            SYMBOL ;
            COMMENT --> statement-breakpoint
            """);
    assertThat(Tokenized.table("5 --comment", mysql)).startsWith("NUMBER 5\nSYMBOL -\n");
  }
}
