package dev.tiptoe.sql;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.RowChange;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Looks into the code of PostgreSQL's DO. If its words say that it changes no table that is there,
 * what is left are the rows that it may insert.
 */
final class BlockReader {

  /** What code needs to change tables or their rows, or to hide that it does. */
  private static final Set<String> CHANGING =
      Set.of(
          "ALTER",
          "CALL",
          "COPY",
          "DELETE",
          "DROP",
          "INDEX",
          "LOCK",
          "MERGE",
          "PERFORM",
          "POLICY",
          "RULE",
          "TABLE",
          "TRIGGER",
          "TRUNCATE",
          "UPDATE");

  private final Target target;
  private final Span statement;
  private final List<Change> changes;

  private BlockReader(Target target, Span statement, List<Change> changes) {
    this.target = target;
    this.statement = statement;
    this.changes = changes;
  }

  /** Reads what follows DO; answers whether it is known what the code does to tables. */
  static boolean read(Cursor in, Span statement, List<Change> changes) {
    if (in.take("LANGUAGE") && in.takeName().isEmpty() && in.kind() == TokenKind.STRING) {
      in.skip();
    }
    BlockReader reader = new BlockReader(in.target(), statement, changes);
    return in.kind() == TokenKind.STRING && reader.code(unquoted(in.text()));
  }

  private boolean code(String code) {
    Tokens tokens = Tokens.of(code, new Span(0, code.length()), target);
    Cursor in = new Cursor(tokens, target, 0, tokens.size());
    while (!in.atEnd()) {
      if (in.kind() == TokenKind.UNCLOSED
          || (in.kind() == TokenKind.WORD && CHANGING.contains(in.text().toUpperCase(Locale.ROOT)))
          || (in.take("EXECUTE") && !isHarmlessText(in))) {
        return false;
      }
      if (in.take("INSERT", "INTO")) {
        in.takeName().ifPresent(t -> changes.add(new RowChange.InsertRows(t, statement)));
      } else {
        in.skip();
      }
    }
    return true;
  }

  /** Whether EXECUTE gets one literal, and no parts that are put together when it runs. */
  private boolean isHarmlessText(Cursor in) {
    if (in.kind() != TokenKind.STRING) {
      return false;
    }
    String text = unquoted(in.text());
    in.skip();
    return in.peekSymbol(';') && code(text);
  }

  private static String unquoted(String literal) {
    if (literal.startsWith("$")) {
      int tag = literal.indexOf('$', 1) + 1;
      return literal.substring(tag, Math.max(tag, literal.length() - tag));
    }
    int quote = literal.indexOf('\'') + 1;
    return literal.substring(quote, Math.max(quote, literal.length() - 1)).replace("''", "'");
  }
}
