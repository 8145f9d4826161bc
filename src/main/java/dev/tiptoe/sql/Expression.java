package dev.tiptoe.sql;

import dev.tiptoe.ddl.Volatility;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** An expression as a column's default or as a value for its rows. */
public record Expression(String sql, Kind kind) {

  /** How many values an expression has. */
  public enum Kind {
    /** NULL. */
    NULL,
    /** A literal: the same value always. */
    CONSTANT,
    /** The current time as a bare keyword or as now(): one value in a statement. */
    CURRENT_TIME,
    /** Calls only functions that give one value in a statement. */
    STABLE,
    /** May give another value for every row. */
    VOLATILE,
    /** Reads columns or tables, so it can be no default. */
    READS_ROWS,
    /** Calls what is not known here. */
    UNKNOWN,
    /** Is no expression: empty, cut off, or more than one. */
    UNREADABLE
  }

  /**
   * Reads an expression for a target; comments in it and a semicolon behind it are left out, so
   * that it can be written on one line.
   */
  public static Expression of(String sql, Target target) {
    return of(sql, target, routine -> Volatility.UNKNOWN);
  }

  /**
   * The same where something is known of the user's own routines.
   *
   * @param routines what a routine is, by its name in lower case and without a schema
   */
  public static Expression of(String sql, Target target, Function<String, Volatility> routines) {
    String bare = withoutSemicolon(Fragment.of(sql, new Span(0, sql.length()), List.of(), target));
    Tokens tokens = Tokens.of(bare, new Span(0, bare.length()), target);
    return new Expression(bare, isWhole(tokens) ? kind(tokens, target, routines) : Kind.UNREADABLE);
  }

  private static String withoutSemicolon(String sql) {
    return sql.endsWith(";") ? sql.substring(0, sql.length() - 1).strip() : sql;
  }

  /** Whether there is something, and all that it opens is closed in it. */
  private static boolean isWhole(Tokens tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size() && depth >= 0; i++) {
      if (tokens.kind(i) == TokenKind.UNCLOSED || tokens.isSymbol(i, ';')) {
        return false;
      }
      depth += tokens.isSymbol(i, '(') ? 1 : tokens.isSymbol(i, ')') ? -1 : 0;
    }
    return depth == 0 && tokens.size() > 0;
  }

  /** Whether it is one value for all rows, fit for a column's default. */
  public boolean isOneValue() {
    return kind == Kind.CONSTANT || kind == Kind.CURRENT_TIME || kind == Kind.STABLE;
  }

  /** Whether the server would take it for a column's default at all. */
  public boolean canBeDefault() {
    return isOneValue() || kind == Kind.VOLATILE;
  }

  private static Kind kind(Tokens tokens, Target target, Function<String, Volatility> routines) {
    int first = 0;
    int last = tokens.size();
    if (last == 0) {
      return Kind.UNKNOWN;
    }
    // On MySQL a parenthesis makes an expression of a literal, at another price; on PostgreSQL it
    // means nothing.
    while (target.is(Dialect.POSTGRESQL)
        && tokens.isSymbol(first, '(')
        && tokens.afterParenthesis(first, last) == last) {
      first++;
      last--;
    }
    return literal(tokens, first, last, target)
        .or(() -> currentTime(tokens, 0, tokens.size()))
        .orElseGet(() -> parsed(tokens, target, routines));
  }

  private static Optional<Kind> literal(Tokens tokens, int first, int last, Target target) {
    int at = first;
    if (tokens.isSymbol(at, '-') || tokens.isSymbol(at, '+')) {
      at++;
    }
    Kind kind;
    if (tokens.is(at, "NULL") && at == first) {
      kind = Kind.NULL;
    } else if (tokens.is(at, "TRUE") || tokens.is(at, "FALSE")) {
      kind = Kind.CONSTANT;
    } else if (tokens.kind(at) == TokenKind.NUMBER || tokens.kind(at) == TokenKind.STRING) {
      kind = Kind.CONSTANT;
    } else {
      return Optional.empty();
    }
    at++;
    // 'x'::text, any number of times
    while (target.is(Dialect.POSTGRESQL) && tokens.text(at).equals("::")) {
      Cursor cursor = new Cursor(tokens, target, at + 1, last);
      if (TypeReader.read(cursor).isEmpty()) {
        return Optional.empty();
      }
      at = cursor.at();
    }
    return at == last ? Optional.of(kind) : Optional.empty();
  }

  private static Optional<Kind> currentTime(Tokens tokens, int first, int last) {
    boolean known =
        switch (tokens.text(first).toUpperCase(Locale.ROOT)) {
          case "CURRENT_TIMESTAMP", "LOCALTIMESTAMP", "LOCALTIME", "NOW" -> true;
          default -> false;
        };
    if (!known) {
      return Optional.empty();
    }
    int end =
        tokens.isSymbol(first + 1, '(') ? tokens.afterParenthesis(first + 1, last) : first + 1;
    return end == last ? Optional.of(Kind.CURRENT_TIME) : Optional.empty();
  }

  private static Kind parsed(Tokens tokens, Target target, Function<String, Volatility> routines) {
    return new DetailParser(target)
        .expression(tokens.text())
        .map(parts -> kind(parts, target, routines))
        .orElse(Kind.UNKNOWN);
  }

  private static Kind kind(
      DetailParser.Parts parts, Target target, Function<String, Volatility> routines) {
    if (parts.readsRows()) {
      return Kind.READS_ROWS;
    }
    Kind worst = Kind.STABLE;
    for (String function : parts.functions()) {
      switch (volatility(function.replace("\"", ""), target, routines)) {
        // One function that differs from row to row is enough.
        case VOLATILE -> {
          return Kind.VOLATILE;
        }
        case UNKNOWN -> worst = Kind.UNKNOWN;
        case STABLE -> {}
      }
    }
    return worst;
  }

  private static Volatility volatility(
      String function, Target target, Function<String, Volatility> routines) {
    if (target.dialect().isMySqlLike()) {
      return MySqlFunctions.volatility(function);
    }
    int dot = function.lastIndexOf('.');
    String name = function.substring(dot + 1);
    return PostgresFunctions.volatility(
            function.substring(0, Math.max(dot, 0)), name, target.version())
        .orElseGet(() -> routines.apply(name));
  }
}
