package dev.tiptoe.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.TextEdit;
import java.io.IOException;

/**
 * What JSON reports share. Offsets are in UTF-16 units from the start of the file, lines and
 * columns count from 1; an edit replaces the text from its start up to its end.
 */
final class JsonParts {

  private JsonParts() {}

  /** The fields of a finding, into an object that is open. */
  static void finding(JsonGenerator json, Finding finding) throws IOException {
    json.writeStringField("rule", finding.rule());
    json.writeStringField("hazard", finding.hazard().id());
    json.writeStringField("severity", finding.severity().id());
    json.writeStringField("message", finding.message());
    json.writeStringField("advice", finding.advice());
    json.writeObjectFieldStart("range");
    place(json, "start", finding.file(), finding.span().start());
    place(json, "end", finding.file(), finding.span().end());
    json.writeEndObject();
    if (finding.fix().isPresent()) {
      fix(json, finding.fix().get());
    }
  }

  /** What was not read, for whom it was judged, and what was counted. */
  static void summary(JsonGenerator json, Summary summary, ReportContext context)
      throws IOException {
    json.writeArrayFieldStart("unread");
    for (Summary.Unread unread : summary.unread()) {
      json.writeStartObject();
      json.writeStringField("path", context.path(unread.path()));
      json.writeStringField("reason", unread.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("targets");
    for (Target target : summary.targets()) {
      json.writeStartObject();
      target(json, target);
      json.writeBooleanField("assumed", summary.isAssumed(target));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("summary");
    counts(json, summary);
    json.writeEndObject();
  }

  static void target(JsonGenerator json, Target target) throws IOException {
    json.writeStringField("dialect", target.dialect().id());
    json.writeStringField("serverVersion", target.version().toString());
  }

  private static void counts(JsonGenerator json, Summary summary) throws IOException {
    json.writeNumberField("files", summary.files());
    json.writeNumberField("unread", summary.unread().size());
    json.writeNumberField("leftOut", summary.leftOut());
    json.writeNumberField("statements", summary.statements());
    json.writeNumberField("notUnderstood", summary.notUnderstood());
    json.writeNumberField("errors", summary.count(Severity.ERROR));
    json.writeNumberField("warnings", summary.count(Severity.WARNING));
    json.writeNumberField("notes", summary.count(Severity.NOTE));
    json.writeNumberField("rewritten", summary.rewritten());
    json.writeNumberField("fixesApplied", summary.fixes());
    json.writeNumberField("unwritten", summary.unwritten());
  }

  private static void place(JsonGenerator json, String name, SourceFile file, int offset)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("line", file.line(offset));
    json.writeNumberField("column", Places.column(file, offset));
    json.writeNumberField("offset", offset);
    json.writeEndObject();
  }

  private static void fix(JsonGenerator json, Fix fix) throws IOException {
    json.writeObjectFieldStart("fix");
    json.writeStringField("title", fix.title());
    json.writeStringField("safety", fix.safety().id());
    json.writeArrayFieldStart("edits");
    for (TextEdit edit : fix.edits()) {
      json.writeStartObject();
      json.writeNumberField("start", edit.span().start());
      json.writeNumberField("end", edit.span().end());
      json.writeStringField("text", edit.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
