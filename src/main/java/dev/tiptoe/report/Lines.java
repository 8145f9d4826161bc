package dev.tiptoe.report;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;

/** The lines that something lies on, counted from 1; both belong to it. */
record Lines(int first, int last) {

  static Lines of(Finding finding) {
    SourceFile file = finding.file();
    Span span = finding.span();
    int first = file.line(span.start());
    return new Lines(first, Math.max(first, file.line(Math.max(span.start(), span.end() - 1))));
  }
}
