package dev.tiptoe.cli;

import dev.tiptoe.lint.Rule;
import dev.tiptoe.report.Format;
import dev.tiptoe.rules.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Does what hooks and people do most, over examples from the pages of the rules, and discards what
 * it says: Java notes which classes that takes.
 */
final class Rehearsal {

  private static final String EXAMPLE = "```sql bad ";

  /** Not those of a hook, which would lead git into the repository of the commit. */
  private static final Map<String, String> VARIABLES =
      Map.of("PATH", System.getenv().getOrDefault("PATH", ""));

  private final Path folder;

  private Rehearsal(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("tiptoe-train");
    try {
      new Rehearsal(folder).play();
    } finally {
      delete(folder);
    }
  }

  private void play() throws IOException {
    // Named as Flyway's, so that they are found without being named.
    Path migrations = Files.createDirectories(folder.resolve("db/migration"));
    String last = "";
    for (Rule<?> rule : Rules.ALL) {
      String page = RulePages.page(rule.id()).orElse("");
      int example = page.indexOf(EXAMPLE);
      if (example >= 0) {
        int start = page.indexOf('\n', example) + 1;
        Path file = migrations.resolve("V" + example + "__" + rule.id().replace('-', '_') + ".sql");
        Files.writeString(file, page.substring(start, page.indexOf("```", start)));
        last = folder.relativize(file).toString();
      }
    }
    run("--version");
    run("--help");
    run();
    run("--diff");
    run("--verbose", "--dialect", "mysql");
    for (Format format : Format.values()) {
      run("--format", format.id(), last);
    }
    git("git", "init", "--quiet");
    git("git", "add", last);
    run("--staged");
    run("hook", "run");
    run("--fix", last);
  }

  private void run(String... args) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Main.run(
        List.of(args),
        new Surroundings(
            folder, VARIABLES, InputStream.nullInputStream(), nowhere, nowhere, Terminals.find()));
  }

  /** Where there is no git, there are no hooks to train for. */
  private void git(String... command) {
    ProcessBuilder git =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    git.environment().clear();
    git.environment().putAll(VARIABLES);
    try {
      git.start().waitFor();
    } catch (IOException notInstalled) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
