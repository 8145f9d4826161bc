package dev.tiptoe.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tiptoe.cli.DoctorRequest.Format;
import dev.tiptoe.doctor.Diagnosis;
import dev.tiptoe.doctor.DiagnosisJson;
import dev.tiptoe.doctor.DiagnosisText;
import dev.tiptoe.doctor.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what a visit found and did: to people as it goes on, to programs at its end. */
final class DoctorReport {

  private final DoctorRequest request;
  private final Surroundings surroundings;
  private final List<Step> done = new ArrayList<>();
  private Optional<Diagnosis> last = Optional.empty();

  DoctorReport(DoctorRequest request, Surroundings surroundings) {
    this.request = request;
    this.surroundings = surroundings;
  }

  void found(Diagnosis diagnosis) {
    last = Optional.of(diagnosis);
    if (request.format() == Format.TEXT) {
      new DiagnosisText(surroundings.text(), UnifiedDiff::of).write(diagnosis);
    }
  }

  void did(Step step) {
    done.add(step);
    if (request.format() == Format.TEXT) {
      surroundings.text().println("  " + DiagnosisText.done(step));
    }
  }

  boolean isRepaired() {
    return !done.isEmpty() && last.filter(Diagnosis::isHealthy).isPresent();
  }

  /** Says all of it to a program. */
  void end() {
    if (request.format() == Format.TEXT || last.isEmpty()) {
      return;
    }
    try (JsonGenerator json = new JsonFactory().createGenerator(surroundings.out())) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      DiagnosisJson.write(json, request.tool(), last.get());
      json.writeBooleanField("repaired", isRepaired());
      json.writeArrayFieldStart("done");
      for (Step step : done) {
        json.writeStartObject();
        DiagnosisJson.step(json, step);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    surroundings.out().println();
  }
}
