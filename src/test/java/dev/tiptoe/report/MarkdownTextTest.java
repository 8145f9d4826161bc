package dev.tiptoe.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a | b",
        "<img src=x onerror=alert(1)>",
        "&lt;b&gt;",
        "[click](http://example.org)",
        "![x](x)",
        "`code`",
        "**bold** _it_ ~~no~~ $x$",
        "http://example.org www.example.org a@example.org",
        "@everyone #1 org/repo#2",
        "\\| \\",
        "one\ntwo\r\nthree",
        ":tada:"
      })
  void nothingInATextIsMarkup(String text) {
    for (String shown : new String[] {MarkdownText.prose(text), MarkdownText.code(text)}) {
      String inside = shown.replaceAll("^<code>|</code>$", "").replaceAll("&#\\d+;", "");
      assertThat(inside).doesNotContainPattern("[|<>&\\[\\]`*_~$\\\\@#\n\r]|://|www\\.|:\\w");
    }
  }

  @Test
  void itReadsAsItWasWritten() {
    assertThat(MarkdownText.prose("\"größe\" is NOT NULL: error 23502 (contains null)."))
        .isEqualTo("\"größe\" is NOT NULL: error 23502 (contains null).");
    assertThat(MarkdownText.prose("a|b")).isEqualTo("a&#124;b");
  }

  @Test
  void nobodyIsCalled() {
    assertThat(MarkdownText.prose("@everyone")).isEqualTo("&#64;\u200Beveryone");
  }

  @Test
  void noFenceInTheSqlEndsTheBlock() {
    assertThat(MarkdownText.block("SELECT '\n````\n';\r\n"))
        .isEqualTo("`````sql\nSELECT '\n````\n';\n\n`````\n");
  }
}
