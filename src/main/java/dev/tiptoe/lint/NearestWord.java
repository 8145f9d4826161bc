package dev.tiptoe.lint;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the word that a person probably meant. */
public final class NearestWord {

  private static final int SHORTEST_BEGINNING = 3;

  private NearestWord() {}

  /**
   * The only word that begins like this; else the one with the fewest letters to change, if that is
   * at most a third of its length. Of two, the longer one: a letter is left out more easily than
   * added.
   */
  public static Optional<String> to(String typed, Collection<String> words) {
    return beginningWith(typed, words).or(() -> nearest(typed, words));
  }

  private static Optional<String> nearest(String typed, Collection<String> words) {
    Optional<String> best = Optional.empty();
    int fewest = Integer.MAX_VALUE;
    for (String word : words) {
      int distance = distance(typed, word);
      boolean isNearer =
          distance < fewest
              || (distance == fewest && word.length() > best.map(String::length).orElse(0));
      if (isNearer && distance <= Math.max(1, word.length() / 3)) {
        fewest = distance;
        best = Optional.of(word);
      }
    }
    return best;
  }

  private static Optional<String> beginningWith(String typed, Collection<String> words) {
    List<String> found =
        typed.length() < SHORTEST_BEGINNING
            ? List.of()
            : words.stream().filter(word -> word.startsWith(typed)).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Levenshtein's distance, with a swap of neighbours for one change. */
  private static int distance(String a, String b) {
    if (a.length() > 100) {
      return Integer.MAX_VALUE;
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 ? j : j == 0 ? i : changes(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int changes(int[][] d, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int fewest = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(fewest, d[i - 2][j - 2] + 1) : fewest;
  }
}
