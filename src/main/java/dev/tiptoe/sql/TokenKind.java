package dev.tiptoe.sql;

/** What a token is; all tokens of a file, joined, are the file. */
enum TokenKind {
  SPACE,
  COMMENT,
  /** An unquoted name or keyword. */
  WORD,
  /** A name in double quotes or backticks. */
  QUOTED_NAME,
  STRING,
  NUMBER,
  /** An operator or a punctuation mark. */
  SYMBOL,
  /** {@code ${...}}, which the migration tool replaces before the server sees it. */
  PLACEHOLDER,
  /** The opening or closing of a comment that MySQL or MariaDB executes. */
  VERSION_MARK,
  /** A line for the client: {@code \connect}, {@code DELIMITER //}. */
  CLIENT_COMMAND,
  /** The lines after {@code COPY ... FROM stdin;}. */
  COPY_DATA,
  /** A string, comment or quoted name that never ends. */
  UNCLOSED,
  END
}
