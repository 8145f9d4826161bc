package dev.tiptoe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void a_tab_is_as_wide_above_as_below() {
    assertThat(excerpt("a\n\tADD \tx INT", "x"))
        .isEqualTo(
            """
               |
             2 |     ADD     x INT
               |             ^
            """);
  }

  @Test
  void a_span_over_three_lines_is_shown_whole() {
    assertThat(excerpt("ALTER\r\n  TABLE\r\nt;", "ALTER\r\n  TABLE\r\nt"))
        .isEqualTo(
            """
               |
             1 | ALTER
               | ^^^^^
             2 |   TABLE
               |   ^^^^^
             3 | t;
               | ^
            """);
  }

  @Test
  void a_long_span_is_cut() {
    assertThat(excerpt("a\nb\nc\nd\ne", "a\nb\nc\nd\ne"))
        .isEqualTo(
            """
                 |
               1 | a
                 | ^
               2 | b
                 | ^
             ... | to line 5
            """);
  }

  @Test
  void a_long_line_is_cut_round_the_carets() {
    String line = "x".repeat(500) + "HERE" + "y".repeat(500);
    String[] lines = excerpt(line, "HERE").split("\n");
    assertThat(lines[1]).startsWith(" 1 | ...xxx").endsWith("yyy...").hasSizeLessThan(120);
    assertThat(lines[2].indexOf("^^^^")).isEqualTo(lines[1].indexOf("HERE"));
  }

  @Test
  void wide_characters_take_two_carets() {
    assertThat(excerpt("\u8868 x", "\u8868")).contains(" 1 | \u8868 x\n   | ^^\n");
    assertThat(excerpt("'\uD83D\uDE00' x", "x")).contains("   |      ^\n");
  }

  @Test
  void an_empty_span_at_the_end_has_a_caret() {
    assertThat(excerpt("SELECT", "")).contains(" 1 | SELECT\n   | ^");
    SourceFile file = new SourceFile("a.sql", "SELECT");
    assertThat(new Excerpt(file, Span.at(6), Display.PLAIN, Palette.Style.ERROR).lines())
        .containsExactly("   |", " 1 | SELECT", "   |       ^");
    assertThat(
            new Excerpt(new SourceFile("a.sql", ""), Span.at(0), Display.PLAIN, Palette.Style.ERROR)
                .lines())
        .hasSize(3);
  }

  private static String excerpt(String text, String marked) {
    int start = text.indexOf(marked);
    Span span = new Span(start, start + marked.length());
    return String.join(
            "\n",
            new Excerpt(new SourceFile("a.sql", text), span, Display.PLAIN, Palette.Style.ERROR)
                .lines())
        + "\n";
  }
}
