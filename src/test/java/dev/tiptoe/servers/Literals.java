package dev.tiptoe.servers;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes up values of a database's types, written as SQL literals. */
interface Literals {

  /** What a column's values look like, which decides what a CHECK's literals mean for it. */
  enum Shape {
    TEXT,
    NUMBER,
    OTHER
  }

  /** Returns literals of the column's type for a row's number; the first differs for each row. */
  List<String> of(FillColumn column, long n);

  /** Returns the shape of the column's values. */
  Shape shape(FillColumn column);

  /** Returns a text as a literal. */
  String quote(String text);

  /** Returns a row of the given literals, or of defaults alone, as the end of an INSERT. */
  String noColumns();

  /** Returns texts of many kinds, no longer than the column; the first differs for each row. */
  static List<String> texts(FillColumn column, long n) {
    String number = Long.toString(n + 1, 36);
    List<String> texts = new ArrayList<>();
    String first = column.name().toLowerCase(Locale.ROOT) + "_" + number;
    int length = column.length();
    texts.add(length > 0 && first.length() > length ? tail(number, length) : first);
    for (String text :
        List.of(
            letters(n, 'a'),
            letters(n, 'A'),
            Long.toString(n + 1),
            "user" + n + "@example.com",
            "https://example.com/" + n,
            uuid(column, n),
            "{\"n\": " + n + "}",
            "[]",
            "2024-01-01",
            "+1555" + (1000000 + n),
            "a",
            "0",
            "")) {
      if (length <= 0 || text.length() <= length) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static String tail(String number, int length) {
    return number.length() > length
        ? number.substring(number.length() - length)
        : "0".repeat(Math.min(length - number.length(), 2)) + number;
  }

  private static String letters(long n, char first) {
    StringBuilder letters = new StringBuilder();
    for (long rest = n + 1; rest > 0; rest /= 26) {
      letters.append((char) (first + rest % 26));
    }
    return letters.append(first).append(first).toString();
  }

  /** Returns a UUID that differs by row and by column. */
  static String uuid(FillColumn column, long n) {
    return String.format(Locale.ROOT, "%08x-0000-4000-8000-%012x", column.name().hashCode(), n + 1);
  }

  /** Returns a decimal number that fits the column's precision and scale. */
  static String decimal(FillColumn column, long n) {
    if (column.length() <= 0) {
      return Long.toString(n + 1);
    }
    BigInteger limit = BigInteger.TEN.pow(column.length());
    BigInteger units = BigInteger.TEN.pow(Math.min(column.scale(), column.length()));
    boolean wholeFits = limit.compareTo(units.multiply(BigInteger.TEN)) > 0;
    BigInteger unscaled =
        BigInteger.valueOf(n + 1).multiply(wholeFits ? units : BigInteger.ONE).mod(limit);
    return new BigDecimal(unscaled, column.scale()).toPlainString();
  }

  /** Returns as many binary digits of a number as asked for. */
  static String bits(long n, int length) {
    int size = Math.max(1, length);
    String digits = "0".repeat(size) + Long.toBinaryString(n + 1);
    return digits.substring(digits.length() - size);
  }
}
