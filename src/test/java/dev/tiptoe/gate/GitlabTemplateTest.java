package dev.tiptoe.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job of the template for GitLab, with what GitLab gives to the jobs of merge requests. */
class GitlabTemplateTest {

  private static final Path TEMPLATE = Path.of("packaging/gitlab/tiptoe.gitlab-ci.yml");
  private static final String NEW = Hosting.migration("20240110000000_ssh_port");

  @TempDir Path folder;

  private final Map<String, String> variables = new HashMap<>();
  private JsonNode job;
  private Hosting hosting;

  @BeforeEach
  void host() throws Exception {
    job = Yaml.file(TEMPLATE).get("tiptoe");
    job.get("variables")
        .properties()
        .forEach(variable -> variables.put(variable.getKey(), variable.getValue().textValue()));
    hosting = Hosting.in(folder.resolve("service"));
    variables.putAll(
        Map.of(
            "GITLAB_CI", "true",
            "CI_PIPELINE_SOURCE", "merge_request_event",
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA", hosting.developer().git("rev-parse", "HEAD")));
    hosting.branch("feature");
  }

  @Test
  void aMergeRequestIsJudgedByWhatItBringsAlone() throws Exception {
    hosting.developer().write(NEW, Hosting.REQUIRED);
    String commit = hosting.push("feature");
    hosting.advanceMain();
    Shell.Result result = run(hosting, commit);
    assertThat(result.exit()).as(result.log()).isEqualTo(1);
    assertThat(issues()).containsExactly("add-not-null-column in " + NEW);
  }

  @Test
  void aMergedResultIsJudgedByWhatTheMergeRequestBrings() throws Exception {
    hosting.developer().write(NEW, Hosting.REQUIRED);
    hosting.push("feature");
    hosting.advanceMain();
    String target = hosting.developer().git("rev-parse", "main");
    String merge = hosting.pullRequest(hosting, "feature");
    variables.put("CI_MERGE_REQUEST_TARGET_BRANCH_SHA", target);
    assertThat(run(hosting, merge).exit()).isEqualTo(1);
    assertThat(issues()).containsExactly("add-not-null-column in " + NEW);
  }

  @Test
  void aMergeRequestFromAForkIsJudgedWhereItsPipelineRuns() throws Exception {
    Hosting fork = hosting.fork(folder.resolve("service"));
    fork.branch("feature");
    fork.developer().write(NEW, Hosting.REQUIRED);
    assertThat(run(fork, fork.push("feature")).exit()).isEqualTo(1);
    assertThat(issues()).containsExactly("add-not-null-column in " + NEW);
  }

  @Test
  void anAppliedMigrationMustNotBeEdited() throws Exception {
    hosting.developer().write(Hosting.APPLIED, Hosting.SAFE);
    assertThat(run(hosting, hosting.push("feature")).exit()).isEqualTo(1);
    assertThat(issues()).contains("edited-applied-migration in " + Hosting.APPLIED);
  }

  @Test
  void aMergeRequestWithoutMigrationsPassesWithAnEmptyReport() throws Exception {
    hosting.developer().write("readme.md", "Hello\n");
    Shell.Result result = run(hosting, hosting.push("feature"));
    assertThat(result.exit()).as(result.log()).isZero();
    assertThat(issues()).isEmpty();
  }

  @Test
  void theOptionsAreObeyed() throws Exception {
    hosting.developer().write(NEW, Hosting.REQUIRED);
    variables.put("TIPTOE_OPTIONS", "prisma --fail-on never");
    assertThat(run(hosting, hosting.push("feature")).exit()).isZero();
    assertThat(issues()).hasSize(1);
  }

  @Test
  void aShallowCloneIsToldWhatToSet() throws Exception {
    hosting.developer().write(NEW, Hosting.SAFE);
    String commit = hosting.push("feature");
    variables.put("GIT_DEPTH", "1");
    Shell.Result result = run(hosting, commit);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.log()).contains("shallow", "\"GIT_DEPTH: 0\"");
  }

  @Test
  void itIsAJobForMergeRequestsThatKeepsItsReportIfItFails() {
    assertThat(job.at("/rules/0/if").textValue())
        .isEqualTo("$CI_PIPELINE_SOURCE == \"merge_request_event\"");
    assertThat(job.at("/artifacts/when").textValue()).isEqualTo("always");
    assertThat(job.get("script").get(0).textValue())
        .contains("gitlab=" + job.at("/artifacts/reports/codequality").textValue());
  }

  private Shell.Result run(Hosting service, String commit) throws Exception {
    int depth = Integer.parseInt(variables.get("GIT_DEPTH"));
    List<String> script =
        StreamSupport.stream(job.get("script").spliterator(), false)
            .map(JsonNode::textValue)
            .toList();
    Path builds = folder.resolve("builds");
    return new ServiceJob(folder, service.checkout(builds, commit, depth), variables).run(script);
  }

  /** What GitLab shows in the merge request. */
  private List<String> issues() throws Exception {
    JsonNode report =
        Yaml.text(Files.readString(folder.resolve("builds/gl-code-quality-report.json")));
    return StreamSupport.stream(report.spliterator(), false)
        .map(i -> i.get("check_name").textValue() + " in " + i.at("/location/path").textValue())
        .toList();
  }
}
