package dev.tiptoe.rules;

import java.util.List;

/** Several names in one sentence. */
final class Listing {

  /** More than this many are counted rather than named. */
  private static final int LONGEST = 5;

  private Listing() {}

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String of(List<String> names) {
    if (names.size() > LONGEST) {
      int rest = names.size() - LONGEST + 1;
      return String.join(", ", names.subList(0, LONGEST - 1)) + " and " + rest + " more";
    }
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
