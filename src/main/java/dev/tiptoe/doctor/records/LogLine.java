package dev.tiptoe.doctor.records;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes from the lines of a log what terminals and collectors of logs have added: colours, and in
 * front of each line a time, the name of a container or the like.
 */
final class LogLine {

  private LogLine() {}

  /** The lines without colours; a text that was put on one line is spread again. */
  static List<String> lines(String text) {
    boolean isEscaped = text.contains("\\n\\n") && !text.contains("\n\n");
    String spread = isEscaped ? text.replace("\\n", "\n").replace("\\\"", "\"") : text;
    return spread.lines().map(LogLine::withoutColours).toList();
  }

  /** How many words stand in front of an offset. */
  static int wordsBefore(String line, int offset) {
    return words(line.substring(0, offset)).size();
  }

  /** What is left of a line without so many words at its front. */
  static String withoutWords(String line, int count) {
    int at = 0;
    for (int i = 0; i < count; i++) {
      at = end(line, start(line, at));
    }
    return line.substring(at).strip();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (int at = start(text, 0); at < text.length(); at = start(text, at)) {
      int end = end(text, at);
      words.add(text.substring(at, end));
      at = end;
    }
    return words;
  }

  private static int start(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int end(String text, int from) {
    int at = from;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Some viewers swallow the escape character and leave the rest of a colour. */
  private static String withoutColours(String line) {
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < line.length()) {
      int end = endOfColour(line, at);
      if (end == at) {
        plain.append(line.charAt(at++));
      } else {
        at = end;
      }
    }
    return plain.toString();
  }

  private static int endOfColour(String line, int at) {
    int bracket = line.charAt(at) == '\u001B' ? at + 1 : at;
    if (!line.startsWith("[", bracket)) {
      return bracket;
    }
    int end = bracket + 1;
    while (end < line.length()
        && (Character.isDigit(line.charAt(end)) || line.charAt(end) == ';')) {
      end++;
    }
    return end < line.length() && line.charAt(end) == 'm' ? end + 1 : bracket;
  }
}
