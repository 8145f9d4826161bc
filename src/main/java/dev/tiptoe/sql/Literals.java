package dev.tiptoe.sql;

import dev.tiptoe.text.Span;
import java.util.Optional;

/** Finds literals in a text, but not in its comments or in other literals. */
public final class Literals {

  private Literals() {}

  /**
   * What stands between the quotes of a literal; empty if an escape there makes it another text
   * than the server gets.
   */
  static Optional<Span> inside(String text, Span literal, Target target) {
    String written = literal.of(text);
    if (written.startsWith("$")) {
      int tag = written.indexOf('$', 1) + 1;
      return Optional.of(new Span(literal.start() + tag, literal.end() - tag));
    }
    char quote = written.charAt(written.length() - 1);
    int open = written.indexOf(quote);
    String inside = written.substring(open + 1, Math.max(open + 1, written.length() - 1));
    // E'' has escapes, and U&'' of its own; other prefixes do not begin a statement.
    boolean escapes = open > 0 || target.dialect().isMySqlLike();
    return inside.indexOf(quote) >= 0 || (escapes && inside.contains("\\"))
        ? Optional.empty()
        : Optional.of(new Span(literal.start() + open + 1, literal.end() - 1));
  }

  /** The first place within {@code span} where a literal stands, written exactly so. */
  public static Optional<Span> find(String text, Span span, String literal, Target target) {
    Lexer lexer = new Lexer(text, target, span.start(), span.end());
    while (lexer.next() != TokenKind.END) {
      int length = lexer.end() - lexer.start();
      if (lexer.kind() == TokenKind.STRING
          && length == literal.length()
          && text.startsWith(literal, lexer.start())) {
        return Optional.of(new Span(lexer.start(), lexer.end()));
      }
    }
    return Optional.empty();
  }
}
