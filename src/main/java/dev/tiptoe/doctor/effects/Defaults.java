package dev.tiptoe.doctor.effects;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Tells whether two spellings of a column's default mean one value. */
final class Defaults {

  private Defaults() {}

  static Likeness compare(Optional<String> wanted, Optional<String> found) {
    Optional<String> one = wanted.map(Defaults::plain).filter(d -> !d.equals("null"));
    Optional<String> other = found.map(Defaults::plain).filter(d -> !d.equals("null"));
    if (one.isEmpty() || other.isEmpty()) {
      return Likeness.of(one.isEmpty() == other.isEmpty());
    }
    if (one.equals(other) || isSameNumber(one.get(), other.get())) {
      return Likeness.SAME;
    }
    return isWord(one.get()) && isWord(other.get()) ? Likeness.DIFFERENT : Likeness.UNCLEAR;
  }

  /** Without the parentheses around it, the casts behind it and the quotes of a literal. */
  private static String plain(String written) {
    String text = written.strip();
    while (text.startsWith("(") && text.endsWith(")")) {
      text = text.substring(1, text.length() - 1).strip();
    }
    int end = literalEnd(text);
    if (end > 0 && (end == text.length() || text.startsWith("::", end))) {
      return text.substring(1, end - 1).replace("''", "'");
    }
    String lower = text.toLowerCase(Locale.ROOT);
    int cast = lower.indexOf("::");
    if (cast > 0 && lower.indexOf('(') < 0) {
      lower = lower.substring(0, cast);
    }
    return lower.startsWith("nextval(") ? "nextval" : currentTime(lower);
  }

  /** Where a string literal that starts the text ends; 0 if none does. */
  private static int literalEnd(String text) {
    if (!text.startsWith("'")) {
      return 0;
    }
    int end = text.indexOf('\'', 1);
    while (end >= 0 && text.startsWith("''", end)) {
      end = text.indexOf('\'', end + 2);
    }
    return end + 1;
  }

  private static String currentTime(String text) {
    String word = text.replace(" ", "").replace("()", "").replace("(0)", "");
    for (String name : new String[] {"current_timestamp", "localtimestamp", "localtime", "now"}) {
      if (word.equals(name) || word.startsWith(name + "(")) {
        return "now" + word.substring(name.length());
      }
    }
    return switch (word) {
      case "true" -> "1";
      case "false" -> "0";
      default -> text;
    };
  }

  private static boolean isSameNumber(String one, String other) {
    try {
      return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Whether it is so plain that another spelling of it is unlikely. */
  private static boolean isWord(String text) {
    return text.chars()
        .allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-');
  }
}
