package dev.tiptoe.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.tiptoe.config.Config;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;

/** Settings with their values and origins, for people and for programs. */
final class ConfigTable {

  /** Beyond this a long value pushes its own origin aside, but not those of the others. */
  private static final int WIDEST = 48;

  private ConfigTable() {}

  static void text(List<Config.Row> rows, PrintStream out) {
    int keys = width(rows, Config.Row::key);
    int values = width(rows, row -> String.valueOf(row.value()));
    for (Config.Row row : rows) {
      out.println(
          padded(row.key(), keys)
              + "  "
              + padded(String.valueOf(row.value()), values)
              + "  "
              + row.origin());
    }
  }

  static void json(List<Config.Row> rows, PrintStream out) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      json.writeArrayFieldStart("settings");
      for (Config.Row row : rows) {
        json.writeStartObject();
        json.writeStringField("key", row.key());
        json.writeObjectField("value", row.value());
        json.writeStringField("origin", row.origin().toString());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.println(text);
  }

  private static int width(List<Config.Row> rows, Function<Config.Row, String> column) {
    return rows.stream()
        .mapToInt(row -> column.apply(row).length())
        .filter(length -> length <= WIDEST)
        .max()
        .orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
