package dev.tiptoe.cli;

import dev.tiptoe.lint.NearestWord;
import java.util.List;
import java.util.Locale;

/** A command line that cannot be carried out, in words for the person who wrote it. */
final class UsageError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** More words than these nobody reads. */
  private static final int FEW = 20;

  UsageError(String message) {
    super(message);
  }

  /** A word that is none of those allowed; names the nearest of them, or all if they are few. */
  static UsageError unknown(String what, String given, List<String> allowed) {
    String nearest =
        NearestWord.to(given.toLowerCase(Locale.ROOT), allowed)
            .map(word -> "; did you mean " + word + "?")
            .orElse(".");
    String all = allowed.size() > FEW ? "" : " Known are " + join(allowed) + ".";
    return new UsageError("unknown " + what + " \"" + given + "\"" + nearest + all);
  }

  private static String join(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
