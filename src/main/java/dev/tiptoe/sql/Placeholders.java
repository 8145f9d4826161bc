package dev.tiptoe.sql;

import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Finds what a template has where a value or a name shall be, outside of strings and comments. */
public final class Placeholders {

  /**
   * Nobody writes a template as long as that by hand; it is data, of which only the head is read.
   */
  private static final int LONGEST = 1 << 16;

  private final String text;
  private final Lexer lexer;
  private final List<Span> found = new ArrayList<>();

  private Placeholders(String text, Span span, Target target) {
    this.text = text;
    this.lexer = new Lexer(text, target, span.start(), span.end());
  }

  /** {@code ${x}}, {@code __X__} and psql's {@code :'x'} and {@code :"x"} in a part of a text. */
  public static List<Span> in(String text, Span span, Target target) {
    Span head = new Span(span.start(), Math.min(span.end(), span.start() + LONGEST));
    return mayHold(text, head) ? new Placeholders(text, head, target).find() : List.of();
  }

  /** Most statements hold none, which is seen without reading their tokens. */
  private static boolean mayHold(String text, Span span) {
    char before = ' ';
    for (int i = span.start(); i < span.end(); i++) {
      char c = text.charAt(i);
      if ((c == '{' && before == '$')
          || (c == '_' && before == '_')
          || ((c == '\'' || c == '"') && before == ':')) {
        return true;
      }
      before = c;
    }
    return false;
  }

  private List<Span> find() {
    int colon = -1;
    for (TokenKind kind = lexer.next();
        kind != TokenKind.END && kind != TokenKind.UNCLOSED;
        kind = lexer.next()) {
      boolean afterColon = colon >= 0 && colon == lexer.start() - 1;
      boolean quoted = kind == TokenKind.STRING || kind == TokenKind.QUOTED_NAME;
      if (kind == TokenKind.PLACEHOLDER || (kind == TokenKind.WORD && isBetweenUnderscores())) {
        found.add(new Span(lexer.start(), lexer.end()));
      } else if (afterColon && quoted) {
        found.add(new Span(colon, lexer.end()));
      }
      colon = kind == TokenKind.SYMBOL && text.charAt(lexer.start()) == ':' ? lexer.start() : -1;
    }
    return List.copyOf(found);
  }

  private boolean isBetweenUnderscores() {
    String word = text.substring(lexer.start(), lexer.end());
    return word.length() > 4
        && word.startsWith("__")
        && word.endsWith("__")
        && word.chars().allMatch(c -> c == '_' || Character.isUpperCase(c) || Character.isDigit(c));
  }
}
