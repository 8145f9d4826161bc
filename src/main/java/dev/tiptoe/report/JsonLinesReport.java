package dev.tiptoe.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tiptoe.lint.Finding;
import java.io.IOException;

/** One JSON object a line: the findings, then what was done as a whole. */
final class JsonLinesReport implements Report {

  private final Appendable out;
  private final ReportContext context;
  private final JsonGenerator json;

  JsonLinesReport(Appendable out, ReportContext context) throws IOException {
    this.out = out;
    this.context = context;
    json = JsonOutput.compact(out);
  }

  @Override
  public void file(CheckedFile checked) throws IOException {
    String path = context.path(checked.path());
    for (Finding finding : checked.result().findings()) {
      json.writeStartObject();
      json.writeStringField("type", "finding");
      json.writeStringField("path", path);
      JsonParts.finding(json, finding);
      json.writeEndObject();
    }
  }

  @Override
  public void end(Summary summary) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "summary");
    json.writeStringField("version", context.version());
    JsonParts.summary(json, summary, context);
    json.writeEndObject();
    json.close();
    out.append('\n');
  }
}
