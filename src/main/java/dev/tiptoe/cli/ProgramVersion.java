package dev.tiptoe.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The version of this program, which the build writes into a resource. */
final class ProgramVersion {

  private ProgramVersion() {}

  static String read() {
    try (InputStream in = ProgramVersion.class.getResourceAsStream("version.txt")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }

  /** The program and the Java it runs on, for reports of bugs. */
  static String title() {
    return "(tiptoe " + read() + ", Java " + System.getProperty("java.version") + ")";
  }
}
