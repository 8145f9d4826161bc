package dev.tiptoe.project;

import dev.tiptoe.project.GitProblem.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The commit against which files are new: where the current history left that of a branch.
 *
 * @param name for people: the branch or whatever was asked for, {@code HEAD}, or {@code the
 *     beginning} where there is no commit yet
 * @param commit its full id; that of the empty tree where there is no commit yet
 */
public record Base(String name, String commit) {

  private static final int SHORT = 8;

  /** Where the default branch may be found, the best place first. */
  private static final List<String> DEFAULT_BRANCHES =
      List.of(
          "refs/remotes/origin/HEAD",
          "refs/remotes/origin/main",
          "refs/remotes/origin/master",
          "refs/remotes/upstream/HEAD",
          "refs/remotes/upstream/main",
          "refs/remotes/upstream/master",
          "refs/heads/main",
          "refs/heads/master");

  /** The commit's id as people write it. */
  public String shortCommit() {
    return commit.substring(0, SHORT);
  }

  /**
   * Where HEAD left {@code reference}: a branch, a tag, a commit's id or an expression like {@code
   * HEAD~3}. A branch that is only known at {@code origin} is found there.
   *
   * @throws GitProblem with the way out, if there is no such commit or the histories do not meet
   */
  public static Base since(Repository repository, String reference) throws GitProblem {
    if (reference.startsWith("-")) {
      throw new GitProblem(
          Kind.UNKNOWN_COMMIT,
          "\""
              + reference
              + "\" is no branch, tag or commit: their names do not begin with a hyphen");
    }
    Optional<Base> base = first(repository, List.of(reference, "origin/" + reference));
    if (base.isPresent()) {
      return base.get();
    }
    throw unknown(
        repository, reference, "git knows no branch, tag or commit \"" + reference + "\"");
  }

  /** Where HEAD, which may be the merge itself, left the branch that it is to be merged into. */
  public static Base of(Repository repository, PullRequest request) throws GitProblem {
    Optional<Base> base = first(repository, request.targets());
    if (base.isPresent()) {
      return base.get();
    }
    String branch = request.targets().get(request.targets().size() - 1);
    throw unknown(
        repository,
        branch,
        request.variable() + " names \"" + branch + "\", which is not in this clone");
  }

  /**
   * Where HEAD left the default branch of the remote, or the local {@code main} or {@code master};
   * {@code HEAD} itself if there is no such branch beside the current one, or none that it left.
   */
  public static Base byDefault(Repository repository) throws GitProblem {
    if (repository.isUnborn()) {
      return head(repository);
    }
    Map<String, String> known = defaultBranches(repository);
    String current = "refs/heads/" + repository.branch().orElse("");
    for (String place : DEFAULT_BRANCHES) {
      String branch = known.getOrDefault(place, current);
      if (!branch.equals(current)) {
        try {
          return since(repository, branch);
        } catch (GitProblem e) {
          // Nobody asked for this branch, so one that has nothing to do with HEAD is no mistake.
          if (e.kind() != Kind.NO_COMMON_COMMIT || repository.isShallow()) {
            throw e;
          }
        }
      }
    }
    return head(repository);
  }

  /** What is checked out. */
  public static Base head(Repository repository) throws GitProblem {
    return repository.isUnborn()
        ? new Base("the beginning", emptyTree(repository))
        : new Base("HEAD", repository.head().orElseThrow());
  }

  /** The first of these names that git knows. */
  private static Optional<Base> first(Repository repository, List<String> names) throws GitProblem {
    if (repository.isUnborn()) {
      throw new GitProblem(
          Kind.UNKNOWN_COMMIT, "there is no commit yet on this branch that could be compared");
    }
    for (String name : names) {
      List<String> question = new ArrayList<>(List.of("merge-base", name, "HEAD"));
      // What is being merged is as much a parent of the next commit as HEAD is.
      question.addAll(repository.merging());
      GitOutput output = repository.run(question);
      if (output.exit() == 0) {
        return Optional.of(new Base(shown(name), output.text().strip()));
      }
      if (output.exit() == 1) {
        throw notMeeting(repository, shown(name));
      }
      if (!output.error().contains("Not a valid")) {
        throw GitProblem.of("merge-base", output.error());
      }
    }
    return Optional.empty();
  }

  /** By place; the HEAD of a remote is a link to its default branch. */
  private static Map<String, String> defaultBranches(Repository repository) throws GitProblem {
    List<String> question =
        new ArrayList<>(List.of("for-each-ref", "--format=%(refname) %(symref)"));
    question.addAll(DEFAULT_BRANCHES);
    String text = repository.read(question).text();
    Map<String, String> known = new HashMap<>();
    text.lines()
        .forEach(
            line -> {
              int space = line.indexOf(' ');
              String target = line.substring(space + 1);
              String place = line.substring(0, space);
              known.put(place, target.isEmpty() ? place : target);
            });
    return known;
  }

  private static String emptyTree(Repository repository) throws GitProblem {
    return repository.read(List.of("hash-object", "-t", "tree", "--stdin")).text().strip();
  }

  private static String shown(String name) {
    for (String prefix : List.of("refs/remotes/", "refs/heads/")) {
      if (name.startsWith(prefix)) {
        return name.substring(prefix.length());
      }
    }
    return isId(name) ? name.substring(0, SHORT) : name;
  }

  private static GitProblem unknown(Repository repository, String reference, String what) {
    String branch =
        reference.startsWith("origin/") ? reference.substring("origin/".length()) : reference;
    String fetched =
        isBranchName(branch) ? " origin " + branch + ":refs/remotes/origin/" + branch : "";
    String cure;
    if (repository.isShallow()) {
      cure =
          "the clone is shallow, so it may only be missing here; "
              + BuildService.cure(repository.environment())
                  .orElse("run \"git fetch --unshallow" + fetched + "\"");
    } else if (fetched.isEmpty()) {
      cure = "fetch it, or name one that \"git log --all\" shows";
    } else {
      cure = "if it is a branch of the remote, run \"git fetch" + fetched + "\"";
    }
    return new GitProblem(Kind.UNKNOWN_COMMIT, what + "; " + cure);
  }

  private static GitProblem notMeeting(Repository repository, String name) {
    return new GitProblem(
        Kind.NO_COMMON_COMMIT,
        repository.isShallow()
            ? "the clone is shallow and does not reach back to where HEAD left \""
                + name
                + "\"; "
                + BuildService.cure(repository.environment())
                    .orElse("run \"git fetch --unshallow\"")
            : "HEAD and \"" + name + "\" have no commit in common: their histories are unrelated");
  }

  /** Whether it may be one, and can stand in a command without quotes. */
  private static boolean isBranchName(String name) {
    return !name.isEmpty()
        && !name.startsWith("refs/")
        && !isId(name)
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/._-+".indexOf(c) >= 0);
  }

  private static boolean isId(String name) {
    return name.length() >= 40 && name.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }
}
