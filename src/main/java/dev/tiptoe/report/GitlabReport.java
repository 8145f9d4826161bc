package dev.tiptoe.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Severity;
import java.io.IOException;
import java.util.UUID;

/**
 * GitLab's code quality report. GitLab shows one of several issues with equal fingerprints, so each
 * has its own.
 */
final class GitlabReport implements Report {

  private final Appendable out;
  private final ReportContext context;
  private final JsonGenerator json;

  GitlabReport(Appendable out, ReportContext context) throws IOException {
    this.out = out;
    this.context = context;
    json = JsonOutput.indented(out);
    json.writeStartArray();
  }

  @Override
  public void file(CheckedFile checked) throws IOException {
    String path = context.path(checked.path());
    Fingerprints fingerprints = new Fingerprints(checked);
    for (Finding finding : checked.result().findings()) {
      Lines lines = Lines.of(finding);
      issue(
          finding.rule(),
          finding.message(),
          word(finding.severity()),
          path,
          fingerprints.of(finding),
          lines);
    }
  }

  @Override
  public void end(Summary summary) throws IOException {
    for (Summary.Unread unread : summary.unread()) {
      issue(
          "unread",
          "Not judged: " + unread.reason(),
          "critical",
          context.path(unread.path()),
          "",
          new Lines(1, 1));
    }
    json.writeEndArray();
    json.close();
    out.append('\n');
  }

  private void issue(
      String rule, String message, String severity, String path, String fingerprint, Lines lines)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("description", message);
    json.writeStringField("check_name", rule);
    json.writeStringField("fingerprint", digest(path + "\0" + rule + "\0" + fingerprint));
    json.writeStringField("severity", severity);
    json.writeObjectFieldStart("location");
    json.writeStringField("path", path);
    json.writeObjectFieldStart("lines");
    json.writeNumberField("begin", lines.first());
    json.writeNumberField("end", lines.last());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case NOTE -> "info";
    };
  }

  private static String digest(String fingerprint) {
    return UUID.nameUUIDFromBytes(fingerprint.getBytes(UTF_8)).toString();
  }
}
