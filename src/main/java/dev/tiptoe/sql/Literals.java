package dev.tiptoe.sql;

import dev.tiptoe.text.Span;
import java.util.Optional;

/** Finds literals in a text, but not in its comments or in other literals. */
public final class Literals {

  private Literals() {}

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
