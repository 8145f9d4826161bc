package dev.tiptoe.doctor.records;

import dev.tiptoe.doctor.records.SeparatedText.Cell;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** How an export spells NULL, told from values that are never the empty text. */
enum NullSpelling {
  /** A word does; nothing at all is the empty text. */
  WORD,
  /** Nothing at all does, and {@code ""} is the empty text. */
  NOTHING,
  /** Nothing at all and {@code ""} both do, or may: the two cannot be told apart. */
  EMPTY;

  private static final Set<String> WORDS = Set.of("null", "\\n", "(null)", "[null]", "<null>");

  /**
   * The spelling.
   *
   * @param times cells of columns whose values are times or NULL
   */
  static NullSpelling of(Collection<Cell> times) {
    if (times.stream().anyMatch(cell -> cell.text().isEmpty() && cell.isQuoted())) {
      return EMPTY;
    }
    if (times.stream().anyMatch(cell -> cell.text().isEmpty())) {
      return NOTHING;
    }
    return times.stream().anyMatch(NullSpelling::isWord) ? WORD : EMPTY;
  }

  boolean isNull(Cell cell) {
    if (!cell.text().isEmpty()) {
      return isWord(cell);
    }
    return this == EMPTY || (this == NOTHING && !cell.isQuoted());
  }

  private static boolean isWord(Cell cell) {
    return WORDS.contains(cell.text().toLowerCase(Locale.ROOT));
  }
}
