package dev.tiptoe.cli;

import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.util.List;
import java.util.Optional;

/** The lines that a hook of git's runs Tiptoe with, and their place among other lines. */
final class HookBlock {

  private static final String BEGIN = "# >>> tiptoe";
  private static final String END = "# <<< tiptoe";
  private static final String SHEBANG = "#!/bin/sh";

  /** Shells that read what is written here. */
  private static final List<String> SHELLS = List.of("sh", "bash", "dash", "ash", "ksh", "zsh");

  private final List<String> lines;

  /**
   * @param command what Tiptoe is called with
   * @param launcher the path of the Tiptoe to run, if it can be found there by whoever commits
   */
  HookBlock(String command, Optional<String> launcher) {
    String places = launcher.map(path -> quoted(path) + " ").orElse("");
    lines =
        List.of(
            BEGIN + ", written by \"tiptoe hook install\", taken out by \"tiptoe hook uninstall\"",
            "(",
            "  git diff --cached --quiet --no-ext-diff -- ':(icase)*.sql' && exit",
            "  for tiptoe in " + places + "tiptoe node_modules/.bin/tiptoe; do",
            "    command -v \"$tiptoe\" >/dev/null 2>&1 && exec \"$tiptoe\" " + command,
            "  done",
            "  echo 'tiptoe: not found, so the staged migrations cannot be judged. Install it, run' >&2",
            "  echo '  \"tiptoe hook install\" anew, or commit without it: git commit --no-verify' >&2",
            "  exit 1",
            ") || exit",
            END);
  }

  /** A hook that does nothing else. */
  String alone() {
    return SHEBANG + "\n" + String.join("\n", lines) + "\n";
  }

  /** A hook with these lines: in place of those that it has, else first of all. */
  String in(SourceFile hook) {
    Span old = find(hook).orElseGet(() -> Span.at(endOfLine(hook.text(), 0)));
    String newline = hook.newline();
    return hook.text().substring(0, old.start())
        + newline
        + String.join(newline, lines)
        + hook.text().substring(old.end());
  }

  /** The rest of a hook, exactly as it was; nothing if that would do nothing. */
  static Optional<String> without(SourceFile hook, Span block) {
    String rest = hook.text().substring(0, block.start()) + hook.text().substring(block.end());
    return Optional.of(rest).filter(text -> !text.strip().equals(SHEBANG));
  }

  /**
   * The lines in a hook, with the line end in front of them rather than the one behind, which a
   * last line may lack.
   */
  static Optional<Span> find(SourceFile hook) {
    String text = hook.text();
    int end = text.indexOf("\n" + END);
    int begin = end < 0 ? -1 : text.lastIndexOf("\n" + BEGIN, end);
    if (begin < 0) {
      return Optional.empty();
    }
    return Optional.of(new Span(endOfLine(text, begin), endOfLine(text, end + 1)));
  }

  /** Whether its first line names a shell that understands these lines. */
  static boolean isShell(SourceFile hook) {
    String first = hook.text().substring(0, endOfLine(hook.text(), 0));
    if (!first.startsWith("#!")) {
      return false;
    }
    String[] words = first.substring(2).strip().split("[ \t]+", -1);
    int shell = words[0].endsWith("/env") ? 1 : 0;
    while (shell < words.length - 1 && words[shell].startsWith("-")) {
      shell++;
    }
    return shell < words.length
        && SHELLS.contains(words[shell].substring(words[shell].lastIndexOf('/') + 1));
  }

  private static int endOfLine(String text, int offset) {
    int end = text.indexOf('\n', offset);
    if (end < 0) {
      return text.length();
    }
    return end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private static String quoted(String path) {
    return "'" + path.replace("'", "'\\''") + "'";
  }
}
