package dev.tiptoe.config;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.tiptoe.sql.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The {@code tiptoe.json} that a project begins with: what was found out, and what may follow. */
public final class StarterConfig {

  private StarterConfig() {}

  /**
   * The text of the file.
   *
   * @param paths relative to the folder of the file, with slashes
   */
  public static String text(Optional<String> tool, Optional<Dialect> dialect, List<String> paths) {
    return """
        {
          // Every key is optional; what is missing is found out or has a usual value. tiptoe config shows which,
          // tiptoe config --schema describes all keys.

        """
        + line("dialect", dialect.map(found -> quoted(found.id())), "\"postgresql\"")
        + """
          // The version in production. Without it the oldest version that is still supported is assumed.
          // "serverVersion": "16",
        """
        + line("tool", tool.map(StarterConfig::quoted), "\"prisma\"")
        + line(
            "paths",
            paths.isEmpty() ? Optional.empty() : Optional.of(list(paths)),
            "[\"migrations\"]")
        + """

          // error, warning, note or off for each rule that should not be as severe as it is.
          // "rules": {"set-not-null": "warning"},

          // Findings that are known and accepted, with the reason, for some files and for some time.
          // "ignore": [{"rule": "set-not-null", "files": "migrations/2024*", "reason": "ran long ago", "until": "2027-03-31"}],

          // The least severity that makes a run fail: error, warning, note or never.
          "failOn": "error"
        }
        """;
  }

  /** A key with its value; as a comment with an example where the value is not known. */
  private static String line(String key, Optional<String> value, String example) {
    return "  "
        + (value.isPresent() ? "" : "// ")
        + quoted(key)
        + ": "
        + value.orElse(example)
        + ",\n";
  }

  private static String list(List<String> paths) {
    return paths.stream().map(StarterConfig::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
