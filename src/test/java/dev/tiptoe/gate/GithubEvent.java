package dev.tiptoe.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/**
 * Why a workflow runs.
 *
 * @param name as in {@code GITHUB_EVENT_NAME}
 * @param commit what is checked out
 * @param base the branch that a pull request is for, else empty
 * @param payload what the service tells of it
 */
record GithubEvent(String name, String ref, String commit, String base, JsonNode payload) {

  private static final Map<String, Object> REPOSITORY =
      Map.of("full_name", "acme/shop", "default_branch", "main");

  static GithubEvent pullRequest(String headRepository, String commit) {
    return pullRequest("pull_request", "refs/pull/1/merge", headRepository, commit);
  }

  /** The event that runs with the rights of the target, which is what it checks out. */
  static GithubEvent pullRequestTarget(String mainCommit) {
    return pullRequest("pull_request_target", "refs/heads/main", "mallory/shop", mainCommit);
  }

  static GithubEvent push(String branch, String before, String commit) {
    return new GithubEvent(
        "push",
        "refs/heads/" + branch,
        commit,
        "",
        json(Map.of("repository", REPOSITORY, "before", before)));
  }

  static GithubEvent mergeGroup(String base, String commit) {
    return new GithubEvent(
        "merge_group",
        "refs/heads/gh-readonly-queue/main/pr-1",
        commit,
        "",
        json(Map.of("repository", REPOSITORY, "merge_group", Map.of("base_sha", base))));
  }

  static GithubEvent byHand(String commit) {
    return new GithubEvent(
        "workflow_dispatch", "refs/heads/main", commit, "", json(Map.of("repository", REPOSITORY)));
  }

  private static GithubEvent pullRequest(
      String name, String ref, String headRepository, String commit) {
    Map<String, Object> head = Map.of("repo", Map.of("full_name", headRepository));
    return new GithubEvent(
        name,
        ref,
        commit,
        "main",
        json(Map.of("repository", REPOSITORY, "pull_request", Map.of("head", head))));
  }

  private static JsonNode json(Map<String, Object> payload) {
    return new ObjectMapper().valueToTree(payload);
  }
}
