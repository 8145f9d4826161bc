package dev.tiptoe.sql;

import dev.tiptoe.text.Span;
import java.util.Arrays;

/** The tokens of one statement that carry meaning, in order: no white space, no comments. */
final class Tokens {

  private final String text;
  private TokenKind[] kinds = new TokenKind[32];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int size;

  private Tokens(String text) {
    this.text = text;
  }

  /**
   * Reads the tokens of {@code span}; what the server's executable comments hold is read, their
   * marks are not.
   */
  static Tokens of(String text, Span span, Target target) {
    Tokens tokens = new Tokens(text);
    Lexer lexer = new Lexer(text, target, span.start(), span.end());
    while (lexer.next() != TokenKind.END) {
      switch (lexer.kind()) {
        case SPACE, COMMENT, VERSION_MARK -> {}
        default -> tokens.add(lexer.kind(), lexer.start(), lexer.end());
      }
    }
    return tokens;
  }

  int size() {
    return size;
  }

  TokenKind kind(int index) {
    return index >= 0 && index < size ? kinds[index] : TokenKind.END;
  }

  int start(int index) {
    return index < size ? starts[index] : (size == 0 ? 0 : ends[size - 1]);
  }

  int end(int index) {
    return ends[index];
  }

  Span span(int index) {
    return new Span(starts[index], ends[index]);
  }

  /** From the start of token {@code first} to the end of the token before {@code limit}. */
  Span span(int first, int limit) {
    return limit <= first ? Span.at(start(first)) : new Span(starts[first], ends[limit - 1]);
  }

  String text(int index) {
    return index >= 0 && index < size ? text.substring(starts[index], ends[index]) : "";
  }

  String text() {
    return text;
  }

  /** Whether this token is the keyword, in any letter case. */
  boolean is(int index, String keyword) {
    return kind(index) == TokenKind.WORD
        && ends[index] - starts[index] == keyword.length()
        && text.regionMatches(true, starts[index], keyword, 0, keyword.length());
  }

  boolean isSymbol(int index, char symbol) {
    return kind(index) == TokenKind.SYMBOL
        && text.charAt(starts[index]) == symbol
        && ends[index] == starts[index] + 1;
  }

  /**
   * The index after the parenthesis that closes the one at {@code open}, or {@code limit} if none
   * does.
   */
  int afterParenthesis(int open, int limit) {
    int depth = 0;
    for (int i = open; i < limit; i++) {
      if (isSymbol(i, '(')) {
        depth++;
      } else if (isSymbol(i, ')') && --depth == 0) {
        return i + 1;
      }
    }
    return limit;
  }

  private void add(TokenKind kind, int start, int end) {
    if (size == starts.length) {
      kinds = Arrays.copyOf(kinds, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    kinds[size] = kind;
    starts[size] = start;
    ends[size++] = end;
  }
}
