package dev.tiptoe.project;

import static dev.tiptoe.project.FileState.Kind.ADDED;
import static dev.tiptoe.project.FileState.Kind.DELETED;
import static dev.tiptoe.project.FileState.Kind.MODIFIED;
import static dev.tiptoe.project.FileState.Kind.RENAMED;
import static dev.tiptoe.project.FileState.Kind.RENAMED_AND_MODIFIED;
import static dev.tiptoe.project.FileState.Kind.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {

  /** Long enough for git to recognise it after a change of one line. */
  private static final String LONG =
      IntStream.range(0, 40).mapToObj(i -> "SELECT " + i + ";\n").collect(Collectors.joining());

  @TempDir Path root;
  private GitSandbox sandbox;

  @BeforeEach
  void start() throws Exception {
    sandbox = GitSandbox.in(root.toRealPath().resolve("main"));
  }

  @Test
  void everyFileHasOneStateOnDisk() throws Exception {
    for (String name : List.of("same", "staged", "edited", "deleted", "removed")) {
      sandbox.write("db/" + name + ".sql", "-- " + name);
    }
    sandbox.write("db/moved.sql", LONG);
    Base base = base();
    sandbox.write("db/committed.sql", "-- committed");
    sandbox.git("mv", "db/moved.sql", "db/goal.sql");
    sandbox.commit();
    sandbox.write("db/staged.sql", "-- changed");
    sandbox.write("db/new.sql", "-- new");
    sandbox.git("rm", "-q", "db/removed.sql");
    sandbox.git("add", "-A");
    sandbox.write("db/edited.sql", "-- changed too");
    sandbox.write("db/untracked.sql", "-- untracked");
    Files.delete(sandbox.top().resolve("db/deleted.sql"));
    assertThat(onDisk(base))
        .isEqualTo(
            Map.of(
                "db/same.sql", UNCHANGED,
                "db/staged.sql", MODIFIED,
                "db/edited.sql", MODIFIED,
                "db/deleted.sql", DELETED,
                "db/removed.sql", DELETED,
                "db/goal.sql", RENAMED,
                "db/committed.sql", ADDED,
                "db/new.sql", ADDED,
                "db/untracked.sql", ADDED));
    assertThat(inIndex(base))
        .isEqualTo(
            Map.of(
                "db/same.sql", UNCHANGED,
                "db/staged.sql", MODIFIED,
                "db/edited.sql", UNCHANGED,
                "db/deleted.sql", UNCHANGED,
                "db/removed.sql", DELETED,
                "db/goal.sql", RENAMED,
                "db/committed.sql", ADDED,
                "db/new.sql", ADDED));
  }

  @Test
  void stagedIsWhatDiffersFromHeadAndNotWhatWasCommittedBefore() throws Exception {
    sandbox.write("1.sql", "");
    sandbox.commit();
    sandbox.write("2.sql", "-- 2");
    sandbox.git("add", "2.sql");
    sandbox.write("3.sql", "-- 3");
    assertThat(GitSandbox.kinds(Changes.staged(sandbox.repository(), List.of(sandbox.top()))))
        .isEqualTo(Map.of("1.sql", UNCHANGED, "2.sql", ADDED));
  }

  @Test
  void beforeTheFirstCommitEverythingIsAdded() throws Exception {
    sandbox.write("1.sql", "-- 1");
    sandbox.git("add", "1.sql");
    sandbox.write("2.sql", "-- 2");
    Base base = Base.byDefault(sandbox.repository());
    assertThat(onDisk(base)).isEqualTo(Map.of("1.sql", ADDED, "2.sql", ADDED));
    assertThat(GitSandbox.kinds(Changes.staged(sandbox.repository(), List.of(sandbox.top()))))
        .isEqualTo(Map.of("1.sql", ADDED));
  }

  @Test
  void aRenameKnowsItsOldPathAndWhetherTheContentChanged() throws Exception {
    sandbox.write("db/V1__a.sql", LONG);
    sandbox.write("db/V2__b.sql", LONG.replace("SELECT", "SHOW"));
    Base base = base();
    sandbox.git("mv", "db/V1__a.sql", "db/V3__a.sql");
    sandbox.git("mv", "db/V2__b.sql", "db/V4__b.sql");
    sandbox.write("db/V4__b.sql", LONG.replace("SELECT", "SHOW") + "-- more\n");
    Changes changes = Changes.onDisk(sandbox.repository(), base, List.of(sandbox.top()));
    assertThat(changes.files())
        .isEqualTo(
            Map.of(
                "db/V3__a.sql", FileState.of(RENAMED, "db/V1__a.sql"),
                "db/V4__b.sql", FileState.of(RENAMED_AND_MODIFIED, "db/V2__b.sql")));
  }

  @Test
  void linesInAnotherOrderAreAChangeOfContent() throws Exception {
    sandbox.write("1.sql", LONG);
    Base base = base();
    List<String> lines = new ArrayList<>(LONG.lines().toList());
    Collections.reverse(lines);
    sandbox.git("mv", "1.sql", "2.sql");
    sandbox.write("2.sql", String.join("\n", lines) + "\n");
    sandbox.git("add", "2.sql");
    assertThat(onDisk(base)).isEqualTo(Map.of("2.sql", RENAMED_AND_MODIFIED));
    assertThat(inIndex(base)).isEqualTo(Map.of("2.sql", RENAMED_AND_MODIFIED));
  }

  @Test
  void aFileAskedForBringsTheRenamesOfItsFolder() throws Exception {
    sandbox.write("db/1.sql", LONG);
    sandbox.write("other/9.sql", "");
    Base base = base();
    sandbox.git("mv", "db/1.sql", "db/2.sql");
    Path file = sandbox.top().resolve("db/2.sql");
    Changes changes = Changes.onDisk(sandbox.repository(), base, List.of(file));
    assertThat(changes.files()).containsOnlyKeys("db/2.sql");
    assertThat(changes.of(file)).contains(FileState.of(RENAMED, "db/1.sql"));
    assertThatThrownBy(() -> changes.of(sandbox.top().resolve("other/9.sql")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none of the folders");
  }

  @Test
  void anIgnoredFileIsAddedOnlyIfAskedFor() throws Exception {
    sandbox.write(".gitignore", "*.local.sql\n");
    Base base = base();
    Path ignored = sandbox.write("a.local.sql", "");
    Changes onDisk = Changes.onDisk(sandbox.repository(), base, List.of(sandbox.top()));
    assertThat(onDisk.files()).containsOnlyKeys(".gitignore");
    assertThat(onDisk.of(ignored)).contains(FileState.ADDED);
    assertThat(onDisk.of(sandbox.top().resolve("no.sql"))).isEmpty();
    Changes inIndex = Changes.inIndex(sandbox.repository(), base, List.of(sandbox.top()));
    assertThat(inIndex.of(ignored)).isEmpty();
  }

  @Test
  void aFileOutsideTheRepositoryIsAProblem() throws Exception {
    Base base = base();
    Repository repository = sandbox.repository();
    Path outside = root.resolve("outside.sql");
    GitProblem problem =
        catchThrowableOfType(
            GitProblem.class, () -> Changes.onDisk(repository, base, List.of(outside)));
    assertThat(problem.kind()).isEqualTo(GitProblem.Kind.NOT_A_REPOSITORY);
    assertThat(problem.reason()).contains("outside.sql", sandbox.top().toString());
  }

  @Test
  void strangeNamesAreReadAsTheyAre() throws Exception {
    assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
    List<String> names =
        List.of("a b.sql", "\"q\".sql", "it's.sql", "a\nb.sql", "a\tb.sql", "größe.sql", "-x.sql");
    for (String name : names) {
      sandbox.write("dir [*] é/" + name, "-- 1");
    }
    sandbox.write("dir a é/other.sql", "-- 1");
    Base base = base();
    for (String name : names) {
      sandbox.write("dir [*] é/" + name, "-- 2");
    }
    Path folder = sandbox.top().resolve("dir [*] é");
    Changes changes = Changes.onDisk(sandbox.repository(), base, List.of(folder));
    assertThat(changes.files()).hasSize(names.size());
    for (String name : names) {
      assertThat(changes.of(folder.resolve(name)))
          .contains(FileState.of(MODIFIED, "dir [*] é/" + name));
    }
  }

  @Test
  void whatASparseCheckoutLeavesOutIsNotDeleted() throws Exception {
    sandbox.write("db/1.sql", "-- 1");
    sandbox.write("app/2.sql", "-- 2");
    Base base = base();
    sandbox.git("sparse-checkout", "set", "db");
    assertThat(sandbox.top().resolve("app/2.sql")).doesNotExist();
    assertThat(onDisk(base)).isEqualTo(Map.of("db/1.sql", UNCHANGED, "app/2.sql", UNCHANGED));
  }

  @Test
  void lineEndsThatGitConvertsAreNoChange() throws Exception {
    sandbox.write("1.sql", "SELECT 1;\nSELECT 2;\n");
    Base base = base();
    sandbox.git("config", "core.autocrlf", "true");
    sandbox.write("1.sql", "SELECT 1;\r\nSELECT 2;\r\n");
    assertThat(onDisk(base)).isEqualTo(Map.of("1.sql", UNCHANGED));
  }

  @Test
  void neitherADateNorAPermissionIsAChange() throws Exception {
    Path dated = sandbox.write("1.sql", "-- 1");
    Path permitted = sandbox.write("2.sql", "-- 2");
    Base base = base();
    Files.setLastModifiedTime(dated, FileTime.fromMillis(1_000_000_000_000L));
    Files.setPosixFilePermissions(permitted, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(onDisk(base)).isEqualTo(Map.of("1.sql", UNCHANGED, "2.sql", UNCHANGED));
    sandbox.git("add", "-A");
    assertThat(onDisk(base)).isEqualTo(Map.of("1.sql", UNCHANGED, "2.sql", UNCHANGED));
    assertThat(inIndex(base)).isEqualTo(Map.of("1.sql", UNCHANGED, "2.sql", UNCHANGED));
  }

  @Test
  void aFileThatIsOnlyAnnouncedIsAddedOnDiskAndNotInTheIndex() throws Exception {
    sandbox.write("empty.sql", "");
    Base base = base();
    sandbox.write("1.sql", "-- 1");
    sandbox.git("add", "-N", "1.sql");
    assertThat(onDisk(base)).isEqualTo(Map.of("empty.sql", UNCHANGED, "1.sql", ADDED));
    assertThat(inIndex(base)).isEqualTo(Map.of("empty.sql", UNCHANGED));
  }

  @Test
  void aFileTakenOutOfTheIndexButNotFromDiskIsModified() throws Exception {
    sandbox.write("1.sql", "-- 1");
    Base base = base();
    sandbox.git("rm", "-q", "--cached", "1.sql");
    assertThat(onDisk(base)).isEqualTo(Map.of("1.sql", MODIFIED));
    assertThat(inIndex(base)).isEqualTo(Map.of("1.sql", DELETED));
  }

  @Test
  void aFileOfAnotherKindIsModified() throws Exception {
    Path file = sandbox.write("1.sql", "-- 1");
    Base base = base();
    Files.delete(file);
    Files.createSymbolicLink(file, Path.of("2.sql"));
    assertThat(onDisk(base)).isEqualTo(Map.of("1.sql", MODIFIED));
  }

  @Test
  void conflictsAreModifiedOnDiskAndAProblemInTheIndex() throws Exception {
    sandbox.write("1.sql", "-- 1");
    sandbox.write("db/2.sql", "-- 2");
    Base base = base();
    sandbox.git("checkout", "-q", "-b", "feature");
    sandbox.write("1.sql", "-- ours");
    sandbox.write("both.sql", "-- ours");
    sandbox.commit();
    sandbox.git("checkout", "-q", "main");
    sandbox.write("1.sql", "-- theirs");
    sandbox.write("both.sql", "-- theirs");
    sandbox.commit();
    assertThatThrownBy(() -> sandbox.git("merge", "-q", "feature"))
        .hasMessageContaining("CONFLICT");
    assertThat(onDisk(base))
        .isEqualTo(Map.of("1.sql", MODIFIED, "both.sql", ADDED, "db/2.sql", UNCHANGED));
    GitProblem problem = catchThrowableOfType(GitProblem.class, () -> inIndex(base));
    assertThat(problem.kind()).isEqualTo(GitProblem.Kind.CONFLICT);
    assertThat(problem.reason())
        .startsWith("1.sql and 1 more have unresolved merge conflicts; resolve them");
    Path db = sandbox.top().resolve("db");
    assertThat(GitSandbox.kinds(Changes.inIndex(sandbox.repository(), base, List.of(db))))
        .isEqualTo(Map.of("db/2.sql", UNCHANGED));
  }

  @Test
  void repositoriesInsideAreNoFilesOfThisOne() throws Exception {
    GitSandbox other = GitSandbox.in(root.resolve("other"));
    other.write("2.sql", "");
    other.commit();
    sandbox.write("1.sql", "");
    sandbox.git(
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "add",
        "-q",
        other.top().toString(),
        "sub");
    Base base = base();
    GitSandbox.in(sandbox.top().resolve("nested")).write("3.sql", "");
    sandbox.write("sub/4.sql", "");
    assertThat(onDisk(base)).isEqualTo(Map.of(".gitmodules", UNCHANGED, "1.sql", UNCHANGED));
  }

  @Test
  void aSubmoduleThatCameOrWentIsNoFile() throws Exception {
    GitSandbox other = GitSandbox.in(root.resolve("other"));
    other.commit();
    sandbox.write("1.sql", "");
    Base without = base();
    sandbox.git(
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "add",
        "-q",
        other.top().toString(),
        "sub");
    Base with = base();
    assertThat(onDisk(without)).isEqualTo(Map.of(".gitmodules", ADDED, "1.sql", UNCHANGED));
    assertThat(inIndex(without)).isEqualTo(Map.of(".gitmodules", ADDED, "1.sql", UNCHANGED));
    sandbox.git("rm", "-q", "sub");
    sandbox.git("rm", "-q", "-f", ".gitmodules");
    assertThat(onDisk(with)).isEqualTo(Map.of(".gitmodules", DELETED, "1.sql", UNCHANGED));
  }

  @Test
  void aFileThatBecameAFolderIsDeleted() throws Exception {
    Path file = sandbox.write("db", "-- a file");
    Base base = base();
    Files.delete(file);
    sandbox.write("db/1.sql", "");
    assertThat(onDisk(base)).isEqualTo(Map.of("db", DELETED, "db/1.sql", ADDED));
  }

  @Test
  void aLinkedWorkTreeHasStatesOfItsOwn() throws Exception {
    sandbox.write("1.sql", "-- 1");
    Base base = base();
    GitSandbox linked = new GitSandbox(root.toRealPath().resolve("linked"));
    sandbox.git("worktree", "add", "-q", linked.top().toString());
    linked.write("2.sql", "-- 2");
    assertThat(GitSandbox.kinds(Changes.onDisk(linked.repository(), base, List.of(linked.top()))))
        .isEqualTo(Map.of("1.sql", UNCHANGED, "2.sql", ADDED));
    assertThat(onDisk(base)).isEqualTo(Map.of("1.sql", UNCHANGED));
  }

  @Test
  void settingsOfTheUserDoNotChangeTheAnswer() throws Exception {
    sandbox.write("db/1.sql", LONG);
    Base base = base();
    for (String setting :
        List.of(
            "diff.renames=false",
            "diff.noprefix=true",
            "diff.relative=true",
            "color.ui=always",
            "diff.external=false",
            "status.showUntrackedFiles=no")) {
      int equals = setting.indexOf('=');
      sandbox.git("config", setting.substring(0, equals), setting.substring(equals + 1));
    }
    sandbox.git("mv", "db/1.sql", "db/2.sql");
    sandbox.write("db/3.sql", "");
    assertThat(onDisk(base)).isEqualTo(Map.of("db/2.sql", RENAMED, "db/3.sql", ADDED));
  }

  @Test
  void manyFoldersAreAskedAboutByTheOneAroundThem() throws Exception {
    List<Path> folders = new ArrayList<>();
    Map<String, FileState.Kind> expected = new HashMap<>();
    for (int i = 0; i < 150; i++) {
      folders.add(sandbox.write("db/m" + i + "/migration.sql", "-- " + i));
      expected.put("db/m" + i + "/migration.sql", UNCHANGED);
    }
    sandbox.write("other/1.sql", "");
    Base base = base();
    assertThat(GitSandbox.kinds(Changes.onDisk(sandbox.repository(), base, folders)))
        .isEqualTo(expected);
  }

  private Base base() throws Exception {
    return new Base("main", sandbox.commit());
  }

  private Map<String, FileState.Kind> onDisk(Base base) throws Exception {
    return GitSandbox.kinds(Changes.onDisk(sandbox.repository(), base, List.of(sandbox.top())));
  }

  private Map<String, FileState.Kind> inIndex(Base base) throws GitProblem {
    return GitSandbox.kinds(Changes.inIndex(sandbox.repository(), base, List.of(sandbox.top())));
  }
}
