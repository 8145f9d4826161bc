package dev.tiptoe.report;

/**
 * Text from files as Markdown shows it letter by letter: it opens no table, link, tag or code, and
 * calls nobody.
 */
final class MarkdownText {

  private static final String PLAIN = " ,;()'\"/?%=+-!.";

  /** Stands between an at sign or a number sign and what would otherwise be a mention. */
  private static final String NO_MENTION = "\u200B";

  private MarkdownText() {}

  static String prose(String text) {
    return literal(text, NO_MENTION);
  }

  /** In the letters of code, where nobody is mentioned. */
  static String code(String text) {
    return "<code>" + literal(text, "") + "</code>";
  }

  /** SQL in a block of its own, behind a fence that nothing in it closes. */
  static String block(String sql) {
    int longest = 2;
    int run = 0;
    for (int i = 0; i < sql.length(); i++) {
      run = sql.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    return fence + "sql\n" + sql.replace("\r\n", "\n") + "\n" + fence + "\n";
  }

  /** What a number stands for is never markup. */
  private static String literal(String text, String afterSign) {
    String printable = Cells.printable(text);
    StringBuilder literal = new StringBuilder(printable.length() + 16);
    for (int i = 0; i < printable.length(); i++) {
      char c = printable.charAt(i);
      boolean joinsAddress = c == '.' && printable.regionMatches(true, i - 3, "www", 0, 3);
      boolean endsPhrase = c == ':' && printable.startsWith(" ", i + 1);
      if ((isPlain(c) && !joinsAddress) || endsPhrase) {
        literal.append(c);
      } else {
        literal.append("&#").append((int) c).append(';');
      }
      if (c == '@' || c == '#') {
        literal.append(afterSign);
      }
    }
    return literal.toString();
  }

  private static boolean isPlain(char c) {
    return c > '~' || Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
  }
}
