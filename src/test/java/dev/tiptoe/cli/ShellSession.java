package dev.tiptoe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The {@code console} blocks of a page, run in their order by {@code sh} in a copy of testdata/demo
 * that is a git repository with everything committed on its branch {@code main}. Lines that begin
 * with {@code $ } are commands; what they print follows, and {@code [exit N]} where it is not 0.
 */
final class ShellSession {

  /** Where the repository seems to be, wherever the test runs. */
  private static final String SHOWN = "/home/you/shop";

  private final Path repository;
  private final Path home;
  private final Path programs;

  ShellSession(Path folder) throws IOException, InterruptedException {
    Path real = folder.toRealPath();
    repository = Files.createDirectory(real.resolve("shop"));
    home = Files.createDirectory(real.resolve("home"));
    programs = Files.createDirectory(real.resolve("bin"));
    Path tiptoe = programs.resolve("tiptoe");
    Files.writeString(tiptoe, launcher());
    if (!tiptoe.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + tiptoe + " executable");
    }
    copyDemo();
    Files.writeString(
        home.resolve(".gitconfig"),
        "[user]\n name = You\n email = you@example.org\n[init]\n defaultBranch = main\n");
    run("git init -q && git add . && git commit -q -m 'Start the shop'");
  }

  /** The page as it really goes. */
  String replay(String page) throws IOException, InterruptedException {
    StringBuilder result = new StringBuilder();
    boolean inSession = false;
    for (String line : page.split("\n")) {
      if (inSession && line.equals("```")) {
        inSession = false;
      } else if (!inSession && line.equals("```console")) {
        inSession = true;
      } else if (inSession && !line.startsWith("$ ")) {
        continue;
      }
      result.append(line).append('\n');
      if (inSession && line.startsWith("$ ")) {
        result.append(run(line.substring(2)));
      }
    }
    return result.toString();
  }

  /** What a command prints, and the code that it ends with unless that is 0. */
  String run(String command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command)
            .directory(repository.toFile())
            .redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "JAVA_HOME"));
    environment.merge("PATH", "", (path, nothing) -> programs + ":" + path);
    environment.putAll(
        Map.of("HOME", home.toString(), "LC_ALL", "C.UTF-8", "GIT_CONFIG_NOSYSTEM", "1"));
    Process process = builder.start();
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .replace(repository.toString(), SHOWN)
            .replace(programs.resolve("tiptoe").toString(), "/usr/local/bin/tiptoe")
            .replace(ProgramVersion.read(), "VERSION");
    int code = process.waitFor();
    String end = output.isEmpty() || output.endsWith("\n") ? "" : "\n";
    return output + end + (code == 0 ? "" : "[exit " + code + "]\n");
  }

  private String launcher() {
    return """
        #!/bin/sh
        exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dtiptoe.launcher='%s' -cp '%s' dev.tiptoe.cli.Main "$@"
        """
        .formatted(
            ProcessHandle.current().info().command().orElse("java"),
            programs.resolve("tiptoe"),
            System.getProperty("java.class.path"));
  }

  private void copyDemo() throws IOException {
    Path demo = Path.of("testdata", "demo");
    try (Stream<Path> files = Files.walk(demo)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = repository.resolve(demo.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
