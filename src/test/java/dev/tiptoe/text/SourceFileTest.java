package dev.tiptoe.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class SourceFileTest {

  @Test
  void linesEndAtLineFeedAtCarriageReturnAndAtBoth() {
    SourceFile file = new SourceFile("a.sql", "a\nb\r\nc\rd");
    assertThat(file.line(0)).isEqualTo(1);
    assertThat(file.line(2)).isEqualTo(2);
    assertThat(file.line(4)).as("the line feed of CRLF").isEqualTo(2);
    assertThat(file.line(5)).isEqualTo(3);
    assertThat(file.line(7)).isEqualTo(4);
    assertThat(file.text(file.lineSpan(2))).isEqualTo("b");
  }

  @Test
  void columnsCountFromOne() {
    SourceFile file = new SourceFile("a.sql", "ab\ncd");
    assertThat(file.column(0)).isEqualTo(1);
    assertThat(file.column(4)).isEqualTo(2);
  }

  @Test
  void theNewlineIsThatOfTheFirstLine() {
    assertThat(new SourceFile("a.sql", "a\r\nb\n").newline()).isEqualTo("\r\n");
    assertThat(new SourceFile("a.sql", "a\nb\r\n").newline()).isEqualTo("\n");
    assertThat(new SourceFile("a.sql", "a").newline()).isEqualTo("\n");
    assertThat(new SourceFile("a.sql", "\n").newline()).isEqualTo("\n");
  }

  @Test
  void anEmptyFileHasOneLine() {
    SourceFile file = new SourceFile("a.sql", "");
    assertThat(file.line(0)).isEqualTo(1);
    assertThat(file.column(0)).isEqualTo(1);
    assertThat(file.lineSpan(0)).isEqualTo(Span.at(0));
  }

  @Property
  void lineAndColumnLeadBackToTheOffset(
      @ForAll @Chars({'\n', '\r'}) @CharRange(from = 'a', to = 'c') String text) {
    SourceFile file = new SourceFile("a.sql", text);
    for (int offset = 0; offset <= text.length(); offset++) {
      assertThat(file.lineStart(file.line(offset)) + file.column(offset) - 1).isEqualTo(offset);
      Span line = file.lineSpan(offset);
      assertThat(line.of(text)).doesNotContain("\n", "\r");
      assertThat(line.start()).isLessThanOrEqualTo(offset);
    }
  }
}
