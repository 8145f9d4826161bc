package dev.tiptoe.lint;

import dev.tiptoe.ddl.Name;
import java.util.Optional;

/**
 * A table that a person named.
 *
 * @param schema without quotes; empty if none was written
 * @param table without quotes
 */
public record TableName(String schema, String table) {

  /** Reads {@code Plan}, {@code public.Plan} or {@code public."Plan"}; empty if it is no name. */
  public static Optional<TableName> parse(String text) {
    int dot = dotOutsideQuotes(text);
    Optional<String> table = unquoted(text.substring(dot + 1).strip());
    Optional<String> schema = dot < 0 ? Optional.of("") : unquoted(text.substring(0, dot).strip());
    return schema.flatMap(s -> table.map(t -> new TableName(s, t)));
  }

  /** Whether this table is meant; letter case does not matter, a schema only if both name one. */
  public boolean isFor(Name name) {
    return table.equalsIgnoreCase(name.name())
        && (schema.isEmpty() || name.schema().isEmpty() || schema.equalsIgnoreCase(name.schema()));
  }

  private static int dotOutsideQuotes(String text) {
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (isQuote(c)) {
        quote = c;
      } else if (c == '.') {
        return i;
      }
    }
    return -1;
  }

  private static Optional<String> unquoted(String part) {
    int last = part.length() - 1;
    boolean quoted = last > 1 && isQuote(part.charAt(0)) && part.charAt(last) == part.charAt(0);
    String name = quoted ? part.substring(1, last) : part;
    return name.isEmpty() || name.chars().anyMatch(c -> isQuote(c) || (!quoted && c == '.'))
        ? Optional.empty()
        : Optional.of(name);
  }

  private static boolean isQuote(int c) {
    return c == '"' || c == '`';
  }

  @Override
  public String toString() {
    return schema.isEmpty() ? table : schema + "." + table;
  }
}
