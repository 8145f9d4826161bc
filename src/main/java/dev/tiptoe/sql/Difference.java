package dev.tiptoe.sql;

import dev.tiptoe.text.Located;
import dev.tiptoe.text.Span;
import java.util.Optional;

/**
 * Where a text first differs from what it was.
 *
 * @param span the first token or character that is not what it was
 */
public record Difference(Kind kind, Span span) implements Located {

  /** What differs. */
  public enum Kind {
    /** What the server runs. */
    STATEMENTS,
    /** Comments and white space alone. */
    COMMENTS
  }

  /** The first difference, one in a statement before one in a comment; empty if there is none. */
  public static Optional<Difference> between(String before, String after, Target target) {
    if (before.equals(after)) {
      return Optional.empty();
    }
    Lexer old = new Lexer(before, target, 0, before.length());
    Lexer now = new Lexer(after, target, 0, after.length());
    TokenKind kind;
    do {
      kind = code(now);
      if (code(old) != kind || !sameToken(before, old, after, now)) {
        return Optional.of(
            new Difference(Kind.STATEMENTS, shown(after, new Span(now.start(), now.end()))));
      }
    } while (kind != TokenKind.END);
    return Optional.of(new Difference(Kind.COMMENTS, shown(after, firstCharacter(before, after))));
  }

  private static TokenKind code(Lexer lexer) {
    TokenKind kind = lexer.next();
    while (kind == TokenKind.SPACE || kind == TokenKind.COMMENT) {
      kind = lexer.next();
    }
    return kind;
  }

  private static boolean sameToken(String before, Lexer old, String after, Lexer now) {
    int length = now.end() - now.start();
    return old.end() - old.start() == length
        && before.regionMatches(old.start(), after, now.start(), length);
  }

  private static Span firstCharacter(String before, String after) {
    int at = 0;
    int common = Math.min(before.length(), after.length());
    while (at < common && before.charAt(at) == after.charAt(at)) {
      at++;
    }
    return Span.at(at);
  }

  /** Beyond the last line there is nothing to show, so the end of that line stands for it. */
  private static Span shown(String text, Span place) {
    if (place.start() < text.length()) {
      return place;
    }
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return Span.at(end);
  }
}
