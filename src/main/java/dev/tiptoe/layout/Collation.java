package dev.tiptoe.layout;

/**
 * The order of JavaScript's {@code localeCompare}: punctuation before digits before letters, and
 * letters by their case only where all else is equal. Held against Node.js for ASCII.
 */
final class Collation {

  private static final String ORDER =
      " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";

  private Collation() {}

  /** A text whose natural order is that of the collation. */
  static String key(String text) {
    StringBuilder letters = new StringBuilder();
    StringBuilder cases = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int rank = ORDER.indexOf(Character.toLowerCase(c));
      letters.append(rank < 0 ? c : (char) (rank + 1));
      cases.append(Character.isUpperCase(c) ? '1' : '0');
    }
    return letters.append('\0').append(cases).toString();
  }
}
