package dev.tiptoe.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Hazard;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The rules that have findings, as SARIF describes them. */
final class SarifRules {

  /** GitHub cuts longer descriptions off. */
  private static final int LONGEST = 1024;

  /**
   * One of them.
   *
   * @param index which one it is in the list of rules
   * @param hazards what its findings are about; their few words are within GitHub's 20 tags
   */
  record Rule(int index, Set<Hazard> hazards) {}

  private final ReportContext context;
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  SarifRules(ReportContext context) {
    this.context = context;
  }

  /** The rule of a finding, which is listed from now on. */
  Rule of(Finding finding) {
    Rule rule =
        rules.computeIfAbsent(
            finding.rule(), id -> new Rule(rules.size(), EnumSet.noneOf(Hazard.class)));
    rule.hazards().add(finding.hazard());
    return rule;
  }

  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("rules");
    for (Map.Entry<String, Rule> rule : rules.entrySet()) {
      json.writeRaw('\n');
      write(json, rule.getKey(), rule.getValue().hazards());
    }
    json.writeEndArray();
  }

  private void write(JsonGenerator json, String id, Set<Hazard> hazards) throws IOException {
    RuleText text = context.rule(id);
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeObjectFieldStart("shortDescription");
    json.writeStringField("text", shortened(text.title()));
    json.writeEndObject();
    json.writeObjectFieldStart("fullDescription");
    json.writeStringField("text", shortened(text.help()));
    json.writeEndObject();
    json.writeObjectFieldStart("help");
    json.writeStringField("text", text.help() + "\n\nMore: " + text.address());
    json.writeStringField(
        "markdown", text.help() + "\n\n[Examples and what servers do](" + text.address() + ")");
    json.writeEndObject();
    json.writeStringField("helpUri", text.address());
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", text.severity().id());
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeArrayFieldStart("tags");
    for (Hazard hazard : hazards) {
      json.writeString(hazard.id());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }
}
