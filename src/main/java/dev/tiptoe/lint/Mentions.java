package dev.tiptoe.lint;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.RowChange;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.util.List;

/** Where names occur in statements that move rows, and so perhaps rescue them. */
final class Mentions {

  /** Of an INSERT with megabytes of values only the beginning can say where they come from. */
  private static final int LONGEST_HEAD = 4_000;

  private final SourceFile file;

  Mentions(SourceFile file) {
    this.file = file;
  }

  /** Whether one of these statements writes rows and all these names occur in it. */
  boolean inWriters(List<Statement> statements, Name... names) {
    return statements.stream()
        .filter(s -> s.changes().stream().anyMatch(Mentions::writes))
        .anyMatch(s -> isIn(head(s.span()), names));
  }

  private static boolean writes(Change change) {
    return change instanceof RowChange.UpdateRows || change instanceof RowChange.InsertRows;
  }

  private String head(Span span) {
    return file.text(new Span(span.start(), Math.min(span.end(), span.start() + LONGEST_HEAD)));
  }

  static boolean isIn(String text, Name... names) {
    for (Name name : names) {
      if (!isIn(text, name.name())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIn(String text, String word) {
    for (int i = 0; i + word.length() <= text.length(); i++) {
      if (text.regionMatches(true, i, word, 0, word.length())
          && !isPart(text, i - 1)
          && !isPart(text, i + word.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPart(String text, int index) {
    return index >= 0
        && index < text.length()
        && Character.isJavaIdentifierPart(text.charAt(index));
  }
}
