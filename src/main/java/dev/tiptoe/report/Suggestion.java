package dev.tiptoe.report;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.text.EditPlan;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import dev.tiptoe.text.TextEdit;
import java.util.List;
import java.util.Optional;

/**
 * A fix as the replacement of whole lines, which is what a reviewer can accept with one click.
 *
 * @param text without the end of its last line
 */
record Suggestion(Lines lines, String text) {

  /** No comment on a pull request holds more. */
  private static final int MOST = 1 << 16;

  /** Empty if there is no fix, if it also writes further files, or if its lines are endless. */
  static Optional<Suggestion> of(Finding finding) {
    return finding
        .fix()
        .filter(fix -> fix.sequels().isEmpty() && !fix.edits().isEmpty())
        .flatMap(fix -> of(finding.file(), fix));
  }

  private static Optional<Suggestion> of(SourceFile file, Fix fix) {
    Span edited = fix.edits().stream().map(TextEdit::span).reduce(Span::to).orElseThrow();
    if (file.nextLineStart(edited.end()) - file.lineStart(file.line(edited.start())) > MOST) {
      return Optional.empty();
    }
    Span lines = wholeLines(file, edited);
    EditPlan plan = new EditPlan();
    List<TextEdit> inLines = fix.edits().stream().map(edit -> moved(edit, -lines.start())).toList();
    if (!plan.add(inLines)) {
      return Optional.empty();
    }
    String text = plan.applyTo(file.text(lines));
    int first = file.line(lines.start());
    int last = file.line(lines.end());
    boolean behindLastLine = lines.end() == file.text().length() && isLineStart(file, lines.end());
    return Optional.of(
        behindLastLine
            ? new Suggestion(new Lines(first, last - 1), withoutNewline(text))
            : new Suggestion(new Lines(first, last), text));
  }

  /** What is added behind the last line is a replacement of that line. */
  private static Span wholeLines(SourceFile file, Span edited) {
    int start = file.lineStart(file.line(edited.start()));
    if (start > 0 && start == file.text().length()) {
      start = file.lineStart(file.line(start - 1));
    }
    return new Span(start, file.lineSpan(edited.end()).end());
  }

  private static boolean isLineStart(SourceFile file, int offset) {
    return offset > 0 && file.lineStart(file.line(offset)) == offset;
  }

  private static TextEdit moved(TextEdit edit, int distance) {
    return TextEdit.replace(
        new Span(edit.span().start() + distance, edit.span().end() + distance), edit.text());
  }

  private static String withoutNewline(String text) {
    int end = text.length();
    end -= end > 0 && text.charAt(end - 1) == '\n' ? 1 : 0;
    end -= end > 0 && text.charAt(end - 1) == '\r' ? 1 : 0;
    return text.substring(0, end);
  }
}
