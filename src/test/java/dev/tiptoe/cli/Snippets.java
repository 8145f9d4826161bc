package dev.tiptoe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The blocks of a page of the documentation, as people copy them. */
public final class Snippets {

  private Snippets() {}

  /** Those in a language, in their order. */
  public static List<String> of(String page, String language) throws IOException {
    return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
        .matcher(Files.readString(Path.of("docs", page)))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }
}
