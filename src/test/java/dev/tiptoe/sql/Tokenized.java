package dev.tiptoe.sql;

import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;

/** The tokens of a text, for tests that cut texts up. */
public final class Tokenized {

  private Tokenized() {}

  /** The places of all tokens, white space and comments among them, in order. */
  public static List<Span> places(String text, Target target) {
    List<Span> places = new ArrayList<>();
    Lexer lexer = new Lexer(text, target, 0, text.length());
    while (lexer.next() != TokenKind.END) {
      places.add(new Span(lexer.start(), lexer.end()));
    }
    return places;
  }

  /** One token a line: its kind and its text. */
  static String table(String text, Target target) {
    StringBuilder table = new StringBuilder();
    Lexer lexer = new Lexer(text, target, 0, text.length());
    while (lexer.next() != TokenKind.END) {
      if (lexer.kind() != TokenKind.SPACE) {
        table
            .append(lexer.kind())
            .append(' ')
            .append(text, lexer.start(), lexer.end())
            .append('\n');
      }
    }
    return table.toString();
  }
}
