package dev.tiptoe.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real repository in a folder of its own, which sees nothing of this machine's settings. */
record GitSandbox(Path top) {

  static final Map<String, String> ENVIRONMENT = environment();

  static final Git GIT = new Git(ENVIRONMENT);

  /** An empty repository on the branch main. */
  static GitSandbox in(Path top) throws Exception {
    assumeTrue(isGitThere(), "these tests need git");
    Files.createDirectories(top);
    GitSandbox sandbox = new GitSandbox(top);
    sandbox.git("init", "-q");
    sandbox.git("symbolic-ref", "HEAD", "refs/heads/main");
    return sandbox;
  }

  /** A clone with these options, by way of a URL, without which git ignores a depth. */
  GitSandbox cloneTo(Path folder, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("clone", "-q"));
    command.addAll(List.of(options));
    command.addAll(List.of("file://" + top, folder.toString()));
    git(command.toArray(String[]::new));
    return new GitSandbox(folder);
  }

  String git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(top.toFile());
    builder.redirectErrorStream(true).environment().clear();
    builder.environment().putAll(ENVIRONMENT);
    Process process = builder.start();
    process.getOutputStream().close();
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as("%s: %s", command, text).isZero();
    return text;
  }

  Path write(String path, String text) throws IOException {
    Path file = top.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Commits all that is on disk, even nothing; the message makes the id it gives unique. */
  String commit() throws Exception {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", "" + System.nanoTime());
    return git("rev-parse", "HEAD");
  }

  Repository repository() throws GitProblem {
    return Repository.of(GIT, top);
  }

  /** The kinds of all files, by path. */
  static Map<String, FileState.Kind> kinds(Changes changes) {
    Map<String, FileState.Kind> kinds = new HashMap<>();
    changes.files().forEach((path, state) -> kinds.put(path, state.kind()));
    return kinds;
  }

  private static Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>();
    for (String kept : List.of("PATH", "SystemRoot", "TEMP")) {
      String value = System.getenv(kept);
      if (value != null) {
        variables.put(kept, value);
      }
    }
    variables.put("GIT_CONFIG_GLOBAL", "/dev/null");
    variables.put("GIT_CONFIG_NOSYSTEM", "1");
    for (String person : List.of("GIT_AUTHOR", "GIT_COMMITTER")) {
      variables.put(person + "_NAME", "Ada");
      variables.put(person + "_EMAIL", "ada@example.com");
    }
    return Map.copyOf(variables);
  }

  private static boolean isGitThere() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
