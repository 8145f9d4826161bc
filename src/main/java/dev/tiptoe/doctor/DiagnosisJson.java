package dev.tiptoe.doctor;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tiptoe.doctor.Diagnosis.Part;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Writes a diagnosis for programs. */
public final class DiagnosisJson {

  private DiagnosisJson() {}

  /** Writes its fields into an object that is open. */
  public static void write(JsonGenerator json, Tool tool, Diagnosis diagnosis) throws IOException {
    json.writeStringField("tool", tool.layout().id());
    json.writeStringField("diagnosis", diagnosis.ailment().id());
    if (diagnosis.migration().isPresent()) {
      json.writeStringField("migration", diagnosis.migration().get());
    }
    json.writeStringField("happened", diagnosis.happened());
    json.writeArrayFieldStart("statements");
    for (Part part : diagnosis.parts()) {
      json.writeStartObject();
      json.writeStringField("sql", part.sql());
      json.writeStringField("state", word(part.presence()));
      json.writeStringField("evidence", part.evidence());
      json.writeEndObject();
    }
    json.writeEndArray();
    strings(json, "remarks", diagnosis.remarks());
    Treatment treatment = diagnosis.treatment();
    json.writeStringField("care", word(treatment.care()));
    json.writeBooleanField("safe", treatment.care() == Treatment.Care.SAFE);
    json.writeArrayFieldStart("steps");
    for (Step step : treatment.steps()) {
      json.writeStartObject();
      step(json, step);
      json.writeEndObject();
    }
    json.writeEndArray();
    strings(json, "afterwards", treatment.afterwards());
    strings(json, "notThese", treatment.notThese());
  }

  /** Writes what one step does. */
  public static void step(JsonGenerator json, Step step) throws IOException {
    if (step instanceof Step.Execute execute) {
      json.writeStringField("sql", execute.sql());
    } else if (step instanceof Step.Note note) {
      json.writeStringField("command", note.command());
    } else if (step instanceof Step.Rewrite rewrite) {
      json.writeStringField("file", rewrite.file().path());
      json.writeStringField("newText", rewrite.newText());
    } else if (step instanceof Step.ByHand byHand) {
      json.writeStringField("byHand", byHand.what());
      json.writeStringField("how", byHand.how());
    }
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
