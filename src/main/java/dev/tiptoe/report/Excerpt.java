package dev.tiptoe.report;

import dev.tiptoe.report.Palette.Style;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file that a span lies on, with line numbers before and carets below. */
final class Excerpt {

  /** How many cells are kept before the first caret of a line that is cut. */
  private static final int LEAD = 30;

  /** How many cells the line numbers, and the dots of a line that is cut, may take. */
  private static final int ASIDE = 14;

  private static final int MOST_LINES = 3;
  private static final String CUT = "...";

  private final SourceFile file;
  private final Span span;
  private final Display display;
  private final Style style;
  private final int widest;

  Excerpt(SourceFile file, Span span, Display display, Style style) {
    this.file = file;
    this.span = span;
    this.display = display;
    this.style = style;
    this.widest = display.width() - ASIDE;
  }

  /** The lines to print, without line ends. */
  List<String> lines() {
    int first = file.line(span.start());
    int last = Math.max(first, file.line(Math.max(span.start(), span.end() - 1)));
    int shown = last - first < MOST_LINES ? last : first + MOST_LINES - 2;
    int gutter = Math.max(Integer.toString(shown).length(), shown < last ? CUT.length() : 0);
    List<String> lines = new ArrayList<>();
    lines.add(gutter(gutter, ""));
    for (int line = first; line <= shown; line++) {
      addLine(lines, gutter, line);
    }
    if (shown < last) {
      lines.add(gutter(gutter, CUT) + " to line " + last);
    }
    return lines;
  }

  private void addLine(List<String> lines, int gutter, int line) {
    Span whole = file.lineSpan(file.lineStart(line));
    int from = Math.max(span.start(), whole.start());
    if (line > file.line(span.start())) {
      while (from < whole.end() && file.text().charAt(from) <= ' ') {
        from++;
      }
    }
    from = Math.min(from, whole.end());
    int to = Math.max(from, Math.min(span.end(), whole.end()));
    int start = startOfView(whole, from);
    StringBuilder source = new StringBuilder();
    StringBuilder carets = new StringBuilder();
    if (start > whole.start()) {
      source.append(CUT);
      carets.append("   ");
    }
    int cells = 0;
    int at = start;
    while (at < whole.end() && cells < widest) {
      int character = file.text().codePointAt(at);
      int width = Cells.width(character);
      Cells.append(source, character);
      cells += width;
      boolean marked = at >= from && at < to;
      carets.append((marked ? "^" : " ").repeat(width));
      at += Character.charCount(character);
    }
    if (from == to && from >= at) {
      carets.append('^');
    } else if (from == to) {
      markPoint(carets, start, from, start > whole.start() ? CUT.length() : 0);
    }
    if (at < whole.end()) {
      source.append(CUT);
    }
    lines.add(gutter(gutter, Integer.toString(line)) + " " + source.toString().stripTrailing());
    lines.add(gutter(gutter, "") + " " + display.paint(style, carets.toString().stripTrailing()));
  }

  private void markPoint(StringBuilder carets, int start, int point, int lead) {
    int cell = lead;
    for (int i = start; i < point; i += Character.charCount(file.text().codePointAt(i))) {
      cell += Cells.width(file.text().codePointAt(i));
    }
    if (cell < carets.length()) {
      carets.setCharAt(cell, '^');
    }
  }

  /**
   * The first offset shown: the line's start, or near the carets if they would otherwise be out of
   * sight.
   */
  private int startOfView(Span whole, int from) {
    int before = 0;
    for (int i = whole.start(); i < from && before < widest - LEAD; i++) {
      before += Cells.width(file.text().charAt(i));
    }
    if (before < widest - LEAD) {
      return whole.start();
    }
    int start = from;
    int lead = 0;
    while (start > whole.start() && lead < LEAD) {
      start--;
      lead += Cells.width(file.text().charAt(start));
    }
    return Character.isLowSurrogate(file.text().charAt(start)) && start > whole.start()
        ? start - 1
        : start;
  }

  private String gutter(int width, String label) {
    return display.paint(
        Style.GUTTER, " " + " ".repeat(Math.max(0, width - label.length())) + label + " |");
  }
}
