package dev.tiptoe.sql;

import dev.tiptoe.text.Span;
import java.util.Locale;
import java.util.Optional;

/**
 * The code of a routine or of DO.
 *
 * @param text empty if the file does not hold it as the server gets it
 * @param parameters what tells it from others of its name
 */
record RoutineBody(Language language, Optional<Span> text, String parameters) {

  /** How a body is to be read. */
  enum Language {
    PLPGSQL,
    /** Statements, one after the other. */
    SQL,
    /** MySQL's BEGIN ... END, and PostgreSQL's BEGIN ATOMIC ... END. */
    BLOCK,
    OTHER,
    /** That of any of several routines of one name. */
    UNKNOWN
  }

  /** What a statement of MySQL begins with that makes a body without a block. */
  private static final String[] STATEMENTS = {
    "BEGIN", "ALTER", "CALL", "CREATE", "DELETE", "DROP", "INSERT", "RENAME", "TRUNCATE", "UPDATE"
  };

  static final RoutineBody UNKNOWN = new RoutineBody(Language.UNKNOWN, Optional.empty(), "");

  /** Why it cannot be read; empty if it can. */
  Optional<String> obstacle() {
    if (language == Language.UNKNOWN) {
      return Optional.of("because several routines have its name");
    }
    if (language == Language.OTHER) {
      return Optional.of("because Tiptoe does not read its language");
    }
    return text.isEmpty() ? Optional.of("because there are escapes in it") : Optional.empty();
  }

  /** That of a BEGIN NOT ATOMIC. */
  static RoutineBody ofBlock(Cursor in) {
    return new RoutineBody(Language.BLOCK, Optional.of(in.all(in.at())), "");
  }

  /** That of a DO. */
  static RoutineBody ofDo(Cursor in) {
    in.skip();
    return quoted(in, Language.PLPGSQL, "");
  }

  /** That of a CREATE FUNCTION or CREATE PROCEDURE. */
  static RoutineBody ofCreate(Cursor in) {
    in.moveTo(in.endBefore("FUNCTION", "PROCEDURE") + 1);
    in.takeIfNotExists();
    in.takeName();
    String parameters = in.takeParenthesis().map(in::source).orElse("");
    int block = in.mySqlLike() ? in.endBefore(STATEMENTS) : in.endBefore("BEGIN");
    return block < in.limit()
        ? new RoutineBody(Language.BLOCK, Optional.of(in.all(block)), parameters)
        : quoted(in, Language.SQL, parameters);
  }

  private static RoutineBody quoted(Cursor in, Language usual, String parameters) {
    Language language = in.mySqlLike() ? Language.OTHER : usual;
    Optional<Span> text = Optional.empty();
    while (!in.atEnd()) {
      if (in.take("LANGUAGE")) {
        language = language(in.text());
      } else if (in.kind() == TokenKind.STRING) {
        text = in.insideLiteral();
      }
      in.skip();
    }
    return new RoutineBody(language, text, parameters);
  }

  private static Language language(String word) {
    return switch (word.replace("'", "").toLowerCase(Locale.ROOT)) {
      case "plpgsql" -> Language.PLPGSQL;
      case "sql" -> Language.SQL;
      default -> Language.OTHER;
    };
  }
}
