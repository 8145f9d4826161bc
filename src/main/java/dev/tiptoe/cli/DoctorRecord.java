package dev.tiptoe.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tiptoe.doctor.Diagnosis;
import dev.tiptoe.doctor.DiagnosisJson;
import dev.tiptoe.doctor.Step;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** The file that keeps what was done to a database, a line of JSON for each step. */
final class DoctorRecord {

  private final Path file;
  private final Surroundings surroundings;

  DoctorRecord(String file, Surroundings surroundings) {
    this.file = surroundings.folder().resolve(file);
    this.surroundings = surroundings;
  }

  /** Keeps a step; where the file cannot be written, says so and lets the work go on. */
  void add(Diagnosis diagnosis, Step step) {
    try {
      Files.writeString(
          file,
          line(diagnosis, step),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      surroundings
          .err()
          .println("tiptoe: the record " + file + " could not be written: " + e.getMessage());
    }
  }

  private static String line(Diagnosis diagnosis, Step step) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("at", Instant.now().toString());
      json.writeStringField("migration", diagnosis.migration().orElse(""));
      json.writeStringField("diagnosis", diagnosis.ailment().id());
      DiagnosisJson.step(json, step);
      json.writeEndObject();
    }
    return line + "\n";
  }
}
