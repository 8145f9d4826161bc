package dev.tiptoe.config;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern for paths: {@code *} and {@code ?} stay within one folder, {@code **} crosses folders,
 * {@code [a-z]} is one of these characters, {@code {a,b}} one of these words. A pattern that names
 * a folder means everything below it.
 */
public final class Glob {

  private static final int LONGEST = 1_000;

  private final String text;
  private final Pattern pattern;

  private Glob(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /** Reads a pattern; empty if a bracket or a brace in it is not closed, or it is too long. */
  static Optional<Glob> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String path = text.startsWith("./") ? text.substring(2) : text;
    String below = path.endsWith("/") ? ".*" : "(?:/.*)?";
    try {
      return translated(path).map(regex -> new Glob(text, Pattern.compile(regex + below)));
    } catch (PatternSyntaxException badRange) {
      return Optional.empty();
    }
  }

  /** Whether it is for a file; the path is relative, with slashes. */
  public boolean matches(String path) {
    return pattern.matcher(path).matches();
  }

  private static Optional<String> translated(String glob) {
    StringBuilder regex = new StringBuilder("(?s)");
    boolean inBraces = false;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (glob.startsWith("**/", i) && (i == 0 || glob.charAt(i - 1) == '/')) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (c == '[') {
        int close = glob.indexOf(']', i + 2);
        if (close < 0) {
          return Optional.empty();
        }
        regex.append(characters(glob.substring(i + 1, close)));
        i = close;
      } else if (c == '{' && inBraces) {
        return Optional.empty();
      } else if (c == '{' || (c == '}' && inBraces)) {
        inBraces = c == '{';
        regex.append(inBraces ? "(?:" : ")");
      } else if (c == ',' && inBraces) {
        regex.append('|');
      } else {
        regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
      }
    }
    return inBraces ? Optional.empty() : Optional.of(regex.toString());
  }

  private static String characters(String inside) {
    boolean none = inside.startsWith("!");
    String escaped =
        (none ? inside.substring(1) : inside)
            .replace("\\", "\\\\")
            .replace("[", "\\[")
            .replace("&", "\\&")
            .replace("^", "\\^");
    return (none ? "[^/" : "[") + escaped + "]";
  }

  @Override
  public String toString() {
    return text;
  }
}
