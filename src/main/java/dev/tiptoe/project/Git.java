package dev.tiptoe.project;

import dev.tiptoe.project.GitProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs the git program; it never asks for a password. */
public final class Git {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final byte[] NOTHING = {};

  /**
   * Hooks are told where their repository is; a path in a submodule or elsewhere has another one.
   * Git refuses the three kinds of patterns beside {@code GIT_LITERAL_PATHSPECS}.
   */
  private static final Set<String> WITHHELD =
      Set.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_PREFIX",
          "GIT_INDEX_FILE",
          "GIT_GLOB_PATHSPECS",
          "GIT_NOGLOB_PATHSPECS",
          "GIT_ICASE_PATHSPECS");

  /** English for {@link GitProblem}; no lock that a commit under way would stumble over. */
  private static final Map<String, String> ALWAYS =
      Map.of(
          "LC_ALL", "C",
          "GIT_OPTIONAL_LOCKS", "0",
          "GIT_TERMINAL_PROMPT", "0",
          "GIT_LITERAL_PATHSPECS", "1");

  /** Settings of the user that would change the answers; a permission is no content. */
  private static final List<String> SETTINGS =
      List.of("-c", "core.quotepath=off", "-c", "core.fileMode=false", "-c", "diff.relative=false");

  private final String executable;
  private final Map<String, String> environment;
  private final Duration limit;

  /** The git of the PATH, given the variables of this process. */
  public Git(Map<String, String> environment) {
    this("git", environment);
  }

  /**
   * A certain git.
   *
   * @param executable its name or path
   */
  public Git(String executable, Map<String, String> environment) {
    this(executable, environment, LIMIT);
  }

  Git(String executable, Map<String, String> environment, Duration limit) {
    this.executable = executable;
    this.environment = Map.copyOf(environment);
    this.limit = limit;
  }

  Map<String, String> environment() {
    return environment;
  }

  /** Runs git and leaves it to the caller what a failure means. */
  GitOutput run(Path folder, List<String> arguments) throws GitProblem {
    return run(folder, Map.of(), NOTHING, arguments);
  }

  GitOutput run(Path folder, Map<String, String> variables, byte[] input, List<String> arguments)
      throws GitProblem {
    List<String> command = new ArrayList<>();
    Collections.addAll(command, executable, "-C", folder.toString());
    command.addAll(SETTINGS);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().keySet().removeAll(WITHHELD);
    builder.environment().putAll(ALWAYS);
    builder.environment().putAll(variables);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new GitProblem(
          Kind.NOT_INSTALLED,
          "\"" + executable + "\" cannot be run: git is not installed or not on the PATH");
    }
    return finish(process, input, arguments.get(0));
  }

  /** Feeds and drains all three streams at once, since git stops when one of them is full. */
  private GitOutput finish(Process process, byte[] input, String command) throws GitProblem {
    CompletableFuture<Boolean> late =
        process
            .onExit()
            .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
            .handle((ended, timeout) -> timeout != null && kill(process));
    CompletableFuture<Void> feeding = CompletableFuture.runAsync(() -> feed(process, input));
    CompletableFuture<byte[]> error =
        CompletableFuture.supplyAsync(() -> drain(process.getErrorStream()));
    byte[] bytes = drain(process.getInputStream());
    boolean isLate = late.join();
    feeding.join();
    String words = new String(error.join(), StandardCharsets.UTF_8);
    if (isLate) {
      throw new GitProblem(
          Kind.FAILED,
          "git " + command + " gave no answer within " + limit.toSeconds() + " seconds");
    }
    return new GitOutput(process.exitValue(), bytes, words);
  }

  /** With its children, which would keep the streams open. */
  private static boolean kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    return true;
  }

  private static void feed(Process process, byte[] input) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(input);
    } catch (IOException e) {
      // Git ended before it read everything; its exit code says why.
    }
  }

  /** A stream breaks only when its process was killed, and then nobody wants its bytes. */
  private static byte[] drain(InputStream in) {
    try (in) {
      return in.readAllBytes();
    } catch (IOException e) {
      return NOTHING;
    }
  }
}
