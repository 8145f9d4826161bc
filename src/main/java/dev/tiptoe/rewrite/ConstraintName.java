package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Name;
import java.nio.charset.StandardCharsets;

/** The names that PostgreSQL itself gives to constraints: {@code table_column_not_null}. */
final class ConstraintName {

  /** In bytes; what is longer is cut off. */
  private static final int LONGEST = 63;

  private ConstraintName() {}

  /** The name of a column's NOT NULL, fit to be written in SQL. */
  static String ofNotNull(Name table, Name column) {
    String suffix = "_not_null";
    byte[] first = table.name().getBytes(StandardCharsets.UTF_8);
    byte[] second = column.name().getBytes(StandardCharsets.UTF_8);
    int room = LONGEST - suffix.length() - 1;
    int firstLength = first.length;
    int secondLength = second.length;
    // The longer of the two gives way, byte by byte.
    while (firstLength + secondLength > room) {
      if (firstLength > secondLength) {
        firstLength--;
      } else {
        secondLength--;
      }
    }
    return quoted(whole(first, firstLength) + "_" + whole(second, secondLength) + suffix);
  }

  /** The first bytes of a text, without a character of which a part is cut off. */
  private static String whole(byte[] text, int length) {
    int end = length;
    while (end > 0 && end < text.length && (text[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(text, 0, end, StandardCharsets.UTF_8);
  }

  private static String quoted(String name) {
    boolean bare =
        !Character.isDigit(name.charAt(0))
            && name.chars()
                .allMatch(c -> c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    return bare ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
