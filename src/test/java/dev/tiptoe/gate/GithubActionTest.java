package dev.tiptoe.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiptoe.cli.Snippets;
import dev.tiptoe.project.GitSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workflow that docs/github.md begins with, on each event that may start it. */
class GithubActionTest {

  private static final String NEW = Hosting.migration("20240110000000_ssh_port");

  @TempDir Path folder;

  private final Map<String, String> machine =
      new HashMap<>(Map.of("JAVA_HOME_17_X64", Launcher.JAVA_HOME));
  private final Map<String, String> inputs = new HashMap<>();
  private Hosting hosting;

  @BeforeEach
  void host() throws Exception {
    hosting = Hosting.in(folder.resolve("service"));
  }

  @Test
  void aPullRequestIsJudgedByWhatItBringsAlone() throws Exception {
    hosting.branch("feature");
    hosting.developer().write(NEW, Hosting.REQUIRED);
    hosting.push("feature");
    hosting.advanceMain();
    GithubRunner.Result result = run(pullRequest(hosting, "feature"));
    assertThat(result.log()).contains(NEW + ":1", "add-not-null-column").doesNotContain("name");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.outputs())
        .containsEntry("errors", "1")
        .containsEntry("warnings", "0")
        .containsEntry("files", "1")
        .containsEntry("exit-code", "1");
  }

  @Test
  void aSafePullRequestPasses() throws Exception {
    hosting.branch("feature");
    hosting.developer().write(NEW, Hosting.SAFE);
    hosting.push("feature");
    GithubRunner.Result result = run(pullRequest(hosting, "feature"));
    assertThat(result.exit()).as(result.log()).isZero();
    assertThat(result.outputs())
        .containsEntry("errors", "0")
        .containsEntry("files", "1")
        .containsEntry("exit-code", "0");
  }

  @Test
  void aPullRequestWithoutMigrationsPasses() throws Exception {
    hosting.branch("feature");
    hosting.developer().write("readme.md", "Hello\n");
    hosting.push("feature");
    GithubRunner.Result result = run(pullRequest(hosting, "feature"));
    assertThat(result.exit()).as(result.log()).isZero();
    assertThat(result.outputs()).containsEntry("files", "0");
  }

  @Test
  void anAppliedMigrationMustNotBeEdited() throws Exception {
    hosting.branch("feature");
    hosting.developer().write(Hosting.APPLIED, Hosting.SAFE);
    hosting.push("feature");
    GithubRunner.Result result = run(pullRequest(hosting, "feature"));
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.log()).contains(Hosting.APPLIED, "edited-applied-migration");
  }

  @Test
  void aPullRequestFromAForkIsJudgedAndToldWhatItsTokenMay() throws Exception {
    Hosting fork = hosting.fork(folder.resolve("service"));
    fork.branch("feature");
    fork.developer().write(NEW, Hosting.REQUIRED);
    fork.push("feature");
    String merge = hosting.pullRequest(fork, "feature");
    GithubRunner.Result result = run(GithubEvent.pullRequest("mallory/shop", merge));
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.log()).contains(NEW + ":1", "The pull request comes from a fork", "comments");
    assertThat(result.outputs()).containsEntry("errors", "1");
  }

  @Test
  void aShallowCloneIsToldTheLinesToWrite() throws Exception {
    hosting.branch("feature");
    hosting.developer().write(NEW, Hosting.SAFE);
    hosting.push("feature");
    GithubEvent event = pullRequest(hosting, "feature");
    GithubRunner.Result result = run(event, 1);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.outputs()).containsEntry("exit-code", "2").containsEntry("errors", "");
    assertThat(result.log().replace("%0A", "\n"))
        .contains(
            "::error title=Tiptoe::The clone is shallow",
            "\n  - uses: actions/checkout@v6\n    with:\n      fetch-depth: 0\n");
  }

  @Test
  void anEmptyWorkspaceIsToldToo() throws Exception {
    GithubEvent event = pullRequest(hosting, "main");
    Path empty = Files.createDirectories(folder.resolve("workspace"));
    GithubRunner.Result result = runner(event, empty).use(action(), inputs);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.log()).contains("The workspace is empty.", "actions/checkout");
  }

  @Test
  void aPushToMainIsJudgedByWhatItBrought() throws Exception {
    String before = hosting.developer().git("rev-parse", "HEAD");
    hosting.developer().write(NEW, Hosting.REQUIRED);
    GithubRunner.Result result = run(GithubEvent.push("main", before, hosting.push("main")));
    assertThat(result.log()).contains(NEW + ":1");
    assertThat(result.outputs()).containsEntry("errors", "1").containsEntry("files", "1");
  }

  @Test
  void theFirstPushOfAnotherBranchIsComparedWithTheDefaultOne() throws Exception {
    hosting.branch("feature");
    hosting.developer().write(NEW, Hosting.REQUIRED);
    String commit = hosting.push("feature");
    GithubRunner.Result result = run(GithubEvent.push("feature", "0".repeat(40), commit));
    assertThat(result.outputs()).containsEntry("errors", "1").containsEntry("files", "1");
  }

  @Test
  void aPushByForceIsComparedWithTheDefaultBranchToo() throws Exception {
    hosting.branch("feature");
    hosting.developer().write(NEW, Hosting.REQUIRED);
    String before = hosting.push("feature");
    hosting.developer().git("reset", "-q", "--hard", "main");
    hosting.developer().write(NEW, Hosting.SAFE);
    String commit = hosting.push("feature");
    GithubRunner.Result result = run(GithubEvent.push("feature", before, commit));
    assertThat(result.outputs()).containsEntry("errors", "0").containsEntry("files", "1");
  }

  @Test
  void theFirstPushOfAllIsLookedAtWhole() throws Exception {
    String commit = hosting.developer().git("rev-parse", "HEAD");
    GithubRunner.Result result = run(GithubEvent.push("main", "0".repeat(40), commit));
    assertThat(result.outputs()).containsEntry("errors", "1").containsEntry("files", "2");
  }

  @Test
  void aMergeGroupIsComparedWithWhatIsBeforeItInTheQueue() throws Exception {
    String base = hosting.developer().git("rev-parse", "HEAD");
    hosting.branch("queued");
    hosting.developer().write(NEW, Hosting.REQUIRED);
    GithubRunner.Result result = run(GithubEvent.mergeGroup(base, hosting.push("queued")));
    assertThat(result.outputs()).containsEntry("errors", "1").containsEntry("files", "1");
  }

  @Test
  void aRunByHandLooksAtEverything() throws Exception {
    String commit = hosting.developer().git("rev-parse", "HEAD");
    assertThat(run(GithubEvent.byHand(commit)).outputs()).containsEntry("files", "2");
  }

  @Test
  void theTargetOfAPullRequestIsNoSubstituteForIt() throws Exception {
    String commit = hosting.developer().git("rev-parse", "HEAD");
    GithubRunner.Result result = run(GithubEvent.pullRequestTarget(commit));
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.log()).contains("Run on pull_request");
  }

  @Test
  void theInputsAreObeyed() throws Exception {
    hosting.developer().write("other/V1__a.sql", Hosting.REQUIRED);
    hosting.developer().write("other/V2__b c.sql", Hosting.REQUIRED);
    hosting.developer().write("strict.json", "{\"rules\": {\"add-not-null-column\": \"note\"}}");
    String commit = hosting.push("main");
    inputs.put("paths", "other/V2__b c.sql\n");
    inputs.put("since", "HEAD~1");
    inputs.put("config", "strict.json");
    inputs.put("format", "json");
    inputs.put("fail-on", "note");
    inputs.put("sarif", "tiptoe.sarif");
    inputs.put("args", "--dialect=postgresql\n--server-version=16\n");
    GithubRunner.Result result = run(GithubEvent.byHand(commit));
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.log())
        .contains("\"path\" : \"other/V2__b c.sql\"", "\"serverVersion\" : \"16\"");
    assertThat(result.outputs()).containsEntry("notes", "1").containsEntry("files", "1");
    assertThat(folder.resolve("workspace/tiptoe.sarif")).content().contains("add-not-null-column");
  }

  @Test
  void allFilesCanBeAskedForOnEveryEvent() throws Exception {
    String before = hosting.developer().git("rev-parse", "HEAD");
    hosting.developer().write(NEW, Hosting.SAFE);
    inputs.put("args", "--all");
    GithubRunner.Result result = run(GithubEvent.push("main", before, hosting.push("main")));
    assertThat(result.outputs()).containsEntry("files", "3");
  }

  @Test
  void whatIsInAnInputIsNeverRun() throws Exception {
    String commit = hosting.developer().git("rev-parse", "HEAD");
    String harmful = "$(touch harmed); touch harmed; `touch harmed`";
    for (String input : List.of("paths", "since", "config", "format", "fail-on", "args")) {
      inputs.put(input, harmful);
      assertThat(run(GithubEvent.byHand(commit)).exit()).as(input).isEqualTo(2);
      inputs.clear();
    }
    assertThat(folder.resolve("workspace/harmed")).doesNotExist();
    for (JsonNode step : Yaml.file(Path.of("action.yml")).at("/runs/steps")) {
      assertThat(step.path("run").asText()).doesNotContain("${{");
    }
  }

  @Test
  void aJavaIsSetUpWhereTheRunnerHasNoneThatIsNewEnough() throws Exception {
    String commit = hosting.developer().git("rev-parse", "HEAD");
    Path old = Files.createDirectories(folder.resolve("jdk8"));
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"1.8.0_482\"\n");
    Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho '    java.home = " + old + "'\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    machine.clear();
    machine.putAll(
        Map.of(
            "PATH", java.getParent() + ":" + System.getenv("PATH"), "JAVA_HOME", old.toString()));
    GithubRunner.Result result = run(GithubEvent.byHand(commit));
    assertThat(result.used()).containsExactly("actions/setup-java");
    assertThat(result.outputs()).containsEntry("files", "2");
    machine.put("JAVA_HOME_21_arm64", Launcher.JAVA_HOME);
    assertThat(run(GithubEvent.byHand(commit)).used()).isEmpty();
  }

  @Test
  void theWorkspaceOfAContainerMayBelongToSomebodyElse() throws Exception {
    hosting.branch("feature");
    hosting.developer().write(NEW, Hosting.REQUIRED);
    hosting.push("feature");
    machine.put("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    assertThat(run(pullRequest(hosting, "feature")).outputs()).containsEntry("errors", "1");
  }

  private static GithubEvent pullRequest(Hosting hosting, String branch) throws Exception {
    return GithubEvent.pullRequest("acme/shop", hosting.pullRequest(hosting, branch));
  }

  private GithubRunner.Result run(GithubEvent event) throws Exception {
    JsonNode steps = Yaml.text(Snippets.of("github.md", "yaml").get(0)).at("/jobs/tiptoe/steps");
    assertThat(steps.get(0).get("uses").textValue()).startsWith("actions/checkout@");
    assertThat(steps.get(1).get("uses").textValue()).startsWith("tiptoe-dev/tiptoe@");
    return run(event, steps.get(0).at("/with/fetch-depth").intValue());
  }

  private GithubRunner.Result run(GithubEvent event, int depth) throws Exception {
    Path workspace = folder.resolve("workspace");
    Folders.delete(workspace);
    GitSandbox clone = hosting.checkout(workspace, event.commit(), depth);
    return runner(event, clone.top()).use(action(), inputs);
  }

  private GithubRunner runner(GithubEvent event, Path workspace) {
    return new GithubRunner(folder, workspace, event, machine);
  }

  /** The action as it is checked out, with the classes under test in place of a build. */
  private Path action() throws Exception {
    Path action = folder.resolve("action");
    Folders.copy(Path.of("packaging/action"), action.resolve("packaging/action"));
    for (String file : List.of("action.yml", "pom.xml")) {
      Folders.copy(Path.of(file), action.resolve(file));
    }
    Launcher.in(action.resolve("bin"));
    return action;
  }
}
