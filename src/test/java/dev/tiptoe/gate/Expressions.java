package dev.tiptoe.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The expressions of GitHub that the action uses: values of a context, {@code ||} and comparisons
 * with a word in quotes.
 */
record Expressions(JsonNode context) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{\\{ (.+?) }}");
  private static final Pattern COMPARISON = Pattern.compile("(\\S+) (==|!=) '([^']*)'");

  /** A text with what its placeholders stand for. */
  String fill(String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
  }

  boolean holds(String condition) {
    Matcher comparison = COMPARISON.matcher(condition);
    if (!comparison.matches()) {
      throw new IllegalArgumentException("not among the known conditions: " + condition);
    }
    return value(comparison.group(1)).equals(comparison.group(3))
        == comparison.group(2).equals("==");
  }

  /** What there is not is empty. */
  private String value(String expression) {
    return Stream.of(expression.split(" \\|\\| "))
        .map(path -> context.at("/" + path.replace('.', '/')).asText())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }
}
