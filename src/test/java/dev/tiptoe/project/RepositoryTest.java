package dev.tiptoe.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryTest {

  @TempDir Path root;
  private Path folder;
  private GitSandbox sandbox;

  @BeforeEach
  void start() throws Exception {
    folder = root.toRealPath().resolve("main");
    sandbox = GitSandbox.in(folder);
  }

  @Test
  void aRepositoryWithoutCommitsHasNoHead() throws Exception {
    Repository repository = sandbox.repository();
    assertThat(repository.isUnborn()).isTrue();
    assertThat(repository.isDetached()).isFalse();
    assertThat(repository.head()).isEmpty();
    assertThat(repository.branch()).isEmpty();
  }

  @Test
  void theTopIsFoundFromAFileBelowIt() throws Exception {
    Path file = sandbox.write("db/migrations/1.sql", "");
    String commit = sandbox.commit();
    Repository repository = Repository.of(GitSandbox.GIT, file);
    assertThat(repository.top()).isEqualTo(folder);
    assertThat(repository.head()).contains(commit);
    assertThat(repository.branch()).contains("main");
    assertThat(repository.isShallow()).isFalse();
    assertThat(repository.relative(file)).contains("db/migrations/1.sql");
    assertThat(repository.relative(folder)).contains("");
    assertThat(repository.resolve("db/migrations/1.sql")).isEqualTo(file);
  }

  @Test
  void aTopFolderWithALineBreakInItsNameIsFound() throws Exception {
    GitSandbox strange = GitSandbox.in(root.resolve("a\nHEAD b"));
    assertThat(strange.repository().isUnborn()).isTrue();
    Path file = strange.write("x/1.sql", "");
    String commit = strange.commit();
    Repository repository = Repository.of(GitSandbox.GIT, file);
    assertThat(repository.top()).isEqualTo(strange.top().toRealPath());
    assertThat(repository.head()).contains(commit);
  }

  @Test
  void aCommitThatIsCheckedOutIsADetachedHead() throws Exception {
    sandbox.commit();
    sandbox.git("checkout", "-q", "--detach");
    Repository repository = sandbox.repository();
    assertThat(repository.isDetached()).isTrue();
    assertThat(repository.branch()).isEmpty();
  }

  @Test
  void aFileThatIsGoneStillHasItsPlace() throws Exception {
    Path gone = folder.resolve("no/such/folder/1.sql");
    Repository repository = Repository.of(GitSandbox.GIT, gone);
    assertThat(repository.relative(gone)).contains("no/such/folder/1.sql");
  }

  @Test
  void aFileOutsideHasNoPathInside() throws Exception {
    assertThat(sandbox.repository().relative(root.resolve("other.sql"))).isEmpty();
    assertThat(sandbox.repository().relative(root.resolve("main2/a.sql"))).isEmpty();
  }

  @Test
  void linksToFoldersAreFollowedAndLinksToFilesAreFiles() throws Exception {
    sandbox.write("db/1.sql", "");
    Path outside = Files.createSymbolicLink(root.resolve("link"), folder.resolve("db"));
    Path inside = Files.createSymbolicLink(folder.resolve("db/2.sql"), Path.of("1.sql"));
    Repository repository = Repository.of(GitSandbox.GIT, outside);
    assertThat(repository.top()).isEqualTo(folder);
    assertThat(repository.relative(outside.resolve("1.sql"))).contains("db/1.sql");
    assertThat(repository.relative(inside)).contains("db/2.sql");
  }

  @Test
  void aSubmoduleIsARepositoryOfItsOwn() throws Exception {
    Path ours = sandbox.write("1.sql", "");
    sandbox.commit();
    GitSandbox other = GitSandbox.in(root.resolve("other"));
    other.write("2.sql", "");
    String commit = other.commit();
    sandbox.git(
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "add",
        "-q",
        other.top().toString(),
        "sub");
    Path theirs = folder.resolve("sub/2.sql");
    Map<Path, Repository> found =
        Repository.byPath(GitSandbox.GIT, List.of(ours, theirs, root.resolve("outside.sql")));
    assertThat(found).containsOnlyKeys(ours, theirs);
    assertThat(found.get(ours).top()).isEqualTo(folder);
    assertThat(found.get(theirs).top()).isEqualTo(folder.resolve("sub"));
    assertThat(found.get(theirs).head()).contains(commit);
  }

  @Test
  void filesOfOneRepositoryShareIt() throws Exception {
    Path one = sandbox.write("a/1.sql", "");
    Path two = sandbox.write("b/2.sql", "");
    Map<Path, Repository> found = Repository.byPath(GitSandbox.GIT, List.of(one, two));
    assertThat(found.get(one)).isSameAs(found.get(two));
  }

  @Test
  void aLinkedWorkTreeHasItsOwnTopAndBranch() throws Exception {
    sandbox.commit();
    Path linked = folder.resolveSibling("linked");
    sandbox.git("worktree", "add", "-q", "-b", "feature", linked.toString());
    Repository repository = Repository.of(GitSandbox.GIT, linked);
    assertThat(repository.top()).isEqualTo(linked);
    assertThat(repository.branch()).contains("feature");
  }

  @Test
  void aHooksVariablesDoNotLeadToAnotherRepository() throws Exception {
    Path file = sandbox.write("db/1.sql", "");
    Map<String, String> hook = new HashMap<>(GitSandbox.ENVIRONMENT);
    hook.put("GIT_DIR", ".git");
    hook.put("GIT_PREFIX", "db/");
    assertThat(Repository.of(new Git(hook), file).top()).isEqualTo(folder);
  }

  @Test
  void theIndexOfACommitInTheMakingIsUsedByItsOwnRepositoryOnly() throws Exception {
    sandbox.write("1.sql", "");
    sandbox.commit();
    sandbox.write("2.sql", "");
    Files.copy(folder.resolve(".git/index"), folder.resolve(".git/next-index"));
    sandbox.git("add", "2.sql");
    Map<String, String> hook = new HashMap<>(GitSandbox.ENVIRONMENT);
    hook.put("GIT_INDEX_FILE", folder.resolve(".git/next-index").toString());
    assertThat(inIndex(hook, folder)).containsExactly("1.sql");
    hook.put("GIT_INDEX_FILE", ".git/next-index");
    assertThat(inIndex(hook, folder)).containsExactly("1.sql");
    GitSandbox other = GitSandbox.in(root.resolve("other"));
    other.write("3.sql", "");
    other.commit();
    assertThat(inIndex(hook, other.top())).containsExactly("3.sql");
  }

  private static Iterable<String> inIndex(Map<String, String> environment, Path top)
      throws GitProblem {
    Repository repository = Repository.of(new Git(environment), top);
    return Snapshot.ofIndex(repository, List.of(top)).paths();
  }
}
