package dev.tiptoe.lint;

import dev.tiptoe.ddl.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value that a person gave for the existing rows of a column.
 *
 * @param table without quotes; may be qualified with a schema
 * @param column without quotes
 * @param expression SQL
 */
public record GivenValue(String table, String column, String expression) {

  /** Reads {@code table.column=expression}, quoted or not; empty if it is not of that form. */
  public static Optional<GivenValue> parse(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          part.append(c);
        }
      } else if (c == '"' || c == '`') {
        quote = c;
      } else if (c == '.') {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else if (c == '=') {
        parts.add(part.toString().strip());
        return of(parts, text.substring(i + 1).strip());
      } else {
        part.append(c);
      }
    }
    return Optional.empty();
  }

  private static Optional<GivenValue> of(List<String> names, String expression) {
    boolean complete = names.size() >= 2 && names.stream().noneMatch(String::isEmpty);
    if (!complete || expression.isEmpty()) {
      return Optional.empty();
    }
    int last = names.size() - 1;
    return Optional.of(
        new GivenValue(String.join(".", names.subList(0, last)), names.get(last), expression));
  }

  /**
   * Whether it is meant for this column; letter case does not matter, a schema only if both name
   * one.
   */
  public boolean isFor(Name wantedTable, Name wantedColumn) {
    if (!column.equalsIgnoreCase(wantedColumn.name())) {
      return false;
    }
    int dot = table.lastIndexOf('.');
    String schema = dot < 0 ? "" : table.substring(0, dot);
    return table.substring(dot + 1).equalsIgnoreCase(wantedTable.name())
        && (schema.isEmpty()
            || wantedTable.schema().isEmpty()
            || schema.equalsIgnoreCase(wantedTable.schema()));
  }
}
