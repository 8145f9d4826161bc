package dev.tiptoe.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tiptoe.project.GitProblem.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTest {

  @TempDir Path folder;

  @Test
  void withoutGitTheMessageSaysSo() {
    GitProblem problem = problem(new Git("no-such-git", Map.of()));
    assertThat(problem.kind()).isEqualTo(Kind.NOT_INSTALLED);
    assertThat(problem.reason()).contains("git is not installed");
  }

  @Test
  void aFolderWithoutRepositoryIsToldApart() {
    GitProblem problem = problem(GitSandbox.GIT);
    assertThat(problem.kind()).isEqualTo(Kind.NOT_A_REPOSITORY);
    assertThat(problem.reason()).isEqualTo("this is not in a git repository");
  }

  @Test
  void aRepositoryOfAnotherUserComesWithTheCommandThatCuresIt() throws Exception {
    GitSandbox.in(folder);
    Map<String, String> environment = new HashMap<>(GitSandbox.ENVIRONMENT);
    environment.put("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    GitProblem problem = problem(new Git(environment));
    assertThat(problem.kind()).isEqualTo(Kind.NOT_TRUSTED);
    assertThat(problem.reason())
        .endsWith("run: git config --global --add safe.directory " + folder.toRealPath());
  }

  @Test
  void aBareRepositoryHasNoFilesToCompare() throws Exception {
    new GitSandbox(folder).git("init", "-q", "--bare");
    assertThat(problem(GitSandbox.GIT).kind()).isEqualTo(Kind.NO_WORK_TREE);
  }

  @Test
  void theInsideOfDotGitHasNoFilesToCompare() throws Exception {
    GitSandbox.in(folder);
    GitProblem problem =
        catchThrowableOfType(
            GitProblem.class, () -> Repository.of(GitSandbox.GIT, folder.resolve(".git/HEAD")));
    assertThat(problem.kind()).isEqualTo(Kind.NO_WORK_TREE);
  }

  @Test
  void otherFailuresComeInGitsOwnWords() throws Exception {
    GitSandbox.in(folder);
    Files.writeString(folder.resolve(".git/config"), "[nonsense");
    GitProblem problem = problem(GitSandbox.GIT);
    assertThat(problem.kind()).isEqualTo(Kind.FAILED);
    assertThat(problem.reason()).startsWith("git rev-parse failed: bad config line");
  }

  @Test
  void gitThatHangsIsEndedWithItsChildren() throws Exception {
    Path slow = Files.writeString(folder.resolve("slow-git"), "#!/bin/sh\nsleep 50\nexit 0\n");
    Files.setPosixFilePermissions(slow, PosixFilePermissions.fromString("rwx------"));
    long start = System.nanoTime();
    GitProblem problem =
        problem(new Git(slow.toString(), GitSandbox.ENVIRONMENT, Duration.ofSeconds(1)));
    assertThat(problem.reason()).isEqualTo("git rev-parse gave no answer within 1 seconds");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
  }

  @Test
  void questionsAndAnswersLargerThanAPipeDoNotStopEachOther() throws Exception {
    GitSandbox sandbox = GitSandbox.in(folder);
    sandbox.write("a.sql", "x".repeat(5000));
    String blob = sandbox.commit() + ":a.sql\n";
    GitOutput output = sandbox.repository().read(blob.repeat(4000), List.of("cat-file", "--batch"));
    assertThat(output.bytes()).hasSizeGreaterThan(4000 * 5000);
  }

  private GitProblem problem(Git git) {
    return catchThrowableOfType(GitProblem.class, () -> Repository.of(git, folder));
  }
}
