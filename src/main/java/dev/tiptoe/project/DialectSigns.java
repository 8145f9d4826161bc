package dev.tiptoe.project;

import dev.tiptoe.sql.Dialect;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How much in a text only one database would read. A rough count on purpose: it is asked only where
 * no project file names the database, and a tie is no answer.
 */
record DialectSigns(int postgresql, int mysql, int mariadb) {

  private static final Set<String> MYSQL_WORDS =
      Set.of(
          "AUTO_INCREMENT",
          "UNSIGNED",
          "MODIFY",
          "DELIMITER",
          "LONGTEXT",
          "MEDIUMTEXT",
          "TINYTEXT",
          "TINYINT",
          "MEDIUMINT",
          "LONGBLOB",
          "FULLTEXT");
  private static final Set<String> POSTGRESQL_WORDS =
      Set.of(
          "SERIAL",
          "BIGSERIAL",
          "SMALLSERIAL",
          "TIMESTAMPTZ",
          "JSONB",
          "BYTEA",
          "CITEXT",
          "CONCURRENTLY",
          "EXTENSION",
          "ILIKE",
          "PLPGSQL",
          "TSVECTOR",
          "INT8",
          "GEN_RANDOM_UUID");

  static DialectSigns none() {
    return new DialectSigns(0, 0, 0);
  }

  static DialectSigns in(String text) {
    return new Count(text).count();
  }

  DialectSigns with(DialectSigns other) {
    return new DialectSigns(
        postgresql + other.postgresql, mysql + other.mysql, mariadb + other.mariadb);
  }

  /** The database most signs point to; empty without a sign and at a tie. */
  Optional<Dialect> verdict() {
    if (postgresql == mysql) {
      return Optional.empty();
    }
    if (postgresql > mysql) {
      return Optional.of(Dialect.POSTGRESQL);
    }
    return Optional.of(mariadb > 0 ? Dialect.MARIADB : Dialect.MYSQL);
  }

  /**
   * One pass over a text outside comments and strings, remembering the last words of a statement.
   */
  private static final class Count {
    /** What a dump holds behind so many characters tells nothing new. */
    private static final int ENOUGH = 1 << 18;

    private final String text;
    private int at;
    private int postgresql;
    private int mysql;
    private int mariadb;
    private int addIfNotExists;
    private String before = "";
    private String last = "";
    private boolean alterColumn;

    Count(String text) {
      this.text = text;
    }

    DialectSigns count() {
      while (at < text.length() && !(at > ENOUGH && postgresql != mysql)) {
        step(text.charAt(at));
      }
      return new DialectSigns(postgresql, mysql, mysql > 0 ? mariadb + addIfNotExists : mariadb);
    }

    private void step(char c) {
      if (c == '-' && next() == '-') {
        skipTo("\n");
      } else if (c == '#' && (at == 0 || text.charAt(at - 1) <= ' ') && next() <= ' ') {
        skipTo("\n");
      } else if (c == '/' && next() == '*') {
        comment();
      } else if (c == '\'') {
        skipQuoted(c);
      } else if (c == '`') {
        mysql += 2;
        skipQuoted(c);
        word("`");
      } else if (c == '"') {
        postgresql += namesFollow() ? 2 : 0;
        skipQuoted(c);
        word("\"");
      } else if (c == '$') {
        dollar();
      } else if (c == ':' && next() == ':') {
        postgresql++;
        at += 2;
      } else if (c == '[' && next() == ']') {
        postgresql++;
        at += 2;
      } else if (Character.isLetter(c) || c == '_') {
        readWord();
      } else {
        symbol(c);
      }
    }

    private void comment() {
      if (text.startsWith("/*!", at) || text.startsWith("/*M!", at)) {
        mysql += 2;
        if (text.charAt(at + 2) == 'M') {
          mariadb++;
        }
        // What it holds is executed, so it counts like the rest.
        at += 3;
      } else {
        skipTo("*/");
      }
    }

    private void dollar() {
      int tag = at + 1;
      while (tag < text.length()
          && (Character.isLetter(text.charAt(tag)) || text.charAt(tag) == '_')) {
        tag++;
      }
      if (tag < text.length() && text.charAt(tag) == '$') {
        postgresql += 2;
        String opening = text.substring(at, tag + 1);
        at = tag + 1;
        skipTo(opening);
      } else {
        at++;
      }
    }

    private void readWord() {
      int start = at;
      while (at < text.length()
          && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
        at++;
      }
      word(text.substring(start, at).toUpperCase(Locale.ROOT));
    }

    private void word(String word) {
      if (MYSQL_WORDS.contains(word)) {
        mysql++;
      } else if (POSTGRESQL_WORDS.contains(word)) {
        postgresql++;
      }
      switch (word) {
        case "ENGINE", "CHARSET" -> mysql += follows('=') ? 2 : 0;
        case "DATETIME" -> mysql += follows('(') ? 1 : 0;
        case "UUID" -> postgresql += follows('(') ? 0 : 1;
        case "PUBLIC" -> postgresql += follows('.') ? 1 : 0;
        case "TABLE" -> mysql += last.equals("LOCK") || last.equals("RENAME") ? 1 : 0;
        case "KEY" -> mysql += last.equals("UNIQUE") ? 1 : 0;
        case "COLUMN" -> {
          alterColumn = last.equals("ALTER");
          mysql += last.equals("CHANGE") ? 1 : 0;
        }
        case "TYPE" -> postgresql += alterColumn ? 1 : 0;
        case "NULL" ->
            postgresql +=
                alterColumn && last.equals("NOT") && (before.equals("SET") || before.equals("DROP"))
                    ? 1
                    : 0;
        case "VALID" -> postgresql += last.equals("NOT") ? 1 : 0;
        case "IF" -> addIfNotExists += last.equals("COLUMN") && before.equals("ADD") ? 1 : 0;
        case "VERSIONING" -> mariadb += last.equals("SYSTEM") ? 1 : 0;
        default -> {}
      }
      before = last;
      last = word;
    }

    private void symbol(char c) {
      at++;
      if (c == ';' || c == ',') {
        alterColumn = false;
      }
      if (c > ' ') {
        before = last;
        last = String.valueOf(c);
      }
    }

    /** Whether a name must follow; elsewhere a double quote may open a string of MySQL. */
    private boolean namesFollow() {
      return switch (last) {
        case "TABLE",
            "COLUMN",
            "INDEX",
            "CONSTRAINT",
            "TYPE",
            "EXISTS",
            "ON",
            "INTO",
            "UPDATE",
            "FROM",
            "JOIN",
            "REFERENCES",
            "ADD",
            "ALTER",
            "DROP",
            "TO",
            "BY",
            "SET",
            "ONLY",
            "." ->
            true;
        case "(" -> before.equals("\"");
        default -> false;
      };
    }

    private boolean follows(char wanted) {
      int i = at;
      while (i < text.length() && text.charAt(i) == ' ') {
        i++;
      }
      return i < text.length() && text.charAt(i) == wanted;
    }

    private char next() {
      return at + 1 < text.length() ? text.charAt(at + 1) : '\n';
    }

    private void skipTo(String end) {
      int found = text.indexOf(end, at);
      at = found < 0 ? text.length() : found + end.length();
    }

    private void skipQuoted(char quote) {
      at++;
      while (at < text.length() && text.charAt(at) != quote) {
        at += text.charAt(at) == '\\' && quote == '\'' ? 2 : 1;
      }
      at = Math.min(at + 1, text.length());
    }
  }
}
