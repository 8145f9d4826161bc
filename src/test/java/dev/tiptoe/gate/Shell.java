package dev.tiptoe.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A shell in a folder, which knows these variables and nothing of this machine's settings.
 *
 * @param command the shell with the options that a service gives it
 */
record Shell(List<String> command, Path folder, Map<String, String> variables) {

  /** How a script ended, and what it wrote to both of its streams. */
  record Result(int exit, String log) {}

  Result run(String script) throws IOException, InterruptedException {
    Path file = Files.writeString(Files.createTempFile("step", ".sh"), script);
    List<String> words = new ArrayList<>(command);
    words.add(file.toString());
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.redirectErrorStream(true).environment().clear();
    Map<String, String> all = new HashMap<>(Map.of("PATH", System.getenv("PATH")));
    all.putAll(variables);
    builder.environment().putAll(all);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), log);
    } finally {
      Files.delete(file);
    }
  }
}
