package dev.tiptoe.sql;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text of a statement taken out of its place, to be written elsewhere. */
public final class Fragment {

  private Fragment() {}

  /**
   * The tokens of {@code span} without those of the spans {@code without}: comments are left out,
   * white space becomes one space, and a comment that the server executes stays one.
   */
  public static String of(String text, Span span, List<Span> without, Target target) {
    StringBuilder result = new StringBuilder();
    Lexer lexer = new Lexer(text, target, span.start(), span.end());
    boolean gap = false;
    while (lexer.next() != TokenKind.END) {
      Span token = new Span(lexer.start(), lexer.end());
      boolean dropped = without.stream().anyMatch(w -> w.covers(token));
      if (dropped || lexer.kind() == TokenKind.SPACE || lexer.kind() == TokenKind.COMMENT) {
        gap = true;
        continue;
      }
      if (gap && result.length() > 0) {
        result.append(' ');
      }
      gap = false;
      result.append(text, token.start(), token.end());
    }
    // The mark that closes an executed comment may stand behind the last token.
    return lexer.insideExecutedComment() ? result.append(" */").toString() : result.toString();
  }

  /** The stretches of {@code span} between its comments, without white space around them. */
  public static List<Span> parts(String text, Span span, Target target) {
    List<Span> parts = new ArrayList<>();
    int start = -1;
    int end = -1;
    Lexer lexer = new Lexer(text, target, span.start(), span.end());
    while (lexer.next() != TokenKind.END) {
      boolean apart = lexer.kind() == TokenKind.COMMENT || lexer.kind() == TokenKind.VERSION_MARK;
      if (apart && start >= 0) {
        parts.add(new Span(start, end));
        start = -1;
      } else if (!apart && lexer.kind() != TokenKind.SPACE) {
        start = start < 0 ? lexer.start() : start;
        end = lexer.end();
      }
    }
    if (start >= 0) {
      parts.add(new Span(start, end));
    }
    return parts;
  }

  /** The place of the comma between two neighbours of a list, whatever comments stand there. */
  public static Span comma(String text, int from, int to, Target target) {
    Lexer lexer = new Lexer(text, target, from, to);
    while (lexer.next() != TokenKind.END) {
      if (lexer.kind() == TokenKind.SYMBOL && text.charAt(lexer.start()) == ',') {
        return new Span(lexer.start(), lexer.end());
      }
    }
    return Span.at(from);
  }

  /** The place behind the first of these words in {@code span}, in whatever letter case. */
  public static int behind(String text, Span span, String word, Target target) {
    Lexer lexer = new Lexer(text, target, span.start(), span.end());
    while (lexer.next() != TokenKind.END) {
      boolean same = lexer.end() - lexer.start() == word.length();
      if (same && text.regionMatches(true, lexer.start(), word, 0, word.length())) {
        return lexer.end();
      }
    }
    return span.start();
  }

  /** Whether {@code sql} names {@code column}, in whatever letter case. */
  public static boolean mentions(String sql, String column, Target target) {
    Tokens tokens = Tokens.of(sql, new Span(0, sql.length()), target);
    Cursor cursor = new Cursor(tokens, target, 0, tokens.size());
    while (!cursor.atEnd()) {
      Optional<Name> name = cursor.takeName();
      if (name.isEmpty()) {
        cursor.skip();
      } else if (name.get().name().equalsIgnoreCase(column)) {
        return true;
      }
    }
    return false;
  }
}
