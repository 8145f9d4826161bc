package dev.tiptoe.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one JSON object, in which comments and a comma after the last entry are allowed. */
final class JsonText {

  private static final int DEEPEST = 20;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private JsonText() {}

  /**
   * The object; if the text is none, one without members and the problem that stands in the way.
   *
   * @param longest the most characters that a sensible file has
   */
  static Parsed<Json.Members> read(SourceFile file, int longest) {
    if (file.text().length() > longest) {
      return failed(file, 0, String.format(Locale.ROOT, "has more than %,d characters", longest));
    }
    if (SourceFile.isBlank(file.text())) {
      return failed(file, 0, "is empty; write at least {}");
    }
    // A byte order mark is no JSON; a blank in its place keeps the offsets.
    try (JsonParser parser = FACTORY.createParser(file.text().replace('\uFEFF', ' '))) {
      try {
        return root(parser, file);
      } catch (JsonProcessingException e) {
        JsonMistake mistake = JsonMistake.of(e, parser, file);
        return failed(file, mistake.offset(), mistake.message());
      }
    } catch (IOException e) {
      throw new IllegalStateException("a string cannot fail to be read", e);
    }
  }

  private static Parsed<Json.Members> root(JsonParser parser, SourceFile file) throws IOException {
    Optional<JsonToken> first = next(parser);
    if (first.isEmpty()) {
      return failed(file, 0, "holds nothing but comments; write at least {}");
    }
    Json value = value(first.get(), parser);
    if (!(value instanceof Json.Members members)) {
      return failed(file, value.offset(), "must be an object, { ... }, not " + value.kind());
    }
    return next(parser).isEmpty()
        ? new Parsed<>(members, List.of())
        : failed(file, offset(parser), "there is more after the } that ends the file");
  }

  private static Json value(JsonToken token, JsonParser parser) throws IOException {
    int offset = offset(parser);
    return switch (token) {
      case START_OBJECT -> new Json.Members(offset, members(parser));
      case START_ARRAY -> new Json.Items(offset, items(parser));
      case VALUE_STRING -> new Json.Text(offset, parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> new Json.Flag(offset, token == JsonToken.VALUE_TRUE);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Digits(offset, parser.getText());
      default -> new Json.Null(offset);
    };
  }

  private static List<Json.Member> members(JsonParser parser) throws IOException {
    List<Json.Member> members = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      int offset = offset(parser);
      String key = parser.currentName();
      members.add(new Json.Member(offset, key, value(parser.nextToken(), parser)));
    }
    return members;
  }

  private static List<Json> items(JsonParser parser) throws IOException {
    List<Json> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(token, parser));
    }
    return items;
  }

  private static Optional<JsonToken> next(JsonParser parser) throws IOException {
    return Optional.ofNullable(parser.nextToken());
  }

  private static int offset(JsonParser parser) {
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  private static Parsed<Json.Members> failed(SourceFile file, int offset, String message) {
    return new Parsed<>(
        new Json.Members(0, List.of()), List.of(new Problem(Origin.at(file, offset), message)));
  }
}
