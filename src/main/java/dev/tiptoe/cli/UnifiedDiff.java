package dev.tiptoe.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;

/** The difference of two texts in the form that {@code patch} and {@code git apply} read. */
final class UnifiedDiff {

  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  /** The diff with its headers; a carriage return is part of its line. */
  static String of(String path, String before, String after) {
    return of(name("a/", path), name("b/", path), before, after);
  }

  /** The diff that makes a file. */
  static String ofNew(String path, String text) {
    return of("/dev/null", name("b/", path), "", text);
  }

  private static String of(String from, String to, String before, String after) {
    List<String> old = lines(before);
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            from, to, old, DiffUtils.diff(old, lines(after)), CONTEXT);
    StringBuilder diff = new StringBuilder();
    lines.forEach(line -> diff.append(line).append('\n'));
    return diff.toString();
  }

  /** The tab tells readers that blanks before it belong to the name. */
  private static String name(String prefix, String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return prefix + relative + (relative.indexOf(' ') < 0 ? "" : "\t");
  }

  /**
   * A last line that is not ended carries the remark the format wants, so that it also differs from
   * an ended one.
   */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start) + "\n\\ No newline at end of file");
    }
    return lines;
  }
}
