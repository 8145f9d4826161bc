package dev.tiptoe.lint;

import dev.tiptoe.lint.Directive.Author;
import dev.tiptoe.lint.Directive.Reach;
import dev.tiptoe.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a comment, of whatever style, that begins with {@code tiptoe:} or with squawk's words. */
final class DirectiveReader {

  private DirectiveReader() {}

  static Optional<Directive> read(String text, Span comment) {
    String body = body(comment.of(text));
    if (body.startsWith("tiptoe:")) {
      return Optional.of(own(body.substring(7), comment));
    }
    if (body.startsWith("squawk-ignore-file")) {
      return Optional.of(squawk(Reach.FILE, body.substring(18), comment));
    }
    if (body.startsWith("squawk-ignore")) {
      return Optional.of(squawk(Reach.HERE, body.substring(13), comment));
    }
    return Optional.empty();
  }

  private static String body(String comment) {
    String inner =
        comment.startsWith("/*")
            ? comment.substring(2, Math.max(2, comment.length() - 2))
            : comment.startsWith("#") ? comment.substring(1) : comment.substring(2);
    return inner.strip();
  }

  private static Directive own(String body, Span span) {
    int end = 0;
    while (end < body.length()
        && (Character.isLetter(body.charAt(end)) || body.charAt(end) == '-')) {
      end++;
    }
    String word = body.substring(0, end);
    String rest = body.substring(end).strip();
    return switch (word) {
      case "ignore" -> ignore(Reach.HERE, rest, span);
      case "ignore-file" -> ignore(Reach.FILE, rest, span);
      case "review" -> new Directive.Review(rest, span);
      case "backfill" ->
          GivenValue.parse(rest)
              .<Directive>map(v -> new Directive.Backfill(v, span))
              .orElseGet(
                  () ->
                      new Directive.Unknown(
                          word,
                          "is not of the form tiptoe:backfill table.column = expression",
                          span));
      default ->
          new Directive.Unknown(
              word, "is no comment that Tiptoe knows: ignore, ignore-file, backfill, review", span);
    };
  }

  private static Directive ignore(Reach reach, String rest, Span span) {
    int colon = rest.indexOf(':');
    String rules = colon < 0 ? rest : rest.substring(0, colon);
    String reason = colon < 0 ? "" : rest.substring(colon + 1).strip();
    return new Directive.Ignore(reach, Author.TIPTOE, words(rules), reason, span);
  }

  private static Directive squawk(Reach reach, String rest, Span span) {
    return new Directive.Ignore(reach, Author.SQUAWK, words(rest), "", span);
  }

  private static List<String> words(String list) {
    List<String> words = new ArrayList<>();
    for (String word : list.split(",", -1)) {
      String bare = word.strip();
      if (!bare.isEmpty()) {
        words.add(bare);
      }
    }
    return List.copyOf(words);
  }
}
