package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.schema.ChosenNames;

/** The name that PostgreSQL gives to a column's NOT NULL, fit to be written in SQL. */
final class ConstraintName {

  private ConstraintName() {}

  static String ofNotNull(Name table, Name column) {
    String name = ChosenNames.notNull(table, column);
    boolean bare = !isDigit(name.charAt(0)) && name.chars().allMatch(ConstraintName::isPlain);
    return bare ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private static boolean isPlain(int c) {
    return c == '_' || (c >= 'a' && c <= 'z') || isDigit(c);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
