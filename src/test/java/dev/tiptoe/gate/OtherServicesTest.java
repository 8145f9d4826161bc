package dev.tiptoe.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiptoe.cli.Snippets;
import dev.tiptoe.project.GitSandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lines that the pages for other services show, in a clone as each of them makes it; the new
 * migration there must not pass, and the old one must not be reported.
 */
class OtherServicesTest {

  private static final String NEW = Hosting.migration("20240110000000_ssh_port");

  private static final Map<String, String> AZURE =
      Map.of("TF_BUILD", "True", "SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/main");

  @TempDir Path folder;

  private Hosting hosting;
  private String commit = "";

  @BeforeEach
  void openPullRequest() throws Exception {
    hosting = Hosting.in(folder.resolve("service"));
    hosting.branch("feature");
    hosting.developer().write(NEW, Hosting.REQUIRED);
    commit = hosting.push("feature");
    hosting.advanceMain();
  }

  @Test
  void jenkinsFetchesThePullRequestAlone() throws Exception {
    List<String> lines =
        Pattern.compile("\\bsh '([^']+)'")
            .matcher(Snippets.of("jenkins.md", "groovy").get(0))
            .results()
            .map(line -> line.group(1))
            .toList();
    GitSandbox clone = hosting.checkout(folder.resolve("workspace"), commit, 0);
    clone.git("update-ref", "-d", "refs/remotes/origin/main");
    mustRefuse(clone, Map.of("CHANGE_TARGET", "main"), lines);
    assertThat(clone.top().resolve("tiptoe.sarif")).content().contains(NEW);
  }

  @Test
  void azureBuildsTheMergeAndNamesItsTargetInFull() throws Exception {
    JsonNode steps = Yaml.text(Snippets.of("azure.md", "yaml").get(0)).get("steps");
    assertThat(steps.get(1).at("/env/JAVA_HOME").textValue()).isEqualTo("$(JAVA_HOME_17_X64)");
    int depth = steps.get(0).get("fetchDepth").intValue();
    String merge = hosting.pullRequest(hosting, "feature");
    GitSandbox clone = hosting.checkout(folder.resolve("s"), merge, depth);
    List<String> lines = List.of(steps.get(1).get("script").textValue());
    mustRefuse(clone, AZURE, lines);
    assertThat(clone.top().resolve(steps.at("/2/inputs/testResultsFiles").textValue()))
        .content()
        .contains(NEW);
  }

  @Test
  void azureIsToldWhatToSetForAShallowClone() throws Exception {
    GitSandbox clone = hosting.checkout(folder.resolve("s"), commit, 1);
    Shell.Result result = new ServiceJob(folder, clone, AZURE).run(List.of("tiptoe"));
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.log()).contains("shallow", "\"fetchDepth: 0\"");
  }

  @Test
  void bitbucketBuildsTheBranch() throws Exception {
    JsonNode step =
        Yaml.text(Snippets.of("ci.md", "yaml").get(0)).at("/pipelines/pull-requests/**/0/step");
    assertThat(step.at("/clone/depth").textValue()).isEqualTo("full");
    GitSandbox clone = hosting.checkout(folder.resolve("build"), commit, 0);
    Map<String, String> variables =
        Map.of("BITBUCKET_BUILD_NUMBER", "1", "BITBUCKET_PR_DESTINATION_BRANCH", "main");
    mustRefuse(clone, variables, List.of(step.at("/script/0").textValue()));
  }

  @Test
  void circleNamesNoTarget() throws Exception {
    JsonNode steps = Yaml.text(Snippets.of("ci.md", "yaml").get(1)).at("/jobs/migrations/steps");
    GitSandbox clone = hosting.checkout(folder.resolve("project"), commit, 0);
    List<String> lines = List.of(steps.get(1).get("run").textValue());
    mustRefuse(clone, Map.of("CIRCLECI", "true"), lines);
    assertThat(clone.top().resolve("test-results/tiptoe.xml")).content().contains(NEW);
  }

  /** Runs the lines, which must fail because of the new migration alone. */
  private void mustRefuse(GitSandbox clone, Map<String, String> variables, List<String> lines)
      throws Exception {
    Shell.Result result = new ServiceJob(folder, clone, variables).run(lines);
    assertThat(result.exit()).as(result.log()).isEqualTo(1);
    assertThat(result.log()).contains(NEW + ":1").doesNotContain(Hosting.APPLIED);
  }
}
