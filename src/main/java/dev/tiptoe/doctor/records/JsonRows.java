package dev.tiptoe.doctor.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.tiptoe.doctor.records.ExportedRows.ExportedRow;
import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads rows written as JSON objects, in a list or one after the other; clients wrap them in lists
 * and objects of their own, so any object with the column that is wanted is a row.
 */
final class JsonRows {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final String wanted;
  private final Set<String> columns = new LinkedHashSet<>();
  private final List<ExportedRow> rows = new ArrayList<>();
  private boolean hasOtherObjects;

  private JsonRows(String wanted) {
    this.wanted = wanted;
  }

  static boolean isJson(String text) {
    return text.startsWith("[") || text.startsWith("{");
  }

  /** The rows of all objects that have a member {@code wanted}. */
  static ExportedRows read(SourceFile file, String wanted) throws ExportProblem {
    JsonRows reader = new JsonRows(wanted);
    try (JsonParser parser = FACTORY.createParser(file.text())) {
      try {
        while (parser.nextToken() != null) {
          reader.value(parser);
        }
      } catch (JsonProcessingException e) {
        int line = parser.currentLocation().getLineNr();
        throw new ExportProblem(file, line, "from here on it is no JSON, or a part is missing.");
      }
    } catch (IOException e) {
      throw new IllegalStateException("a string cannot fail to be read", e);
    }
    if (reader.rows.isEmpty() && reader.hasOtherObjects) {
      throw new ExportProblem(file, 1, "no object in it has a member " + wanted + ".");
    }
    return new ExportedRows(reader.columns, reader.rows);
  }

  private void value(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      object(parser);
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        value(parser);
      }
    }
  }

  private void object(JsonParser parser) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    boolean hasList = false;
    Map<String, String> values = new HashMap<>();
    Set<String> keys = new LinkedHashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      keys.add(key);
      JsonToken token = parser.nextToken();
      hasList |= token == JsonToken.START_ARRAY;
      if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
        values.put(key, parser.getText());
      }
      value(parser);
    }
    if (keys.contains(wanted)) {
      columns.addAll(keys);
      rows.add(new ExportedRow(line, values));
    } else if (!hasList) {
      hasOtherObjects = true;
    }
  }
}
