package dev.tiptoe.config;

import dev.tiptoe.text.SourceFile;

/**
 * Where a value comes from.
 *
 * @param source the path of a file, the name of an option, or a word like "default"
 * @param line counted from 1; 0 if the source is no text
 * @param column counted from 1; 0 if the source is no text
 */
public record Origin(String source, int line, int column) {

  /** What Tiptoe does unless told otherwise. */
  public static final Origin DEFAULT = named("default");

  /** A source that has no lines: an option, or what something was detected by. */
  public static Origin named(String source) {
    return new Origin(source, 0, 0);
  }

  static Origin at(SourceFile file, int offset) {
    return new Origin(file.path(), file.line(offset), file.column(offset));
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
