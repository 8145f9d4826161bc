package dev.tiptoe.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.lint.Severity;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Reviewdog's diagnostic format. It posts a suggestion only if that replaces whole lines, and
 * exactly those lines that the diagnostic is about.
 */
final class RdjsonReport implements Report {

  private final Appendable out;
  private final ReportContext context;
  private final JsonGenerator json;

  /** What several findings share is proposed with the first of them. */
  private final Set<Fix> proposed = Collections.newSetFromMap(new IdentityHashMap<>());

  RdjsonReport(Appendable out, ReportContext context) throws IOException {
    this.out = out;
    this.context = context;
    json = JsonOutput.indented(out);
    json.writeStartObject();
    json.writeObjectFieldStart("source");
    json.writeStringField("name", "tiptoe");
    json.writeStringField("url", context.home());
    json.writeEndObject();
    json.writeArrayFieldStart("diagnostics");
  }

  @Override
  public void file(CheckedFile checked) throws IOException {
    String path = context.path(checked.path());
    for (Finding finding : checked.result().findings()) {
      Optional<Suggestion> suggestion =
          finding.fix().filter(proposed::add).flatMap(fix -> Suggestion.of(finding));
      json.writeStartObject();
      json.writeStringField("message", message(finding));
      location(path, suggestion.map(Suggestion::lines).orElseGet(() -> Lines.of(finding)));
      json.writeStringField("severity", word(finding.severity()));
      json.writeObjectFieldStart("code");
      json.writeStringField("value", finding.rule());
      json.writeStringField("url", context.rule(finding.rule()).address());
      json.writeEndObject();
      if (suggestion.isPresent()) {
        suggestion(suggestion.get());
      }
      json.writeEndObject();
    }
    proposed.clear();
  }

  @Override
  public void end(Summary summary) throws IOException {
    for (Summary.Unread unread : summary.unread()) {
      json.writeStartObject();
      json.writeStringField("message", "Not judged: " + unread.reason());
      json.writeObjectFieldStart("location");
      json.writeStringField("path", context.path(unread.path()));
      json.writeEndObject();
      json.writeStringField("severity", "ERROR");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.close();
    out.append('\n');
  }

  private void location(String path, Lines lines) throws IOException {
    json.writeObjectFieldStart("location");
    json.writeStringField("path", path);
    range(lines);
    json.writeEndObject();
  }

  private void suggestion(Suggestion suggestion) throws IOException {
    json.writeArrayFieldStart("suggestions");
    json.writeStartObject();
    range(suggestion.lines());
    json.writeStringField("text", suggestion.text());
    json.writeEndObject();
    json.writeEndArray();
  }

  /** Without columns a range is one of whole lines, the last included. */
  private void range(Lines lines) throws IOException {
    json.writeObjectFieldStart("range");
    json.writeObjectFieldStart("start");
    json.writeNumberField("line", lines.first());
    json.writeEndObject();
    json.writeObjectFieldStart("end");
    json.writeNumberField("line", lines.last());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String message(Finding finding) {
    return finding.advice().isEmpty()
        ? finding.message()
        : finding.message() + "\n\n" + finding.advice();
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "ERROR";
      case WARNING -> "WARNING";
      case NOTE -> "INFO";
    };
  }
}
