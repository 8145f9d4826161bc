package dev.tiptoe.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this program and its home, which the build writes into a resource. */
final class ProgramVersion {

  private static final Properties PROPERTIES = load();

  private ProgramVersion() {}

  static String read() {
    return PROPERTIES.getProperty("version", "unknown");
  }

  /** The address of the project, without a slash at its end. */
  static String home() {
    return PROPERTIES.getProperty("home", "unknown");
  }

  /** The program and the Java it runs on, for reports of bugs. */
  static String title() {
    return "(tiptoe " + read() + ", Java " + System.getProperty("java.version") + ")";
  }

  private static Properties load() {
    Properties properties = new Properties();
    try (InputStream in = ProgramVersion.class.getResourceAsStream("program.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException unreadable) {
      // A program that does not know its name can still look at migrations.
    }
    return properties;
  }
}
