package dev.tiptoe.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PullRequestTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GITHUB_BASE_REF",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
        "BITBUCKET_PR_DESTINATION_BRANCH",
        "SYSTEM_PULLREQUEST_TARGETBRANCH",
        "CHANGE_TARGET",
        "BUILDKITE_PULL_REQUEST_BASE_BRANCH",
        "CI_COMMIT_TARGET_BRANCH",
        "CIRRUS_BASE_BRANCH",
        "BITRISEIO_GIT_BRANCH_DEST"
      })
  void theBranchOfTheRemoteIsTriedBeforeTheLocalOne(String variable) {
    assertThat(PullRequest.in(Map.of(variable, "main")))
        .contains(new PullRequest(variable, List.of("origin/main", "main")));
  }

  @Test
  void theFullNameOfABranchIsCut() {
    assertThat(
            PullRequest.in(Map.of("SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/release/1"))
                .orElseThrow()
                .targets())
        .containsExactly("origin/release/1", "release/1");
  }

  @Test
  void anEmptyVariableIsNoPullRequest() {
    assertThat(
            PullRequest.in(Map.of("GITHUB_BASE_REF", "", "BUILDKITE_PULL_REQUEST_BASE_BRANCH", "")))
        .isEmpty();
    assertThat(PullRequest.in(Map.of())).isEmpty();
  }

  @Test
  void aPushIsNoPullRequest() {
    assertThat(
            PullRequest.in(
                Map.of(
                    "TRAVIS_BRANCH", "main",
                    "TRAVIS_PULL_REQUEST", "false",
                    "DRONE_TARGET_BRANCH", "main",
                    "APPVEYOR_REPO_BRANCH", "main")))
        .isEmpty();
  }

  @Test
  void theNumberTellsAPullRequestFromAPush() {
    assertThat(PullRequest.in(Map.of("TRAVIS_BRANCH", "dev", "TRAVIS_PULL_REQUEST", "12")))
        .contains(new PullRequest("TRAVIS_BRANCH", List.of("origin/dev", "dev")));
    assertThat(PullRequest.in(Map.of("DRONE_TARGET_BRANCH", "dev", "DRONE_PULL_REQUEST", "7")))
        .contains(new PullRequest("DRONE_TARGET_BRANCH", List.of("origin/dev", "dev")));
  }

  @Test
  void gitLabsCommitsAreTriedBeforeTheBranch() {
    assertThat(
            PullRequest.in(
                Map.of(
                    "CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "",
                    "CI_MERGE_REQUEST_DIFF_BASE_SHA", "0123abc",
                    "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main")))
        .contains(
            new PullRequest(
                "CI_MERGE_REQUEST_DIFF_BASE_SHA", List.of("0123abc", "origin/main", "main")));
  }
}
