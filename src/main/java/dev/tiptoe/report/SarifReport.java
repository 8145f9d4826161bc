package dev.tiptoe.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Fix;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.report.SarifRules.Rule;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.TextEdit;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * SARIF 2.1.0 within the limits of GitHub's code scanning, which refuses a run with more than
 * 25,000 results; the worst are kept, and the file says how many are not.
 */
final class SarifReport implements Report {

  private static final int MOST_RESULTS = 25_000;

  private final Appendable out;
  private final ReportContext context;
  private final Worst<String> results;
  private final SarifRules rules;

  /** What several results share is attached to the first of them. */
  private final Set<Fix> attached = Collections.newSetFromMap(new IdentityHashMap<>());

  SarifReport(Appendable out, ReportContext context) {
    this(out, context, MOST_RESULTS);
  }

  SarifReport(Appendable out, ReportContext context, int mostResults) {
    this.out = out;
    this.context = context;
    this.results = new Worst<>(mostResults);
    this.rules = new SarifRules(context);
  }

  @Override
  public void file(CheckedFile checked) throws IOException {
    SarifPlace place = new SarifPlace(context.path(checked.path()));
    Fingerprints fingerprints = new Fingerprints(checked);
    for (Finding finding : checked.result().findings()) {
      StringBuilder result = new StringBuilder();
      try (JsonGenerator json = JsonOutput.compact(result)) {
        result(json, finding, place, fingerprints.of(finding));
      }
      results.add(finding.severity(), result.toString(), 1);
    }
    attached.clear();
  }

  @Override
  public void end(Summary summary) throws IOException {
    JsonGenerator json = JsonOutput.compact(out);
    json.writeStartObject();
    json.writeStringField(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "Tiptoe");
    json.writeStringField("version", context.version());
    json.writeStringField("informationUri", context.home());
    rules.write(json);
    json.writeEndObject();
    json.writeEndObject();
    invocation(json, summary);
    json.writeStringField("columnKind", "utf16CodeUnits");
    json.writeArrayFieldStart("newlineSequences");
    json.writeString("\r\n");
    json.writeString("\n");
    json.writeString("\r");
    json.writeEndArray();
    json.writeArrayFieldStart("results");
    for (String result : results.values()) {
      json.writeRaw('\n');
      json.writeRawValue(result);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.close();
    out.append('\n');
  }

  private void result(JsonGenerator json, Finding finding, SarifPlace place, String fingerprint)
      throws IOException {
    Rule rule = rules.of(finding);
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule());
    json.writeNumberField("ruleIndex", rule.index());
    json.writeStringField("level", finding.severity().id());
    text(json, "message", (finding.message() + " " + finding.advice()).strip());
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    place.file(json);
    place.region(json, "region", finding.file(), finding.span());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    // GitHub reckons primaryLocationLineHash itself and warns of every other value for that key.
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("statementHash/v1", fingerprint);
    json.writeEndObject();
    if (finding.fix().filter(fix -> fix.sequels().isEmpty()).filter(attached::add).isPresent()) {
      fix(json, finding.file(), finding.fix().get(), place);
    }
    json.writeEndObject();
  }

  private static void fix(JsonGenerator json, SourceFile file, Fix fix, SarifPlace place)
      throws IOException {
    json.writeArrayFieldStart("fixes");
    json.writeStartObject();
    text(json, "description", fix.title());
    json.writeArrayFieldStart("artifactChanges");
    json.writeStartObject();
    place.file(json);
    json.writeArrayFieldStart("replacements");
    for (TextEdit edit : fix.edits()) {
      json.writeStartObject();
      place.region(json, "deletedRegion", file, edit.span());
      text(json, "insertedContent", edit.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  /** How the run went: what could not be read, and what there was no room for. */
  private void invocation(JsonGenerator json, Summary summary) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", summary.unread().isEmpty());
    json.writeArrayFieldStart("toolExecutionNotifications");
    for (Summary.Unread unread : summary.unread()) {
      json.writeStartObject();
      json.writeStringField("level", Severity.ERROR.id());
      text(json, "message", "Not judged: " + unread.reason());
      json.writeArrayFieldStart("locations");
      json.writeStartObject();
      json.writeObjectFieldStart("physicalLocation");
      new SarifPlace(context.path(unread.path())).file(json);
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    if (results.dropped() > 0) {
      json.writeStartObject();
      json.writeStringField("level", Severity.WARNING.id());
      text(
          json,
          "message",
          results.dropped()
              + " more findings are left out, the least severe ones: GitHub takes no file with more.");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String name, String text) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", text);
    json.writeEndObject();
  }
}
