package dev.tiptoe.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells conditions that ask the server what it has from others: they name its catalogues, or a
 * variable that holds the answer of a query that did.
 */
final class Guards {

  private final Set<String> answers = new HashSet<>();

  /** What the statements below a condition make of it. */
  Course course(Cursor condition) {
    return asks(condition) ? Course.UNLESS_DONE : Course.PERHAPS;
  }

  boolean asks(Cursor text) {
    Cursor in = text.part(text.at(), text.limit());
    while (!in.atEnd()) {
      boolean isName = in.kind() == TokenKind.WORD || in.kind() == TokenKind.QUOTED_NAME;
      String word = isName ? in.text().toLowerCase(Locale.ROOT) : "";
      if (isCatalogue(word) || answers.contains(word)) {
        return true;
      }
      in.skip();
    }
    return false;
  }

  /** Remembers that these variables hold the answer, if {@code query} asks. */
  void learn(Cursor query, List<String> variables) {
    if (asks(query)) {
      variables.forEach(this::learn);
    }
  }

  /** Remembers that a variable holds an answer. */
  void learn(String variable) {
    answers.add(variable.toLowerCase(Locale.ROOT));
  }

  private static boolean isCatalogue(String word) {
    return word.startsWith("pg_")
        || switch (word) {
          case "information_schema",
              "`information_schema`",
              "to_regclass",
              "to_regtype",
              "to_regprocedure",
              "regclass",
              "regtype" ->
              true;
          default -> false;
        };
  }
}
