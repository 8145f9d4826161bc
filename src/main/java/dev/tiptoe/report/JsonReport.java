package dev.tiptoe.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tiptoe.lint.Finding;
import java.io.IOException;

/** One JSON object for programs, file by file. */
final class JsonReport implements Report {

  private final Appendable out;
  private final ReportContext context;
  private final JsonGenerator json;

  JsonReport(Appendable out, ReportContext context) throws IOException {
    this.out = out;
    this.context = context;
    json = JsonOutput.indented(out);
    json.writeStartObject();
    json.writeStringField("version", context.version());
    json.writeArrayFieldStart("files");
  }

  @Override
  public void file(CheckedFile checked) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", context.path(checked.path()));
    JsonParts.target(json, checked.result().script().target());
    json.writeNumberField("statements", checked.result().script().statements().size());
    json.writeNumberField("notUnderstood", checked.result().script().notUnderstood());
    json.writeNumberField("fixesApplied", checked.applied());
    if (!checked.newFiles().isEmpty()) {
      json.writeArrayFieldStart("newFiles");
      for (String newFile : checked.newFiles()) {
        json.writeString(context.path(newFile));
      }
      json.writeEndArray();
    }
    if (!checked.problem().isEmpty()) {
      json.writeStringField("notRewritten", checked.problem());
    }
    json.writeArrayFieldStart("findings");
    for (Finding finding : checked.result().findings()) {
      json.writeStartObject();
      JsonParts.finding(json, finding);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public void end(Summary summary) throws IOException {
    json.writeEndArray();
    JsonParts.summary(json, summary, context);
    json.writeEndObject();
    json.close();
    out.append('\n');
  }
}
