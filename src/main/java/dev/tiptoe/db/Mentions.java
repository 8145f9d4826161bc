package dev.tiptoe.db;

import java.util.Locale;

/**
 * The names that occur in a text, be it in a comment or a string: rather one table too many is
 * looked at than one that a statement works out.
 */
record Mentions(String text) {

  Mentions {
    text = text.toLowerCase(Locale.ROOT);
  }

  /** Whether the name stands there, as it is or with its quotes doubled. */
  boolean has(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return stands(folded)
        || stands(folded.replace("\"", "\"\""))
        || stands(folded.replace("`", "``"));
  }

  private boolean stands(String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean starts = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
      if (starts && ends) {
        return true;
      }
    }
    return false;
  }
}
