package dev.tiptoe.text;

import java.util.Arrays;

/** A file's path, as it is shown to people, and its exact text. */
public final class SourceFile {

  private final String path;
  private final String text;
  private int[] lineStarts = {};

  public SourceFile(String path, String text) {
    this.path = path;
    this.text = text;
  }

  public String path() {
    return path;
  }

  public String text() {
    return text;
  }

  public String text(Span span) {
    return span.of(text);
  }

  /** The same file with another text. */
  public SourceFile withText(String newText) {
    return new SourceFile(path, newText);
  }

  /** The line of an offset, counted from 1; lines end at LF, at CRLF and at a lone CR. */
  public int line(int offset) {
    int found = Arrays.binarySearch(starts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of an offset, counted from 1 in UTF-16 units. */
  public int column(int offset) {
    return offset - starts()[line(offset) - 1] + 1;
  }

  /** The offset at which a line (counted from 1) starts. */
  public int lineStart(int line) {
    return starts()[line - 1];
  }

  /**
   * The offset at which the line after that of {@code offset} starts; the end of the text after the
   * last.
   */
  public int nextLineStart(int offset) {
    int line = line(offset);
    return line < starts().length ? lineStart(line + 1) : text.length();
  }

  /** Whether nothing but white space and a byte order mark stands in {@code text}. */
  public static boolean isBlank(String text) {
    return text.replace("\uFEFF", "").isBlank();
  }

  /** The line of an offset without its end-of-line characters. */
  public Span lineSpan(int offset) {
    int start = lineStart(line(offset));
    int end = nextLineStart(offset);
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return new Span(start, end);
  }

  /** The line ending of this file: that of its first line, or LF. */
  public String newline() {
    int at = text.indexOf('\n');
    return at > 0 && text.charAt(at - 1) == '\r' ? "\r\n" : "\n";
  }

  private int[] starts() {
    if (lineStarts.length == 0) {
      lineStarts = findLines(text);
    }
    return lineStarts;
  }

  private static int[] findLines(String text) {
    int[] starts = new int[64];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean loneCr = c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
      if (c == '\n' || loneCr) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
