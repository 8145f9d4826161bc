package dev.tiptoe.ddl;

import dev.tiptoe.text.Located;
import dev.tiptoe.text.Span;

/**
 * The name of a table, column, type or constraint.
 *
 * @param schema the part before the last dot, folded as the server folds it; empty if none was
 *     written
 * @param name the last part, folded as the server folds it and without quotes
 * @param sql the name as it was written, qualified and quoted; fit to be written again
 */
public record Name(String schema, String name, String sql, Span span) implements Located {

  /** The last part as it was written, with its quotes. */
  public String last() {
    char quote = sql.charAt(sql.length() - 1);
    int from =
        quote == '"' || quote == '`'
            ? openingQuote(sql, quote)
            : Math.max(sql.lastIndexOf('.'), sql.lastIndexOf(' ')) + 1;
    return sql.substring(from);
  }

  private static int openingQuote(String sql, char quote) {
    int at = sql.length() - 2;
    while (at >= 0 && (sql.charAt(at) != quote || (at > 0 && sql.charAt(at - 1) == quote))) {
      at -= sql.charAt(at) == quote ? 2 : 1;
    }
    return Math.max(at, 0);
  }

  /** Whether both names end alike; the schema is not compared, nor is letter case. */
  public boolean sameLast(Name other) {
    return name.equalsIgnoreCase(other.name);
  }

  @Override
  public String toString() {
    return sql;
  }
}
