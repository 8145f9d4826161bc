package dev.tiptoe.proof.tools;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that has run to its end; its output is both its streams. */
public record Finished(int exit, String output) {

  public static Finished run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    return of(start(folder, environment, command));
  }

  static Process start(Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    ProcessBuilder program =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"));
    program.environment().putAll(environment);
    return program.start();
  }

  /** Waits for a program to end. */
  public static Finished of(Process process) throws IOException {
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Finished(process.waitFor(), output);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted: " + process, e);
    }
  }
}
