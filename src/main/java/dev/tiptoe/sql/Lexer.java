package dev.tiptoe.sql;

/**
 * A cursor over the tokens of a text, in one pass and without copying.
 *
 * <p>The rules of each dialect were held against its server: nested comments, dollar quotes and
 * {@code E''} on PostgreSQL; backslash escapes, {@code #} comments and executable comments on MySQL
 * and MariaDB.
 */
final class Lexer {

  private static final String BREAKPOINT = "--> statement-breakpoint";

  /** What Liquibase takes out where it begins a line. */
  private static final String[] LIQUIBASE_MARKERS = {
    "--liquibase formatted sql", "--changeset ", "--rollback", "--comment", "--precondition"
  };

  private final String text;
  private final Target target;
  private final boolean mySqlLike;
  private final int limit;
  private TokenKind kind = TokenKind.END;
  private int start;
  private int end;
  private int openVersionMarks;

  Lexer(String text, Target target, int from, int limit) {
    this.text = text;
    this.target = target;
    this.mySqlLike = target.dialect().isMySqlLike();
    this.limit = limit;
    this.start = from;
    this.end = from;
  }

  TokenKind kind() {
    return kind;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Whether a comment that the server executes is open. */
  boolean insideExecutedComment() {
    return openVersionMarks > 0;
  }

  /** Goes on to the next token and answers its kind, {@code END} after the last. */
  TokenKind next() {
    start = end;
    if (start >= limit) {
      kind = TokenKind.END;
      return kind;
    }
    kind = read(text.charAt(start));
    return kind;
  }

  /** Reads from {@code offset} to the end of its line as one token for the client. */
  void readClientCommand(int offset) {
    start = offset;
    end = endOfLine(offset);
    kind = TokenKind.CLIENT_COMMAND;
  }

  /**
   * Reads the data of a COPY that stand from here to the line {@code \.}, or to the end if there is
   * none.
   */
  void readCopyData() {
    start = end;
    kind = TokenKind.COPY_DATA;
    int first = nextLine(endOfLine(end));
    int mark = text.indexOf("\\.", first);
    while (mark >= 0 && mark + 2 <= limit) {
      if ((mark == first || isLineEnd(text.charAt(mark - 1))) && endOfLine(mark) == mark + 2) {
        end = mark + 2;
        return;
      }
      mark = text.indexOf("\\.", mark + 2);
    }
    end = limit;
  }

  /** Ends the token where a delimiter stands in it, as in {@code END$$}. */
  void cutBefore(String delimiter) {
    for (int i = start + 1; i + delimiter.length() <= end; i++) {
      if (text.startsWith(delimiter, i)) {
        end = i;
      }
    }
  }

  /** Reads {@code length} characters from here as one symbol: a delimiter. */
  void readDelimiter(int length) {
    end = start + length;
    kind = TokenKind.SYMBOL;
  }

  private TokenKind read(char c) {
    if (isSpace(c)) {
      end = start + 1;
      while (end < limit && isSpace(text.charAt(end))) {
        end++;
      }
      return TokenKind.SPACE;
    }
    switch (c) {
      case '-':
        if (isLineComment()) {
          end = endOfLine(start);
          return TokenKind.COMMENT;
        }
        break;
      case '#':
        if (mySqlLike) {
          end = endOfLine(start);
          return TokenKind.COMMENT;
        }
        break;
      case '/':
        if (at(start + 1) == '*') {
          return slashStar();
        }
        break;
      case '*':
        // It may close a comment that opens before the statement that is read alone.
        if (mySqlLike && at(start + 1) == '/') {
          openVersionMarks -= openVersionMarks > 0 ? 1 : 0;
          end = start + 2;
          return TokenKind.VERSION_MARK;
        }
        break;
      case '\'':
        return quoted(start, '\'', mySqlLike, TokenKind.STRING);
      case '"':
        return mySqlLike
            ? quoted(start, '"', true, TokenKind.STRING)
            : quoted(start, '"', false, TokenKind.QUOTED_NAME);
      case '`':
        if (mySqlLike) {
          return quoted(start, '`', false, TokenKind.QUOTED_NAME);
        }
        break;
      case '$':
        return dollar();
      default:
        if (isDigit(c) || (c == '.' && isDigit(at(start + 1)))) {
          return number();
        }
        if (isNameStart(c)) {
          return word(c);
        }
    }
    return symbol(c);
  }

  private boolean isLineComment() {
    if (at(start + 1) != '-') {
      return false;
    }
    // MySQL takes -- for a comment only before white space, so that 5--1 stays an expression.
    return !mySqlLike || start + 2 >= limit || text.charAt(start + 2) <= ' ' || isToolMarker();
  }

  /** Migration tools take these out before MySQL sees the file. */
  private boolean isToolMarker() {
    if (text.startsWith(BREAKPOINT, start)) {
      return true;
    }
    if (start > 0 && "\n\uFEFF".indexOf(text.charAt(start - 1)) < 0) {
      return false;
    }
    for (String marker : LIQUIBASE_MARKERS) {
      if (text.regionMatches(true, start, marker, 0, marker.length())) {
        return true;
      }
    }
    return false;
  }

  private TokenKind slashStar() {
    if (mySqlLike && isExecuted()) {
      openVersionMarks++;
      return TokenKind.VERSION_MARK;
    }
    int depth = 1;
    int i = start + 2;
    while (i < limit) {
      char c = text.charAt(i);
      if (c == '*' && at(i + 1) == '/') {
        i += 2;
        if (--depth == 0) {
          end = i;
          return TokenKind.COMMENT;
        }
      } else if (c == '/' && at(i + 1) == '*' && !mySqlLike) {
        depth++;
        i += 2;
      } else {
        i++;
      }
    }
    end = limit;
    return TokenKind.UNCLOSED;
  }

  /**
   * Whether a comment opens here whose text the target executes; if so its opening mark is taken.
   */
  private boolean isExecuted() {
    int i = start + 2;
    boolean mariaOnly = at(i) == 'M' && at(i + 1) == '!';
    if (mariaOnly && target.is(Dialect.MYSQL)) {
      return false;
    }
    if (!mariaOnly && at(i) != '!') {
      return false;
    }
    i += mariaOnly ? 2 : 1;
    int digits = 0;
    int number = 0;
    while (digits < 6 && isDigit(at(i))) {
      number = number * 10 + (text.charAt(i) - '0');
      digits++;
      i++;
    }
    if (digits == 5 || digits == 6) {
      Version v = target.version();
      if (number > v.major() * 10000 + v.minor() * 100 + v.patch()) {
        return false;
      }
      // MariaDB skips what is meant for MySQL 5.7 and later.
      if (!mariaOnly && target.is(Dialect.MARIADB) && number >= 50700 && number <= 99999) {
        return false;
      }
    }
    end = i;
    return true;
  }

  private TokenKind quoted(int from, char quote, boolean backslashEscapes, TokenKind closed) {
    int i = from + 1;
    while (i < limit) {
      char c = text.charAt(i);
      if (c == quote) {
        if (at(i + 1) != quote) {
          end = i + 1;
          return closed;
        }
        i += 2;
      } else if (c == '\\' && backslashEscapes) {
        i += 2;
      } else {
        i++;
      }
    }
    end = limit;
    return TokenKind.UNCLOSED;
  }

  private TokenKind dollar() {
    if (at(start + 1) == '{') {
      int close = text.indexOf('}', start);
      int line = endOfLine(start);
      if (close > 0 && close < line && close < limit) {
        end = close + 1;
        return TokenKind.PLACEHOLDER;
      }
    }
    if (!mySqlLike) {
      int tag = start + 1;
      while (tag < limit && isNamePart(text.charAt(tag)) && text.charAt(tag) != '$') {
        tag++;
      }
      if (at(tag) == '$' && !isDigit(at(start + 1))) {
        String opening = text.substring(start, tag + 1);
        int close = text.indexOf(opening, tag + 1);
        if (close < 0 || close + opening.length() > limit) {
          end = limit;
          return TokenKind.UNCLOSED;
        }
        end = close + opening.length();
        return TokenKind.STRING;
      }
    }
    return symbol('$');
  }

  private TokenKind number() {
    int i = start;
    while (i < limit
        && (isNamePart(text.charAt(i))
            || text.charAt(i) == '.'
            || (isSign(text.charAt(i)) && isExponent(i)))) {
      i++;
    }
    end = i;
    return TokenKind.NUMBER;
  }

  private boolean isExponent(int sign) {
    char before = text.charAt(sign - 1);
    return (before == 'e' || before == 'E')
        && at(start + 1) != 'x'
        && isDigit(at(sign + 1))
        && isDigit(text.charAt(start));
  }

  private TokenKind word(char first) {
    int i = start + 1;
    while (i < limit && isNamePart(text.charAt(i))) {
      i++;
    }
    int length = i - start;
    if (at(i) == '\'') {
      // A prefix is part of its string: E'..' has backslash escapes, N'..', B'..', X'..' and
      // MySQL's _utf8mb4'..' the usual.
      boolean one = length == 1 && "eEnNbBxX".indexOf(first) >= 0;
      if (one && !mySqlLike) {
        return quoted(i, '\'', first == 'e' || first == 'E', TokenKind.STRING);
      }
      if (mySqlLike && ((one && first != 'e' && first != 'E') || first == '_')) {
        return quoted(i, '\'', true, TokenKind.STRING);
      }
    }
    if (!mySqlLike && length == 1 && (first == 'u' || first == 'U') && at(i) == '&') {
      if (at(i + 1) == '\'') {
        return quoted(i + 1, '\'', false, TokenKind.STRING);
      }
      if (at(i + 1) == '"') {
        return quoted(i + 1, '"', false, TokenKind.QUOTED_NAME);
      }
    }
    end = i;
    return TokenKind.WORD;
  }

  private TokenKind symbol(char c) {
    end = start + 1;
    if (c == ':' && at(end) == ':') {
      end++;
    }
    return TokenKind.SYMBOL;
  }

  private char at(int index) {
    return index < limit ? text.charAt(index) : '\0';
  }

  private int endOfLine(int from) {
    int i = from;
    while (i < limit && !isLineEnd(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private int nextLine(int lineEnd) {
    int i = lineEnd;
    if (at(i) == '\r') {
      i++;
    }
    if (at(i) == '\n') {
      i++;
    }
    return i == lineEnd ? limit : i;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\uFEFF';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c) || c == '$';
  }
}
