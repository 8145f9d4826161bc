package dev.tiptoe.layout;

import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import java.util.List;
import java.util.Locale;

/** The words with which statements begin, by which tools decide how to send them. */
final class Head {

  private static final int MOST_CHARACTERS = 400;

  private Head() {}

  /** The beginning of a statement in upper case, with single blanks and one at the end. */
  static String of(Script script, Statement statement) {
    int start = statement.span().start();
    int end = Math.min(statement.span().end(), start + MOST_CHARACTERS);
    return words(script.file().text().substring(start, end).toUpperCase(Locale.ROOT)) + " ";
  }

  /** A text with single blanks between its words. */
  static String words(String text) {
    StringBuilder words = new StringBuilder(text.length());
    boolean between = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ') {
        words.append(between && !words.isEmpty() ? " " : "").append(c);
      }
      between = c <= ' ';
    }
    return words.toString();
  }

  /** Whether a statement begins with one of these words, each of which ends in a blank. */
  static boolean startsWith(String head, List<String> beginnings) {
    return beginnings.stream().anyMatch(head::startsWith);
  }
}
