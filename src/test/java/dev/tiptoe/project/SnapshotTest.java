package dev.tiptoe.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {

  @TempDir Path root;
  private GitSandbox sandbox;

  @BeforeEach
  void start() throws Exception {
    sandbox = GitSandbox.in(root.toRealPath().resolve("main"));
  }

  @Test
  void theTextsOfTheBaseTheIndexAndTheDiskAreThree() throws Exception {
    sandbox.write("1.sql", "-- base");
    Base base = new Base("main", sandbox.commit());
    sandbox.write("1.sql", "-- index");
    sandbox.git("add", "1.sql");
    sandbox.write("1.sql", "-- disk");
    assertThat(texts(atBase(base))).isEqualTo(Map.of("1.sql", "-- base"));
    assertThat(texts(ofIndex())).isEqualTo(Map.of("1.sql", "-- index"));
  }

  @Test
  void onlyTheFoldersAskedAboutAreListed() throws Exception {
    Path asked = sandbox.write("db/1.sql", "");
    sandbox.write("db/sub/2.sql", "");
    sandbox.write("db2/3.sql", "");
    Base base = new Base("main", sandbox.commit());
    Repository repository = sandbox.repository();
    assertThat(Snapshot.ofIndex(repository, List.of(asked)).paths())
        .containsExactly("db/1.sql", "db/sub/2.sql");
    assertThat(Snapshot.at(repository, base, List.of(asked)).paths())
        .containsExactly("db/1.sql", "db/sub/2.sql");
  }

  @Test
  void bytesOfAnyKindComeUnchanged() throws Exception {
    String text = "\uFEFF-- ä\r\n\n\0\n-- blob 12\n";
    sandbox.write("a\nb.sql", text);
    sandbox.write("same.sql", text);
    sandbox.write("empty.sql", "");
    Base base = new Base("main", sandbox.commit());
    Map<String, String> expected = Map.of("a\nb.sql", text, "same.sql", text, "empty.sql", "");
    assertThat(texts(atBase(base))).isEqualTo(expected);
    assertThat(texts(ofIndex())).isEqualTo(expected);
  }

  @Test
  void contentsComeAsGitStoresThem() throws Exception {
    sandbox.git("config", "core.autocrlf", "true");
    sandbox.git("config", "core.safecrlf", "false");
    sandbox.write("1.sql", "SELECT 1;\r\n");
    sandbox.git("add", "1.sql");
    assertThat(texts(ofIndex())).isEqualTo(Map.of("1.sql", "SELECT 1;\n"));
  }

  @Test
  void whatIsNotThereHasNoBytes() throws Exception {
    sandbox.write("1.sql", "");
    Base base = new Base("main", sandbox.commit());
    assertThat(atBase(base).read(List.of("2.sql"))).isEmpty();
    assertThat(atBase(base).read(List.of("2.sql", "1.sql"))).containsOnlyKeys("1.sql");
  }

  @Test
  void beforeTheFirstCommitTheBaseIsEmpty() throws Exception {
    sandbox.write("1.sql", "-- 1");
    sandbox.git("add", "1.sql");
    assertThat(atBase(Base.byDefault(sandbox.repository())).paths()).isEmpty();
    assertThat(texts(ofIndex())).isEqualTo(Map.of("1.sql", "-- 1"));
  }

  @Test
  void aFileThatIsOnlyAnnouncedIsNotInTheIndex() throws Exception {
    sandbox.write("empty.sql", "");
    sandbox.commit();
    sandbox.write("1.sql", "-- 1");
    sandbox.git("add", "-N", "1.sql");
    assertThat(ofIndex().paths()).containsExactly("empty.sql");
  }

  @Test
  void aFileThatASparseCheckoutLeavesOutHasItsText() throws Exception {
    sandbox.write("db/1.sql", "-- 1");
    sandbox.write("app/2.sql", "-- 2");
    Base base = new Base("main", sandbox.commit());
    sandbox.git("sparse-checkout", "set", "db");
    Map<String, String> expected = Map.of("db/1.sql", "-- 1", "app/2.sql", "-- 2");
    assertThat(texts(ofIndex())).isEqualTo(expected);
    assertThat(texts(atBase(base))).isEqualTo(expected);
  }

  @Test
  void conflictsAreAProblemOfTheIndex() throws Exception {
    sandbox.write("1.sql", "-- 1");
    sandbox.commit();
    sandbox.git("checkout", "-q", "-b", "feature");
    sandbox.write("1.sql", "-- ours");
    sandbox.commit();
    sandbox.git("checkout", "-q", "main");
    sandbox.write("1.sql", "-- theirs");
    sandbox.commit();
    assertThat(catchThrowableOfType(AssertionError.class, () -> sandbox.git("merge", "feature")))
        .hasMessageContaining("CONFLICT");
    GitProblem problem = catchThrowableOfType(GitProblem.class, this::ofIndex);
    assertThat(problem.kind()).isEqualTo(GitProblem.Kind.CONFLICT);
    assertThat(problem.reason())
        .isEqualTo(
            "1.sql has unresolved merge conflicts;"
                + " resolve them, then \"git add\" what came of it");
  }

  @Test
  void submodulesAreNoFiles() throws Exception {
    GitSandbox other = GitSandbox.in(root.resolve("other"));
    other.write("2.sql", "");
    other.commit();
    sandbox.git(
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "add",
        "-q",
        other.top().toString(),
        "sub");
    Base base = new Base("main", sandbox.commit());
    assertThat(ofIndex().paths()).containsExactly(".gitmodules");
    assertThat(atBase(base).paths()).containsExactly(".gitmodules");
  }

  private Snapshot ofIndex() throws GitProblem {
    return Snapshot.ofIndex(sandbox.repository(), List.of(sandbox.top()));
  }

  private Snapshot atBase(Base base) throws GitProblem {
    return Snapshot.at(sandbox.repository(), base, List.of(sandbox.top()));
  }

  private static Map<String, String> texts(Snapshot snapshot) throws GitProblem {
    Map<String, String> texts = new TreeMap<>();
    snapshot
        .read(snapshot.paths())
        .forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }
}
