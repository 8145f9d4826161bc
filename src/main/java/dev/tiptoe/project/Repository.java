package dev.tiptoe.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * A git repository with its work tree, as it was when asked for. Inside it, paths are strings from
 * its top folder on, with slashes, as git has them.
 */
public final class Repository {

  private static final String BRANCH = "refs/heads/";

  private final Git git;
  private final Path top;
  private final boolean shallow;
  private final String head;
  private final String headName;
  private final Path gitFolder;
  private final Map<String, String> variables;

  private Repository(
      Git git, Path top, String gitFolder, boolean shallow, String head, String headName) {
    this.git = git;
    this.top = top;
    this.gitFolder = real(top.resolve(gitFolder));
    this.shallow = shallow;
    this.head = head;
    this.headName = headName;
    this.variables = index(git, top, this.gitFolder);
  }

  /**
   * The repository that a file or folder belongs to; the path need not exist. What is in a
   * submodule belongs to the submodule.
   */
  public static Repository of(Git git, Path path) throws GitProblem {
    Path folder = real(path);
    while (!Files.isDirectory(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    GitOutput answer =
        git.run(
            folder,
            List.of(
                "rev-parse",
                "--is-shallow-repository",
                "--is-inside-work-tree",
                "--show-cdup",
                "--absolute-git-dir",
                "--revs-only",
                "HEAD",
                "--symbolic-full-name",
                "HEAD"));
    if (answer.exit() != 0) {
      throw GitProblem.of("rev-parse", answer.error());
    }
    // Paths are asked for relatively where possible: Java cannot read every name that git can.
    List<String> lines = answer.text().lines().toList();
    if (!Boolean.parseBoolean(lines.get(1))) {
      throw GitProblem.noWorkTree();
    }
    int last = lines.size() - 1;
    boolean unborn = !lines.get(last).equals("HEAD") && !lines.get(last).startsWith("refs/");
    return new Repository(
        git,
        real(folder.resolve(lines.get(2))),
        lines.get(3),
        Boolean.parseBoolean(lines.get(0)),
        unborn ? "" : lines.get(last - 1),
        unborn ? "" : lines.get(last));
  }

  /** The top folder of the work tree that a folder lies in, without asking git. */
  public static Optional<Path> topOf(Path folder) {
    for (Path level = folder; level != null; level = level.getParent()) {
      if (Files.exists(level.resolve(".git"))) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /**
   * The repositories of many files, each of them asked only once; files outside of any repository
   * are not among the keys.
   */
  public static Map<Path, Repository> byPath(Git git, Collection<Path> paths) throws GitProblem {
    Map<Path, Repository> known = new HashMap<>();
    Map<Path, Repository> found = new LinkedHashMap<>();
    for (Path path : paths) {
      Optional<Path> top = topOf(real(path));
      if (top.isEmpty()) {
        continue;
      }
      Repository repository = known.get(top.get());
      if (repository == null) {
        repository = of(git, top.get());
        known.put(top.get(), repository);
      }
      found.put(path, repository);
    }
    return found;
  }

  /** The folder of its work tree, without links in the path. */
  public Path top() {
    return top;
  }

  /** Whether older commits were left out when it was cloned. */
  public boolean isShallow() {
    return shallow;
  }

  /** Whether there is no commit yet on the current branch. */
  public boolean isUnborn() {
    return head.isEmpty();
  }

  /** Whether a commit is checked out rather than a branch, as build services do. */
  public boolean isDetached() {
    return !isUnborn() && branch().isEmpty();
  }

  /** The id of the commit that is checked out, if there is one. */
  public Optional<String> head() {
    return isUnborn() ? Optional.empty() : Optional.of(head);
  }

  /** The ids of the commits that are being merged into {@link #head}; mostly there are none. */
  List<String> merging() {
    return ProjectFiles.lines(gitFolder.resolve("MERGE_HEAD"));
  }

  /** The branch that is checked out, unless it has no commit yet. */
  public Optional<String> branch() {
    return headName.startsWith(BRANCH)
        ? Optional.of(headName.substring(BRANCH.length()))
        : Optional.empty();
  }

  /**
   * A path as git has it; empty for the top folder. Links on the way are followed, but not one that
   * the path itself is, since git keeps that as a file of its own.
   *
   * @return nothing if the path is outside
   */
  public Optional<String> relative(Path path) {
    Path real = real(path);
    if (real.equals(top)) {
      return Optional.of("");
    }
    if (!real.startsWith(top)) {
      return Optional.empty();
    }
    StringJoiner slashes = new StringJoiner("/");
    top.relativize(real).forEach(name -> slashes.add(name.toString()));
    return Optional.of(slashes.toString());
  }

  /** Where a file of the repository is checked out. */
  public Path resolve(String path) {
    return top.resolve(path);
  }

  /**
   * Whether the next commit is made of the index that stays; {@code git commit -a} writes it under
   * the name of its lock.
   */
  boolean hasUsualIndex() {
    String name = git.environment().getOrDefault("GIT_INDEX_FILE", "");
    return name.isEmpty()
        || Stream.of("index", "index.lock")
            .anyMatch(usual -> real(top.resolve(name)).equals(gitFolder.resolve(usual)));
  }

  Map<String, String> environment() {
    return git.environment();
  }

  /** A folder that {@code git rev-parse} knows, without links as far as it exists. */
  Path asked(String... question) throws GitProblem {
    List<String> command = new ArrayList<>(List.of("rev-parse"));
    Collections.addAll(command, question);
    return real(top.resolve(read(command).text().stripTrailing()));
  }

  /** Runs git in the top folder and leaves it to the caller what a failure means. */
  GitOutput run(List<String> arguments) throws GitProblem {
    return git.run(top, variables, new byte[0], arguments);
  }

  /** What git writes, which must not fail. */
  GitOutput read(List<String> arguments) throws GitProblem {
    return read("", arguments);
  }

  GitOutput read(String input, List<String> arguments) throws GitProblem {
    GitOutput output = git.run(top, variables, input.getBytes(StandardCharsets.UTF_8), arguments);
    if (output.exit() != 0) {
      throw GitProblem.of(arguments.get(0), output.error());
    }
    return output;
  }

  /**
   * The index that {@code git commit -a} and {@code git commit FILE} give their hooks for the
   * commit in the making; only this repository may use it.
   */
  private static Map<String, String> index(Git git, Path top, Path gitFolder) {
    String name = git.environment().getOrDefault("GIT_INDEX_FILE", "");
    if (name.isEmpty()) {
      return Map.of();
    }
    Path index = real(top.resolve(name));
    boolean isOurs = Files.exists(index) && index.startsWith(gitFolder);
    return isOurs ? Map.of("GIT_INDEX_FILE", index.toString()) : Map.of();
  }

  /** Without links and in the letter case of the disk, as far as the path exists. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath();
    Path parent = absolute.getParent();
    try {
      if (parent == null || Files.isDirectory(absolute)) {
        return absolute.toRealPath();
      }
      Path name = absolute.getFileName();
      if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
        name = absolute.toRealPath(LinkOption.NOFOLLOW_LINKS).getFileName();
      }
      return real(parent).resolve(name);
    } catch (IOException e) {
      return absolute.normalize();
    }
  }
}
