package dev.tiptoe.sql;

import dev.tiptoe.text.Span;
import java.util.function.Consumer;

/**
 * Cuts a text into statements, as the client and the server would: at the delimiter in force, but
 * not inside bodies of routines; commands for the client and COPY data belong to no statement.
 */
final class Splitter {

  private final String text;
  private final Target target;
  private final Lexer lexer;
  private final Consumer<Span> comments;
  private String separator = ";";
  private Span span = Span.at(0);
  private Span delimiter = Span.at(0);
  private String problem = "";

  Splitter(String text, Target target, Consumer<Span> comments) {
    this(text, new Span(0, text.length()), target, comments);
  }

  /** For a part of a text. */
  Splitter(String text, Span part, Target target, Consumer<Span> comments) {
    this.text = text;
    this.target = target;
    this.lexer = new Lexer(text, target, part.start(), part.end());
    this.comments = comments;
  }

  Span span() {
    return span;
  }

  /**
   * The place of the delimiter after the statement; empty if the file or a client command ends it.
   */
  Span delimiter() {
    return delimiter;
  }

  String separator() {
    return separator;
  }

  /** Why the rest of the file could not be split; empty if all is well. */
  String problem() {
    return problem;
  }

  /** Goes to the next statement; false after the last. */
  boolean next() {
    BodyTracker body = new BodyTracker(text, target);
    int first = -1;
    int last = -1;
    while (true) {
      TokenKind kind = lexer.next();
      if (kind == TokenKind.WORD && !separator.equals(";")) {
        lexer.cutBefore(separator);
      }
      switch (kind) {
        case SPACE, VERSION_MARK -> {}
        case COMMENT -> comments.accept(new Span(lexer.start(), lexer.end()));
        case END -> {
          if (first >= 0 && lexer.insideExecutedComment() && problem.isEmpty()) {
            problem = "a comment /*! is never closed, so nothing after it can be read";
          }
          return finish(first, last, Span.at(Math.max(last, 0)));
        }
        case UNCLOSED -> {
          problem = unclosed(lexer.start());
          return finish(first < 0 ? lexer.start() : first, lexer.end(), Span.at(lexer.end()));
        }
        default -> {
          if (isClientCommand(first)) {
            lexer.readClientCommand(lexer.start());
            readSeparator();
            if (first >= 0) {
              return finish(first, last, Span.at(last));
            }
          } else if (isDelimiter(body)) {
            lexer.readDelimiter(separator.length());
            Span end = new Span(lexer.start(), lexer.end());
            if (body.isCopyFromStdin()) {
              lexer.readCopyData();
            }
            if (first >= 0) {
              return finish(first, last, end);
            }
          } else {
            body.see(kind, lexer.start(), lexer.end());
            first = first < 0 ? lexer.start() : first;
            last = lexer.end();
          }
        }
      }
    }
  }

  private boolean finish(int first, int last, Span end) {
    if (first < 0) {
      return false;
    }
    span = new Span(first, last);
    delimiter = end;
    return true;
  }

  private boolean isDelimiter(BodyTracker body) {
    if (text.charAt(lexer.start()) != separator.charAt(0)
        || !text.startsWith(separator, lexer.start())) {
      return false;
    }
    return !separator.equals(";") || (!body.isOpen() && !lexer.insideExecutedComment());
  }

  private boolean isClientCommand(int first) {
    if (target.is(Dialect.POSTGRESQL)) {
      return lexer.kind() == TokenKind.SYMBOL && text.charAt(lexer.start()) == '\\';
    }
    return first < 0
        && lexer.kind() == TokenKind.WORD
        && lexer.end() - lexer.start() == 9
        && text.regionMatches(true, lexer.start(), "DELIMITER", 0, 9);
  }

  private void readSeparator() {
    if (target.dialect().isMySqlLike()) {
      String argument = text.substring(lexer.start() + 9, lexer.end()).trim();
      separator = argument.isEmpty() ? ";" : argument;
    }
  }

  private String unclosed(int start) {
    String what =
        switch (text.charAt(start)) {
          case '/' -> "a comment";
          case '"' -> target.is(Dialect.POSTGRESQL) ? "a quoted name" : "a string";
          case '`' -> "a quoted name";
          case '$' -> "a dollar-quoted string";
          default -> "a string";
        };
    return what + " that opens here is never closed, so nothing after it can be read";
  }
}
