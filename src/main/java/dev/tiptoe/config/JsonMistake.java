package dev.tiptoe.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.tiptoe.text.SourceFile;
import java.util.Optional;

/**
 * Where a text stops being JSON, and what should stand there. Jackson says so in words for
 * programmers; only its key words are looked at.
 */
record JsonMistake(int offset, String message) {

  private static final String VALUE =
      "expected a value: a text in double quotes, a number, true, false, [ or {";

  private static final int LONGEST_WORD = 40;

  static JsonMistake of(JsonProcessingException e, JsonParser parser, SourceFile file) {
    String told = String.valueOf(e.getOriginalMessage());
    if (e instanceof StreamConstraintsException) {
      return new JsonMistake(
          (int) parser.currentLocation().getCharOffset(),
          told.contains("depth")
              ? "objects and lists are nested too deeply"
              : "a single value or key is far too long");
    }
    int offset = (int) e.getLocation().getCharOffset();
    if (e instanceof JsonEOFException) {
      return new JsonMistake(offset, ending(told, parser.getParsingContext()));
    }
    return new JsonMistake(
        offset,
        insideText(told)
            .orElseGet(
                () -> expected(told, parser.getParsingContext()) + found(file.text(), offset)));
  }

  private static String ending(String told, JsonStreamContext context) {
    if (told.contains("comment")) {
      return "the file ends within a comment; close it with */";
    }
    if (told.contains("quote") || told.contains("field name")) {
      return "the file ends within a text; close it with a double quote";
    }
    return "the file ends before the " + opening(context) + " is closed";
  }

  private static Optional<String> insideText(String told) {
    if (told.contains("escaped using backslash")) {
      return Optional.of(
          "a text must end on the line it begins on; a double quote is missing here");
    }
    return told.contains("escape")
        ? Optional.of("a backslash in a text is written \\\\; in paths use slashes")
        : Optional.empty();
  }

  private static String expected(String told, JsonStreamContext context) {
    if (told.contains("close marker")) {
      return "expected " + closing(context) + " for the " + opening(context);
    }
    if (told.contains("umeric value")) {
      return "expected a number like 5000";
    }
    if (told.contains("comma")) {
      return "expected a comma or " + closing(context);
    }
    if (told.contains("colon")) {
      return "expected a colon after the key";
    }
    if (told.contains("field name")) {
      return "expected a key in double quotes or " + closing(context);
    }
    return context.inRoot() ? "expected nothing but comments and one { ... }" : VALUE;
  }

  /** The word or the character at an offset; nothing if it cannot be seen. */
  private static String found(String text, int offset) {
    int end = offset + 1;
    while (end < text.length() && isInWord(text.charAt(end), text.charAt(offset))) {
      end++;
    }
    if (end < text.length() && text.charAt(offset) == '"' && text.charAt(end) == '"') {
      end++;
    }
    String word = text.substring(offset, Math.min(end, text.length()));
    return word.isBlank() || word.length() > LONGEST_WORD || word.charAt(0) < ' '
        ? ""
        : ", found " + word;
  }

  private static boolean isInWord(char c, char first) {
    return Character.isLetterOrDigit(c) && (Character.isLetterOrDigit(first) || first == '"');
  }

  private static String opening(JsonStreamContext context) {
    int line = context.startLocation(ContentReference.unknown()).getLineNr();
    return (context.inArray() ? "[" : "{") + " in line " + line;
  }

  private static String closing(JsonStreamContext context) {
    return context.inArray() ? "]" : "}";
  }
}
