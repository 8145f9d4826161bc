package dev.tiptoe.doctor.records;

import dev.tiptoe.text.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits separated values into rows. A value in double quotes may hold separators, line breaks and
 * doubled quotes; one without may hold the escapes of {@code COPY} and {@code mysql --batch}, if
 * tabs separate.
 */
final class SeparatedText {

  /** A value as it stands there. */
  record Cell(String text, boolean isQuoted) {}

  /**
   * A row of values.
   *
   * @param line where it begins, counted from 1
   */
  record Row(int line, List<Cell> cells) {}

  private final SourceFile file;
  private final String text;
  private final char separator;
  private int at;

  private SeparatedText(SourceFile file, int start, char separator) {
    this.file = file;
    this.text = file.text();
    this.separator = separator;
    this.at = start;
  }

  /** The rows from an offset on; blank lines are none. */
  static List<Row> rows(SourceFile file, int start, char separator) throws ExportProblem {
    SeparatedText reader = new SeparatedText(file, start, separator);
    List<Row> rows = new ArrayList<>();
    while (reader.at < reader.text.length()) {
      int begin = reader.at;
      List<Cell> cells = reader.row();
      if (!reader.text.substring(begin, reader.at).isBlank()) {
        rows.add(new Row(file.line(begin), cells));
      }
    }
    return rows;
  }

  private List<Cell> row() throws ExportProblem {
    List<Cell> cells = new ArrayList<>();
    cells.add(cell());
    while (at < text.length() && text.charAt(at) == separator) {
      at++;
      cells.add(cell());
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    at = Math.min(at, text.length());
    return cells;
  }

  private Cell cell() throws ExportProblem {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() && text.charAt(at) == '"' ? quoted() : bare();
  }

  private Cell quoted() throws ExportProblem {
    int open = at;
    StringBuilder value = new StringBuilder();
    while (true) {
      int close = text.indexOf('"', at + 1);
      if (close < 0) {
        throw new ExportProblem(
            file, file.line(open), "a value in quotes begins here and never ends.");
      }
      value.append(text, at + 1, close);
      at = close + 1;
      if (!text.startsWith("\"", at)) {
        break;
      }
      value.append('"');
    }
    int end = endOfCell();
    if (!text.substring(at, end).isBlank()) {
      throw new ExportProblem(
          file, file.line(at), "something stands between a closing quote and the next separator.");
    }
    at = end;
    return new Cell(value.toString(), true);
  }

  private Cell bare() {
    int end = endOfCell();
    String value = text.substring(at, end).strip();
    at = end;
    return new Cell(separator == '\t' ? unescaped(value) : value, false);
  }

  private int endOfCell() {
    int end = at;
    while (end < text.length() && !isEnd(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private boolean isEnd(char c) {
    return c == separator || c == '\n' || c == '\r';
  }

  /** The two characters that spell NULL stay as they are. */
  private static String unescaped(String value) {
    if (value.indexOf('\\') < 0 || value.equals("\\N")) {
      return value;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\\' || i + 1 == value.length()) {
        plain.append(c);
        continue;
      }
      char escaped = value.charAt(++i);
      plain.append(
          switch (escaped) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escaped;
          });
    }
    return plain.toString();
  }
}
