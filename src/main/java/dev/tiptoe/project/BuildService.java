package dev.tiptoe.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Services that build clones with a short history, and how each is told to fetch all of it.
 *
 * @param variable is set wherever the service runs
 * @param cure what to do about it
 */
record BuildService(String variable, String cure) {

  private static final List<BuildService> ALL =
      List.of(
          new BuildService("GITHUB_ACTIONS", "give actions/checkout \"fetch-depth: 0\""),
          new BuildService("GITLAB_CI", "set the variable \"GIT_DEPTH: 0\" for the job"),
          new BuildService("TF_BUILD", "give the step \"checkout: self\" a \"fetchDepth: 0\""),
          new BuildService("BITBUCKET_BUILD_NUMBER", "set \"clone: depth: full\" for the step"));

  /** How to come by the whole history, if these variables are those of a service. */
  static Optional<String> cure(Map<String, String> environment) {
    return ALL.stream()
        .filter(service -> !environment.getOrDefault(service.variable, "").isEmpty())
        .map(BuildService::cure)
        .findFirst();
  }
}
