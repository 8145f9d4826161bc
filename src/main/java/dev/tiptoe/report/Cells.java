package dev.tiptoe.report;

/** Text as a terminal shows it: without characters that steer it, and measured in its cells. */
public final class Cells {

  private Cells() {}

  /**
   * The text with a question mark for each character that would move the cursor or turn the writing
   * round.
   */
  static String printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (steers(text.charAt(i))) {
        return replaced(text);
      }
    }
    return text;
  }

  /** The text with a question mark for each cell of a character beyond ASCII. */
  public static String ascii(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> result.append(c < 0x80 ? Character.toString(c) : "?".repeat(width(c))));
    return result.toString();
  }

  /** How many cells a character takes; a tab is shown as four spaces. */
  static int width(int character) {
    if (character < 0x300) {
      return character == '\t' ? 4 : 1;
    }
    if (character == 0xFEFF
        || Character.getType(character) == Character.NON_SPACING_MARK
        || Character.getType(character) == Character.ENCLOSING_MARK
        || Character.getType(character) == Character.FORMAT) {
      return 0;
    }
    return isWide(character) ? 2 : 1;
  }

  /** Appends a character so that it takes as many cells as {@link #width} says. */
  static void append(StringBuilder line, int character) {
    if (character == '\t') {
      line.append("    ");
    } else if (character < 0x10000 && steers((char) character)) {
      line.append(width(character) == 0 ? "" : "?");
    } else if (character != 0xFEFF) {
      line.appendCodePoint(character);
    }
  }

  private static String replaced(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      result.append(steers(text.charAt(i)) ? '?' : text.charAt(i));
    }
    return result.toString();
  }

  private static boolean steers(char c) {
    return c < ' '
        || (c >= 0x7F && c < 0xA0)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x2028
        || c == 0x2029;
  }

  /** Characters of East Asia and emoji. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
