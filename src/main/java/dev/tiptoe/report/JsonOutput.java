package dev.tiptoe.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** Opens JSON for writing. */
final class JsonOutput {

  private JsonOutput() {}

  /** Spread over lines and indented. */
  static JsonGenerator indented(Appendable out) throws IOException {
    JsonGenerator json = compact(out);
    json.setPrettyPrinter(
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
    return json;
  }

  /** Without white space; several values in a row stand in a line each. */
  static JsonGenerator compact(Appendable out) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(new AppendableWriter(out));
    json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    return json;
  }
}
