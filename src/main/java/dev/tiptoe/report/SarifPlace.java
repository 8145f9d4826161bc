package dev.tiptoe.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A file as SARIF names it, and stretches of its text. */
final class SarifPlace {

  /** What RFC 3986 allows in a path without any doubt. */
  private static final String PLAIN = "-._~/";

  private final String path;

  /**
   * @param path from the top of the repository, or from the root if the file is outside of it
   */
  SarifPlace(String path) {
    this.path = path;
  }

  void file(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("artifactLocation");
    if (path.startsWith("/")) {
      json.writeStringField("uri", "file://" + encoded(path));
    } else {
      json.writeStringField("uri", encoded(path));
      json.writeStringField("uriBaseId", "%SRCROOT%");
    }
    json.writeEndObject();
  }

  void region(JsonGenerator json, String name, SourceFile file, Span span) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("startLine", file.line(span.start()));
    json.writeNumberField("startColumn", Places.column(file, span.start()));
    json.writeNumberField("endLine", file.line(span.end()));
    json.writeNumberField("endColumn", Places.column(file, span.end()));
    json.writeEndObject();
  }

  static String encoded(String path) {
    StringBuilder uri = new StringBuilder(path.length());
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (plain || PLAIN.indexOf(c) >= 0) {
        uri.append(c);
      } else {
        uri.append('%').append(hexDigit(c >> 4)).append(hexDigit(c & 0xF));
      }
    }
    return uri.toString();
  }

  private static char hexDigit(int value) {
    return "0123456789ABCDEF".charAt(value);
  }
}
