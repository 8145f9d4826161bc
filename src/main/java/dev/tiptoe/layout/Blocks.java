package dev.tiptoe.layout;

import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.text.Span;

/**
 * The comments {@code StatementBegin} and {@code StatementEnd}, between which goose and sql-migrate
 * take everything for one statement.
 */
final class Blocks {

  private Blocks() {}

  /**
   * The block of a statement that is alone in it, else the statement with its delimiter.
   *
   * @param tool the word that opens the tool's markers, in lower case
   */
  static Span frame(Script script, Statement statement, String tool) {
    Span own = statement.span().to(statement.delimiter());
    Span open = Span.at(0);
    for (Span comment : script.comments()) {
      String words = Markers.words(script.file().text(comment));
      if (words.equals(tool + " statementbegin")) {
        open = comment;
      } else if (words.equals(tool + " statementend")) {
        Span block = open.to(comment);
        if (!open.isEmpty() && block.covers(own)) {
          return isAlone(script, block) ? block : own;
        }
        open = Span.at(0);
      }
    }
    return own;
  }

  private static boolean isAlone(Script script, Span block) {
    return script.statements().stream().filter(s -> block.covers(s.span())).count() == 1;
  }
}
