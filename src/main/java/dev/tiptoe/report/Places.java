package dev.tiptoe.report;

import dev.tiptoe.text.SourceFile;

/** Columns as editors count them: a byte order mark takes none. */
final class Places {

  private Places() {}

  static int column(SourceFile file, int offset) {
    int column = file.column(offset);
    return column > 1 && file.line(offset) == 1 && file.text().startsWith("\uFEFF")
        ? column - 1
        : column;
  }
}
