package dev.tiptoe.lint;

import java.util.Collection;
import java.util.Optional;

/** Finds the word that a person probably meant. */
public final class NearestWord {

  private NearestWord() {}

  /** The word with the fewest letters to change, if that is at most a third of its length. */
  public static Optional<String> to(String typed, Collection<String> words) {
    Optional<String> best = Optional.empty();
    int fewest = Integer.MAX_VALUE;
    for (String word : words) {
      int distance = distance(typed, word);
      if (distance < fewest && distance <= Math.max(1, word.length() / 3)) {
        fewest = distance;
        best = Optional.of(word);
      }
    }
    return best;
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    if (a.length() > 100) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
