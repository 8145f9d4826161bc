package dev.tiptoe.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import dev.tiptoe.text.TextEdit;
import java.io.IOException;
import java.io.Writer;

/**
 * One JSON object for programs. Offsets are in UTF-16 units from the start of the file, lines and
 * columns count from 1; an edit replaces the text from its start up to its end.
 */
public final class JsonReport implements Report {

  private final JsonGenerator json;
  private final Appendable out;

  /** Starts the object; {@code version} is that of this program. */
  public JsonReport(Appendable out, String version) throws IOException {
    this.out = out;
    json = new JsonFactory().createGenerator(new Sink(out));
    json.setPrettyPrinter(
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
    json.writeStartObject();
    json.writeStringField("version", version);
    json.writeArrayFieldStart("files");
  }

  @Override
  public void file(CheckedFile checked) throws IOException {
    Target target = checked.result().script().target();
    json.writeStartObject();
    json.writeStringField("path", checked.path());
    json.writeStringField("dialect", target.dialect().id());
    json.writeStringField("serverVersion", target.version().toString());
    json.writeNumberField("statements", checked.result().script().statements().size());
    json.writeNumberField("notUnderstood", checked.result().script().notUnderstood());
    json.writeNumberField("fixesApplied", checked.applied());
    if (!checked.newFiles().isEmpty()) {
      json.writeArrayFieldStart("newFiles");
      for (String newFile : checked.newFiles()) {
        json.writeString(newFile);
      }
      json.writeEndArray();
    }
    if (!checked.problem().isEmpty()) {
      json.writeStringField("notRewritten", checked.problem());
    }
    json.writeArrayFieldStart("findings");
    for (Finding finding : checked.result().findings()) {
      finding(finding);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public void end(Summary summary) throws IOException {
    json.writeEndArray();
    json.writeArrayFieldStart("unread");
    for (Summary.Unread unread : summary.unread()) {
      json.writeStartObject();
      json.writeStringField("path", unread.path());
      json.writeStringField("reason", unread.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("targets");
    for (Target target : summary.targets()) {
      json.writeStartObject();
      json.writeStringField("dialect", target.dialect().id());
      json.writeStringField("serverVersion", target.version().toString());
      json.writeBooleanField("assumed", summary.isAssumed(target));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("summary");
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
    json.writeEndObject();
    json.writeEndObject();
    json.close();
    out.append('\n');
  }

  private void finding(Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", finding.rule());
    json.writeStringField("hazard", finding.hazard().id());
    json.writeStringField("severity", finding.severity().id());
    json.writeStringField("message", finding.message());
    json.writeStringField("advice", finding.advice());
    range(finding.file(), finding.span());
    if (finding.fix().isPresent()) {
      fix(finding.fix().get());
    }
    json.writeEndObject();
  }

  private void range(SourceFile file, Span span) throws IOException {
    json.writeObjectFieldStart("range");
    place("start", file, span.start());
    place("end", file, span.end());
    json.writeEndObject();
  }

  private void place(String name, SourceFile file, int offset) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("line", file.line(offset));
    json.writeNumberField("column", Places.column(file, offset));
    json.writeNumberField("offset", offset);
    json.writeEndObject();
  }

  private void fix(Fix fix) throws IOException {
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

  /** Jackson wants a writer. */
  private static final class Sink extends Writer {
    private final Appendable out;

    Sink(Appendable out) {
      this.out = out;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
      out.append(new String(buffer, offset, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
