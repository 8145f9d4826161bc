package dev.tiptoe.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the branch being built is to be merged into, as build services say it in their variables;
 * each service documents its own.
 *
 * @param variable where that was read
 * @param targets names for git to try, the best one first
 */
public record PullRequest(String variable, List<String> targets) {

  /** They are set for pull requests only; GitHub's also by Gitea and Forgejo. */
  private static final List<String> BRANCHES =
      List.of(
          "GITHUB_BASE_REF",
          "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
          "BITBUCKET_PR_DESTINATION_BRANCH",
          "SYSTEM_PULLREQUEST_TARGETBRANCH",
          "CHANGE_TARGET",
          "BUILDKITE_PULL_REQUEST_BASE_BRANCH",
          "CI_COMMIT_TARGET_BRANCH",
          "CIRRUS_BASE_BRANCH",
          "BITRISEIO_GIT_BRANCH_DEST");

  /** Also set for pushes; the second variable tells a pull request by its number. */
  private static final List<List<String>> BRANCHES_WITH_NUMBERS =
      List.of(
          List.of("DRONE_TARGET_BRANCH", "DRONE_PULL_REQUEST"),
          List.of("TRAVIS_BRANCH", "TRAVIS_PULL_REQUEST"),
          List.of("APPVEYOR_REPO_BRANCH", "APPVEYOR_PULL_REQUEST_NUMBER"));

  /**
   * GitLab's. The first is set where the request is built as if it were merged already; what came
   * to the target after the other would then pass for part of the request.
   */
  private static final List<String> COMMITS =
      List.of("CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "CI_MERGE_REQUEST_DIFF_BASE_SHA");

  public PullRequest {
    targets = List.copyOf(targets);
  }

  /** The pull request being built, if these variables speak of one. */
  public static Optional<PullRequest> in(Map<String, String> environment) {
    List<String> variables = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    for (String variable : COMMITS) {
      if (isSet(variable, environment)) {
        variables.add(variable);
        targets.add(environment.getOrDefault(variable, ""));
      }
    }
    branchVariable(environment)
        .ifPresent(
            variable -> {
              variables.add(variable);
              String branch = withoutPrefix(environment.getOrDefault(variable, ""));
              targets.add("origin/" + branch);
              targets.add(branch);
            });
    return variables.isEmpty()
        ? Optional.empty()
        : Optional.of(new PullRequest(variables.get(0), targets));
  }

  private static Optional<String> branchVariable(Map<String, String> environment) {
    for (String variable : BRANCHES) {
      if (isSet(variable, environment)) {
        return Optional.of(variable);
      }
    }
    for (List<String> pair : BRANCHES_WITH_NUMBERS) {
      if (isSet(pair.get(0), environment) && isNumber(environment.getOrDefault(pair.get(1), ""))) {
        return Optional.of(pair.get(0));
      }
    }
    return Optional.empty();
  }

  private static boolean isSet(String variable, Map<String, String> environment) {
    return !environment.getOrDefault(variable, "").isBlank();
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
  }

  /** Azure gives the full name of the branch where others give the short one. */
  private static String withoutPrefix(String branch) {
    String prefix = "refs/heads/";
    return branch.startsWith(prefix) ? branch.substring(prefix.length()) : branch;
  }
}
