package dev.tiptoe.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tiptoe.project.GitProblem.Kind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseTest {

  private static final String UNKNOWN_ID = "1234567890123456789012345678901234567890";

  @TempDir Path root;
  private GitSandbox origin;

  @BeforeEach
  void start() throws Exception {
    origin = GitSandbox.in(root.toRealPath().resolve("origin"));
  }

  @Test
  void theBaseIsWhereHeadLeftTheBranchAndNotTheBranchsEnd() throws Exception {
    String fork = origin.commit();
    origin.git("checkout", "-q", "-b", "feature");
    origin.commit();
    origin.git("checkout", "-q", "main");
    origin.commit();
    origin.git("checkout", "-q", "feature");
    Base base = Base.since(origin.repository(), "main");
    assertThat(base).isEqualTo(new Base("main", fork));
    assertThat(base.shortCommit()).hasSize(8).isEqualTo(fork.substring(0, 8));
  }

  @Test
  void tagsIdsAndExpressionsNameABase() throws Exception {
    String first = origin.commit();
    origin.git("tag", "-a", "v1", "-m", "a tag");
    origin.commit();
    Repository repository = origin.repository();
    assertThat(Base.since(repository, "v1").commit()).isEqualTo(first);
    assertThat(Base.since(repository, "HEAD~1")).isEqualTo(new Base("HEAD~1", first));
    assertThat(Base.since(repository, first)).isEqualTo(new Base(first.substring(0, 8), first));
    assertThat(Base.since(repository, "refs/heads/main").name()).isEqualTo("main");
  }

  @Test
  void aBranchOfTheRemoteIsFoundByItsOwnName() throws Exception {
    String commit = origin.commit();
    origin.git("branch", "release");
    GitSandbox clone = origin.cloneTo(root.resolve("clone"));
    Base expected = new Base("origin/release", commit);
    assertThat(Base.since(clone.repository(), "release")).isEqualTo(expected);
    assertThat(Base.since(clone.repository(), "origin/release")).isEqualTo(expected);
  }

  @Test
  void aDeletedBranchComesWithTheCommandThatFetchesIt() throws Exception {
    origin.commit();
    origin.git("branch", "gone");
    origin.git("branch", "-D", "gone");
    GitProblem problem = sinceFails(origin.repository(), "gone");
    assertThat(problem.kind()).isEqualTo(Kind.UNKNOWN_COMMIT);
    assertThat(problem.reason())
        .isEqualTo(
            "git knows no branch, tag or commit \"gone\"; if it is a branch of the remote,"
                + " run \"git fetch origin gone:refs/remotes/origin/gone\"");
  }

  @Test
  void theCommandNamesTheBranchAsTheRemoteHasIt() throws Exception {
    origin.commit();
    assertThat(sinceFails(origin.repository(), "origin/gone").reason())
        .endsWith("run \"git fetch origin gone:refs/remotes/origin/gone\"");
    assertThat(sinceFails(origin.repository(), "gone;ls").reason())
        .endsWith("; fetch it, or name one that \"git log --all\" shows");
    GitSandbox clone = shallowFeature("--depth", "1");
    assertThat(sinceFails(clone.repository(), "origin/main").reason())
        .endsWith("run \"git fetch --unshallow origin main:refs/remotes/origin/main\"");
    clone.git("fetch", "-q", "--unshallow", "origin", "main:refs/remotes/origin/main");
    assertThat(Base.since(clone.repository(), "origin/main").name()).isEqualTo("origin/main");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD~9", "", "a b", "^main", "main..HEAD", "HEAD^{tree}", UNKNOWN_ID})
  void whatIsNoCommitIsUnknown(String reference) throws Exception {
    origin.commit();
    assertThat(sinceFails(origin.repository(), reference).kind()).isEqualTo(Kind.UNKNOWN_COMMIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--output=x", "-h", "--all"})
  void whatLooksLikeAnOptionIsRefused(String reference) throws Exception {
    origin.commit();
    GitProblem problem = sinceFails(origin.repository(), reference);
    assertThat(problem.kind()).isEqualTo(Kind.UNKNOWN_COMMIT);
    assertThat(problem.reason()).contains("do not begin with a hyphen");
    assertThat(origin.top().resolve("x")).doesNotExist();
  }

  @Test
  void unrelatedHistoriesHaveNoBase() throws Exception {
    origin.commit();
    origin.git("checkout", "-q", "--orphan", "other");
    origin.commit();
    GitProblem problem = sinceFails(origin.repository(), "main");
    assertThat(problem.kind()).isEqualTo(Kind.NO_COMMON_COMMIT);
    assertThat(problem.reason())
        .isEqualTo("HEAD and \"main\" have no commit in common: their histories are unrelated");
  }

  @Test
  void beforeTheFirstCommitNothingCanBeNamed() throws Exception {
    assertThat(sinceFails(origin.repository(), "main").reason()).contains("no commit yet");
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, git fetch --unshallow",
    "GITHUB_ACTIONS, fetch-depth: 0",
    "GITLAB_CI, GIT_DEPTH: 0",
    "TF_BUILD, fetchDepth: 0",
    "BITBUCKET_BUILD_NUMBER, depth: full"
  })
  void aShallowCloneThatEndsBeforeTheBaseComesWithTheServicesCure(String service, String cure)
      throws Exception {
    GitSandbox clone = shallowFeature("--depth", "1", "--no-single-branch");
    Map<String, String> environment = new HashMap<>(GitSandbox.ENVIRONMENT);
    environment.put(service, "true");
    Repository repository = Repository.of(new Git(environment), clone.top());
    assertThat(repository.isShallow()).isTrue();
    GitProblem cut = sinceFails(repository, "origin/main");
    assertThat(cut.kind()).isEqualTo(Kind.NO_COMMON_COMMIT);
    assertThat(cut.reason()).contains("shallow", "\"origin/main\"", cure);
    GitProblem missing = sinceFails(repository, UNKNOWN_ID);
    assertThat(missing.kind()).isEqualTo(Kind.UNKNOWN_COMMIT);
    assertThat(missing.reason()).contains("shallow", cure);
  }

  @Test
  void aShallowCloneThatReachesTheBaseIsEnough() throws Exception {
    origin.commit();
    String fork = origin.commit();
    origin.git("checkout", "-q", "-b", "feature");
    origin.commit();
    GitSandbox clone = origin.cloneTo(root.resolve("clone"), "--depth", "2", "--no-single-branch");
    assertThat(clone.repository().isShallow()).isTrue();
    assertThat(Base.since(clone.repository(), "main")).isEqualTo(new Base("origin/main", fork));
  }

  @Test
  void ofAMergeThatIsBeingTriedTheBaseIsTheBranchAsItWasMerged() throws Exception {
    origin.commit();
    origin.git("checkout", "-q", "-b", "feature");
    origin.write("mine.sql", "");
    origin.commit();
    origin.git("checkout", "-q", "main");
    origin.write("theirs.sql", "");
    String merged = origin.commit();
    GitSandbox clone = origin.cloneTo(root.resolve("clone"));
    clone.git("checkout", "-q", "--detach");
    clone.git("merge", "-q", "--no-ff", "-m", "merge", "origin/feature");
    origin.commit();
    clone.git("fetch", "-q");
    PullRequest request = PullRequest.in(Map.of("GITHUB_BASE_REF", "main")).orElseThrow();
    assertThat(Base.of(clone.repository(), request)).isEqualTo(new Base("origin/main", merged));
  }

  @Test
  void aTargetThatWasNotFetchedIsNamedWithItsVariable() throws Exception {
    GitSandbox clone = shallowFeature("--depth", "1");
    PullRequest request = PullRequest.in(Map.of("GITHUB_BASE_REF", "main")).orElseThrow();
    GitProblem problem =
        catchThrowableOfType(GitProblem.class, () -> Base.of(clone.repository(), request));
    assertThat(problem.reason())
        .startsWith("GITHUB_BASE_REF names \"main\", which is not in this clone; ")
        .contains("shallow");
  }

  @Test
  void aTargetsCommitThatIsMissingGivesWayToItsBranch() throws Exception {
    String commit = origin.commit();
    PullRequest request = new PullRequest("A", List.of(UNKNOWN_ID, "origin/main", "main"));
    assertThat(Base.of(origin.repository(), request)).isEqualTo(new Base("main", commit));
  }

  @Test
  void byDefaultTheRemoteSaysWhichBranchIsTheDefault() throws Exception {
    origin.git("symbolic-ref", "HEAD", "refs/heads/develop");
    String commit = origin.commit();
    origin.git("branch", "main");
    GitSandbox clone = origin.cloneTo(root.resolve("clone"));
    clone.commit();
    assertThat(Base.byDefault(clone.repository())).isEqualTo(new Base("origin/develop", commit));
  }

  @Test
  void onTheDefaultBranchItsRemoteCounterpartIsTheBase() throws Exception {
    String pushed = origin.commit();
    GitSandbox clone = origin.cloneTo(root.resolve("clone"));
    clone.git("remote", "set-head", "origin", "--delete");
    clone.commit();
    assertThat(Base.byDefault(clone.repository())).isEqualTo(new Base("origin/main", pushed));
  }

  @Test
  void aRemoteByTheNameOfUpstreamServesAsWell() throws Exception {
    String pushed = origin.commit();
    GitSandbox clone = origin.cloneTo(root.resolve("clone"), "--origin", "upstream");
    assertThat(Base.byDefault(clone.repository())).isEqualTo(new Base("upstream/main", pushed));
  }

  @Test
  void withoutRemoteALocalMainIsTheBaseOfOtherBranches() throws Exception {
    String fork = origin.commit();
    origin.git("checkout", "-q", "-b", "feature");
    origin.commit();
    assertThat(Base.byDefault(origin.repository())).isEqualTo(new Base("main", fork));
  }

  @Test
  void withNothingButTheCurrentBranchTheBaseIsHead() throws Exception {
    String head = origin.commit();
    assertThat(Base.byDefault(origin.repository())).isEqualTo(new Base("HEAD", head));
    origin.git("branch", "-m", "main", "main/nested");
    assertThat(Base.byDefault(origin.repository())).isEqualTo(new Base("HEAD", head));
  }

  @Test
  void aDefaultBranchThatHeadNeverLeftIsNoBase() throws Exception {
    origin.commit();
    origin.git("checkout", "-q", "--orphan", "pages");
    String head = origin.commit();
    assertThat(Base.byDefault(origin.repository())).isEqualTo(new Base("HEAD", head));
  }

  @Test
  void aShallowCloneThatEndsBeforeTheDefaultBranchIsAProblem() throws Exception {
    GitSandbox clone = shallowFeature("--depth", "1", "--no-single-branch");
    Repository repository = clone.repository();
    clone.git("remote", "set-head", "origin", "main");
    GitProblem problem = catchThrowableOfType(GitProblem.class, () -> Base.byDefault(repository));
    assertThat(problem.reason()).contains("shallow", "\"origin/main\"");
  }

  @Test
  void beforeTheFirstCommitTheBaseIsTheEmptyTree() throws Exception {
    assertThat(Base.byDefault(origin.repository()))
        .isEqualTo(new Base("the beginning", "4b825dc642cb6eb9a060e54bf8d69288fbee4904"));
  }

  @Test
  void aCommitThatIsCheckedOutHasABaseToo() throws Exception {
    String commit = origin.commit();
    origin.git("checkout", "-q", "--detach");
    origin.commit();
    assertThat(Base.byDefault(origin.repository())).isEqualTo(new Base("main", commit));
  }

  /** A clone of a branch that left main two commits ago. */
  private GitSandbox shallowFeature(String... options) throws Exception {
    origin.commit();
    origin.git("checkout", "-q", "-b", "feature");
    origin.commit();
    origin.commit();
    return origin.cloneTo(root.resolve("clone"), options);
  }

  private static GitProblem sinceFails(Repository repository, String reference) {
    return catchThrowableOfType(GitProblem.class, () -> Base.since(repository, reference));
  }
}
