package dev.tiptoe.sql;

import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.DropBehavior;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.Reference;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A place in a statement's tokens, moved forward by a recursive-descent reader; it never runs past
 * its limit.
 */
final class Cursor {

  /** Of a longer name PostgreSQL takes no more; in bytes, and letters beyond ASCII are rare. */
  private static final int LONGEST_POSTGRESQL = 63;

  private final Tokens tokens;
  private final Target target;
  private final int limit;
  private int at;

  Cursor(Tokens tokens, Target target, int from, int limit) {
    this.tokens = tokens;
    this.target = target;
    this.at = from;
    this.limit = limit;
  }

  /** A cursor over the tokens {@code from} to {@code to} of the same statement. */
  Cursor part(int from, int to) {
    return new Cursor(tokens, target, from, to);
  }

  Target target() {
    return target;
  }

  boolean mySqlLike() {
    return target.dialect().isMySqlLike();
  }

  int at() {
    return at;
  }

  int limit() {
    return limit;
  }

  void moveTo(int index) {
    at = Math.min(index, limit);
  }

  boolean atEnd() {
    return at >= limit;
  }

  TokenKind kind() {
    return at < limit ? tokens.kind(at) : TokenKind.END;
  }

  String text() {
    return at < limit ? tokens.text(at) : "";
  }

  boolean peek(String keyword) {
    return at < limit && tokens.is(at, keyword);
  }

  /** Whether these keywords come next, one after the other. */
  boolean peek(String first, String second) {
    return peek(first) && at + 1 < limit && tokens.is(at + 1, second);
  }

  boolean peekAt(int offset, String keyword) {
    return at + offset < limit && tokens.is(at + offset, keyword);
  }

  boolean peekSymbol(char symbol) {
    return at < limit && tokens.isSymbol(at, symbol);
  }

  boolean peekSymbolAt(int offset, char symbol) {
    return at + offset < limit && tokens.isSymbol(at + offset, symbol);
  }

  /** Takes the keyword if it comes next. */
  boolean take(String keyword) {
    if (peek(keyword)) {
      at++;
      return true;
    }
    return false;
  }

  /** Takes both keywords or none. */
  boolean take(String first, String second) {
    if (peek(first, second)) {
      at += 2;
      return true;
    }
    return false;
  }

  boolean take(String first, String second, String third) {
    if (peek(first, second) && peekAt(2, third)) {
      at += 3;
      return true;
    }
    return false;
  }

  /** Takes IF EXISTS if it comes next. */
  Existence takeIfExists() {
    return take("IF", "EXISTS") ? Existence.TOLERANT : Existence.STRICT;
  }

  /** Takes IF NOT EXISTS if it comes next. */
  Existence takeIfNotExists() {
    return take("IF", "NOT", "EXISTS") ? Existence.TOLERANT : Existence.STRICT;
  }

  /** Takes RESTRICT or CASCADE if it comes next; MySQL takes no notice of either. */
  DropBehavior takeBehavior() {
    boolean cascade = !take("RESTRICT") && take("CASCADE");
    return cascade && !mySqlLike() ? DropBehavior.CASCADE : DropBehavior.RESTRICT;
  }

  boolean takeSymbol(char symbol) {
    if (peekSymbol(symbol)) {
      at++;
      return true;
    }
    return false;
  }

  /** Takes whatever comes next. */
  void skip() {
    at = Math.min(at + 1, limit);
  }

  /** The index of the first of these keywords that stands outside of parentheses, or the limit. */
  int endBefore(String... keywords) {
    int depth = 0;
    for (int i = at; i < limit; i++) {
      if (tokens.isSymbol(i, '(')) {
        depth++;
      } else if (tokens.isSymbol(i, ')')) {
        depth--;
      } else if (depth == 0) {
        for (String keyword : keywords) {
          if (tokens.is(i, keyword)) {
            return i;
          }
        }
      }
    }
    return limit;
  }

  /**
   * The index of the parenthesis that closes the one this cursor stands in, or the limit if it
   * stands in none.
   */
  int endOfParenthesis() {
    int depth = 0;
    for (int i = at; i < limit; i++) {
      if (tokens.isSymbol(i, '(')) {
        depth++;
      } else if (tokens.isSymbol(i, ')') && --depth < 0) {
        return i;
      }
    }
    return limit;
  }

  /** Takes a parenthesis with all it holds, if one opens here; the span is what stands inside. */
  Optional<Span> takeParenthesis() {
    if (!peekSymbol('(')) {
      return Optional.empty();
    }
    int after = tokens.afterParenthesis(at, limit);
    boolean closed = tokens.isSymbol(after - 1, ')');
    Span inside =
        new Span(tokens.end(at), closed ? tokens.start(after - 1) : tokens.end(after - 1));
    at = after;
    return Optional.of(inside);
  }

  /** The index after the parenthesis that opens here. */
  int afterParenthesis() {
    return tokens.afterParenthesis(at, limit);
  }

  /** From the start of token {@code first} to the end of the last token taken. */
  Span since(int first) {
    return tokens.span(first, at);
  }

  /** The place of the token that comes next. */
  Span here() {
    return tokens.span(at, Math.min(at + 1, limit));
  }

  /**
   * What stands between the quotes of the literal that comes next, if the server gets just that.
   */
  Optional<Span> insideLiteral() {
    return Literals.inside(tokens.text(), here(), target);
  }

  /** From token {@code first} to the end of the part this cursor may read. */
  Span all(int first) {
    return tokens.span(first, limit);
  }

  String source(Span span) {
    return span.of(tokens.text());
  }

  /** Whether a name, quoted or not, comes next. */
  boolean peekName() {
    return switch (kind()) {
      case WORD, QUOTED_NAME, PLACEHOLDER -> true;
      case STRING -> mySqlLike() && text().startsWith("\"");
      default -> false;
    };
  }

  /** Reads a name, qualified or not; empty and nothing taken if none comes next. */
  Optional<Name> takeName() {
    if (!peekName()) {
      return Optional.empty();
    }
    int first = at;
    List<String> parts = new ArrayList<>();
    do {
      if (!peekName()) {
        at = first;
        return Optional.empty();
      }
      StringBuilder part = new StringBuilder(fold(tokens.text(at), tokens.kind(at)));
      at++;
      // A placeholder may stand for a part of a name: ${prefix}users.
      while (at < limit
          && (tokens.kind(at) == TokenKind.PLACEHOLDER
              || tokens.kind(at - 1) == TokenKind.PLACEHOLDER)
          && tokens.start(at) == tokens.end(at - 1)
          && peekName()) {
        part.append(fold(tokens.text(at), tokens.kind(at)));
        at++;
      }
      parts.add(part.toString());
    } while (takeSymbol('.'));
    Span span = since(first);
    String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : "";
    return Optional.of(new Name(schema, parts.get(parts.size() - 1), source(span), span));
  }

  /**
   * Reads names between parentheses, such as the columns of a key; expressions and lengths among
   * them are left out.
   */
  List<Name> takeColumnList() {
    if (!peekSymbol('(')) {
      return List.of();
    }
    List<Name> names = new ArrayList<>();
    for (Cursor element : takeParenthesized()) {
      element.takeName().filter(n -> !element.peekSymbol('(') || mySqlLike()).ifPresent(names::add);
    }
    return List.copyOf(names);
  }

  /** Takes a parenthesis if one opens here; the parts between its commas. */
  List<Cursor> takeParenthesized() {
    if (!peekSymbol('(')) {
      return List.of();
    }
    int after = afterParenthesis();
    List<Cursor> elements = part(at + 1, after - 1).elements();
    at = after;
    return elements;
  }

  /** Reads what a foreign key points to, behind REFERENCES. */
  Optional<Reference> takeReference() {
    return takeName().map(table -> new Reference(table, takeColumnList()));
  }

  /**
   * The parts between commas that stand outside of parentheses and brackets, from here to the
   * limit.
   */
  List<Cursor> elements() {
    List<Cursor> elements = new ArrayList<>();
    int from = at;
    int depth = 0;
    for (int i = at; i < limit; i++) {
      if (tokens.kind(i) == TokenKind.SYMBOL) {
        switch (tokens.text().charAt(tokens.start(i))) {
          case '(', '[' -> depth++;
          case ')', ']' -> depth--;
          case ',' -> {
            if (depth == 0) {
              elements.add(part(from, i));
              from = i + 1;
            }
          }
          default -> {}
        }
      }
    }
    if (from < limit) {
      elements.add(part(from, limit));
    }
    return elements;
  }

  private String fold(String text, TokenKind kind) {
    if (kind == TokenKind.PLACEHOLDER) {
      return text;
    }
    String name = kind == TokenKind.WORD ? text : unquoted(text);
    if (!target.is(Dialect.POSTGRESQL)) {
      return name;
    }
    String folded = kind == TokenKind.WORD ? name.toLowerCase(Locale.ROOT) : name;
    return folded.length() > LONGEST_POSTGRESQL ? folded.substring(0, LONGEST_POSTGRESQL) : folded;
  }

  private static String unquoted(String text) {
    int open = text.indexOf(text.charAt(text.length() - 1));
    String quote = text.substring(text.length() - 1);
    return text.substring(open + 1, text.length() - 1).replace(quote + quote, quote);
  }
}
