package dev.tiptoe.doctor.records;

import dev.tiptoe.doctor.records.SeparatedText.Cell;
import dev.tiptoe.doctor.records.SeparatedText.Row;
import dev.tiptoe.text.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the tables that psql and mysql draw on a terminal. Their columns are as wide as the ruler
 * says; psql ends a line of a value with a plus sign if another follows.
 */
final class AlignedText {

  private AlignedText() {}

  /** Whether a line is made of hyphens and plus signs alone. */
  static boolean isRuler(String line) {
    return line.contains("-+-") && line.strip().chars().allMatch(c -> c == '-' || c == '+');
  }

  /**
   * The rows, of which the first is the header.
   *
   * @param header the offset at which its line starts
   */
  static List<Row> rows(SourceFile file, int header, String ruler) {
    List<Row> rows = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    int begin = header;
    for (int at = header; at < file.text().length(); at = file.nextLineStart(at)) {
      String line = file.text(file.lineSpan(at));
      if (!isPartOfRow(line, ruler)) {
        continue;
      }
      if (parts.isEmpty()) {
        begin = at;
      }
      if (!append(line, ruler, parts)) {
        rows.add(new Row(file.line(begin), parts.stream().map(AlignedText::cell).toList()));
        parts.clear();
      }
    }
    return rows;
  }

  /** What is below a table starts where psql has a blank and mysql a bar. */
  static boolean isPartOfRow(String line, String ruler) {
    return line.startsWith(isBox(ruler) ? "|" : " ") && !line.isBlank();
  }

  private static boolean isBox(String ruler) {
    return ruler.startsWith("+");
  }

  private static Cell cell(String text) {
    return new Cell(text.strip(), false);
  }

  /** Adds a line to the values of a row; whether the row goes on in the next. */
  private static boolean append(String line, String ruler, List<String> parts) {
    boolean goesOn = false;
    int column = 0;
    int start = isBox(ruler) ? 1 : 0;
    while (start < ruler.length()) {
      int bar = ruler.indexOf('+', start);
      int end = bar < 0 ? line.length() : bar;
      String part = line.substring(Math.min(start, line.length()), Math.min(end, line.length()));
      boolean isCut = part.endsWith("+");
      goesOn |= isCut;
      String value = (isCut ? part.substring(0, part.length() - 1) : part).strip();
      if (column == parts.size()) {
        parts.add(value);
      } else {
        parts.set(column, parts.get(column) + "\n" + value);
      }
      column++;
      start = bar < 0 ? ruler.length() : bar + 1;
    }
    return goesOn;
  }
}
