package dev.tiptoe.doctor;

import java.util.List;

/** Lists and quotations in sentences. */
final class Words {

  private static final int FEW = 5;
  private static final int WIDEST = 90;

  private Words() {}

  /** The first words of a list, and how many more there are. */
  static String few(List<String> words) {
    return words.size() <= FEW
        ? String.join(", ", words)
        : String.join(", ", words.subList(0, FEW)) + " and " + (words.size() - FEW) + " more";
  }

  /** A text in one line, cut if it is long. */
  static String oneLine(String text) {
    String line = String.join(" ", text.strip().split("\\s+"));
    return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 3) + "...";
  }
}
