package dev.tiptoe.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * The place of a migration among the others: first by group, then by the numbers of its version,
 * then by its text.
 *
 * @param numbers decimal digits without leading zeros; a missing one counts as zero
 */
public record Order(int group, List<String> numbers, String text) implements Comparable<Order> {

  /** A place told by the text alone. */
  static Order byText(String text) {
    return new Order(0, List.of(), text);
  }

  /**
   * A place told by the digits in {@code version}, whatever separates them, and then by the text.
   */
  static Order byNumbers(String version, String text) {
    List<String> numbers = new ArrayList<>();
    int at = 0;
    while (at < version.length()) {
      int start = at;
      while (at < version.length() && isDigit(version.charAt(at))) {
        at++;
      }
      if (at > start) {
        numbers.add(withoutLeadingZeros(version.substring(start, at)));
      }
      at++;
    }
    return new Order(0, List.copyOf(numbers), text);
  }

  /** The same place in another group. */
  Order inGroup(int newGroup) {
    return new Order(newGroup, numbers, text);
  }

  @Override
  public int compareTo(Order other) {
    int result = Integer.compare(group, other.group);
    int most = Math.max(numbers.size(), other.numbers.size());
    for (int i = 0; result == 0 && i < most; i++) {
      result = compareNumbers(number(i), other.number(i));
    }
    return result == 0 ? text.compareTo(other.text) : result;
  }

  private String number(int index) {
    return index < numbers.size() ? numbers.get(index) : "0";
  }

  /** Versions made of a date and a time exceed an int, and nothing forbids longer ones. */
  private static int compareNumbers(String a, String b) {
    return a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
  }

  static String withoutLeadingZeros(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
