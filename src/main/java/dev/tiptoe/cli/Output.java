package dev.tiptoe.cli;

import dev.tiptoe.report.Format;
import java.util.List;

/**
 * A report that goes to a file.
 *
 * @param path as a person wrote it
 */
record Output(Format format, String path) {

  /** What several {@code --output FORMAT=PATH} ask for. */
  static List<Output> parse(List<String> texts) {
    return texts.stream().map(Output::parse).toList();
  }

  private static Output parse(String text) {
    int equals = text.indexOf('=');
    if (equals <= 0 || equals == text.length() - 1) {
      throw new UsageError(
          "--output \""
              + text
              + "\" is not of the form FORMAT=PATH, for example --output sarif=tiptoe.sarif");
    }
    String path = text.substring(equals + 1);
    if (path.equals("-")) {
      throw new UsageError("--output is for files; --format says what goes to standard output");
    }
    return new Output(KnownWords.format(text.substring(0, equals)), path);
  }
}
