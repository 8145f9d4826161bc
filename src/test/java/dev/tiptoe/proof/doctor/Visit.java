package dev.tiptoe.proof.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tiptoe.cli.Session;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What {@code tiptoe doctor prisma} answered. */
record Visit(int exit, String out, String err) {

  static Visit to(Path project, String url, String... options) {
    Session session = new Session(project);
    Stream<String> words =
        Stream.of("doctor", "prisma", "--url", url, "--migrations", "prisma/migrations");
    int exit = session.run(Stream.concat(words, Stream.of(options)).toArray(String[]::new));
    return new Visit(exit, session.out(), session.err());
  }

  static Visit to(Patient patient, String... options) {
    return to(patient.project().folder(), patient.database().url(), options);
  }

  /** Reads what was answered to {@code --format json}. */
  JsonNode report() {
    try {
      return new ObjectMapper().readTree(out);
    } catch (JsonProcessingException e) {
      throw new AssertionError(this.toString(), e);
    }
  }

  String diagnosis() {
    return report().path("diagnosis").asText();
  }
}
