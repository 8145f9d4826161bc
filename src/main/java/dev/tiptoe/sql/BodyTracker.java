package dev.tiptoe.sql;

import java.util.Locale;

/**
 * Follows one statement's tokens to know whether a {@code ;} ends it or belongs to its body: BEGIN
 * ... END of a MySQL routine, BEGIN ATOMIC ... END of a PostgreSQL function, the commands of a
 * rule.
 */
final class BodyTracker {

  private enum Shape {
    UNKNOWN,
    PLAIN,
    CREATE,
    ROUTINE,
    RULE,
    COPY
  }

  private final String text;
  private final boolean mySqlLike;
  private Shape shape = Shape.UNKNOWN;
  private int seen;
  private int depth;
  private int parentheses;
  private boolean fromStdin;
  private String previous = "";

  BodyTracker(String text, Target target) {
    this.text = text;
    this.mySqlLike = target.dialect().isMySqlLike();
  }

  /** Whether the next {@code ;} is inside the body. */
  boolean isOpen() {
    return depth > 0 || (shape == Shape.RULE && parentheses > 0);
  }

  boolean isCopyFromStdin() {
    return fromStdin;
  }

  void see(TokenKind kind, int start, int end) {
    seen++;
    if (shape == Shape.PLAIN) {
      return;
    }
    String word =
        kind == TokenKind.WORD && end - start < 12
            ? text.substring(start, end).toUpperCase(Locale.ROOT)
            : "";
    switch (shape) {
      case UNKNOWN -> shape = first(word);
      case CREATE -> shape = created(word);
      case COPY -> fromStdin |= previous.equals("FROM") && word.equals("STDIN");
      case RULE -> countParentheses(kind, start);
      default -> follow(word);
    }
    previous = kind == TokenKind.WORD ? word : text.substring(start, Math.min(end, start + 1));
  }

  private Shape first(String word) {
    return switch (word) {
      case "CREATE" -> Shape.CREATE;
      case "COPY" -> mySqlLike ? Shape.PLAIN : Shape.COPY;
      // MariaDB's BEGIN NOT ATOMIC ... END outside of any routine.
      case "BEGIN" -> mySqlLike ? Shape.ROUTINE : Shape.PLAIN;
      default -> Shape.PLAIN;
    };
  }

  private Shape created(String word) {
    return switch (word) {
      case "FUNCTION", "PROCEDURE", "TRIGGER", "EVENT", "PACKAGE" -> Shape.ROUTINE;
      case "RULE" -> mySqlLike ? Shape.PLAIN : Shape.RULE;
      case "TABLE", "INDEX", "VIEW", "TYPE", "SCHEMA", "SEQUENCE", "EXTENSION", "DATABASE" ->
          Shape.PLAIN;
      default -> seen > 12 ? Shape.PLAIN : Shape.CREATE;
    };
  }

  private void follow(String word) {
    if (!mySqlLike) {
      followPostgres(word);
      return;
    }
    boolean statementStart =
        switch (previous) {
          case ";", "BEGIN", "ATOMIC", "THEN", "ELSE", "DO", "LOOP", "ROW", "REPEAT", ":" -> true;
          default -> false;
        };
    switch (word) {
      case "NOT" -> depth += seen == 2 && previous.equals("BEGIN") ? 1 : 0;
      case "BEGIN", "CASE" -> depth += previous.equals("END") ? 0 : 1;
      case "IF", "LOOP", "WHILE", "REPEAT", "FOR" -> depth += statementStart ? 1 : 0;
      case "END" -> depth -= depth > 0 ? 1 : 0;
      default -> {}
    }
  }

  private void followPostgres(String word) {
    switch (word) {
      case "ATOMIC" -> depth += previous.equals("BEGIN") ? 1 : 0;
      case "CASE" -> depth += depth > 0 ? 1 : 0;
      case "END" -> depth -= depth > 0 ? 1 : 0;
      default -> {}
    }
  }

  private void countParentheses(TokenKind kind, int start) {
    if (kind == TokenKind.SYMBOL) {
      char c = text.charAt(start);
      parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
  }
}
