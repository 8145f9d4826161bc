package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.layout.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each tool's sample project, from the first look to the rewritten file. */
class ProjectsTest {

  /** Those for which Tiptoe adds no files: most run all at once or keep a list of their own. */
  private static final Set<String> REFUSING =
      Set.of("atlas", "drizzle", "liquibase", "plain", "pop");

  @TempDir Path folder;

  static Stream<Path> samples() throws IOException {
    return SampleProject.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void withoutPathsTheProjectIsFoundAndItsLastMigrationFails(Path sample) throws Exception {
    SampleProject project = SampleProject.copy(sample, folder);
    Session session = new Session(folder);
    assertThat(session.run()).isEqualTo(ExitCode.FINDINGS);
    assertThat(session.out())
        .contains(project.inRepository(project.last()))
        .contains("error[add-not-null-column]")
        .doesNotContain("unreadable-statement");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sinceTheBaseOnlyTheNewMigrationIsLookedAt(Path sample) throws Exception {
    SampleProject project = SampleProject.copy(sample, folder);
    Session session = new Session(folder);
    assertThat(session.run("--since", "main")).isEqualTo(ExitCode.FINDINGS);
    assertThat(session.out())
        .contains("Checked 1 file new or changed since main")
        .contains(project.inRepository(project.last()))
        .doesNotContain("-applied-migration")
        .doesNotContain("out-of-order");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsStagedIsLookedAtAsItIsStaged(Path sample) throws Exception {
    SampleProject project = SampleProject.copy(sample, folder);
    project.sandbox().git("add", "-A");
    Files.writeString(project.file(project.last()), "SELECT 1;\n");
    Session session = new Session(folder);
    assertThat(session.run("--staged")).isEqualTo(ExitCode.FINDINGS);
    assertThat(session.out()).contains("Checked 1 file staged").contains("add-not-null-column");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theNewMigrationIsRewrittenAndNothingElseIs(Path sample) throws Exception {
    SampleProject project = SampleProject.copy(sample, folder);
    Map<String, String> before = project.texts();
    new Session(folder).run("--fix");
    Map<String, String> after = project.texts();
    String last = project.inRepository(project.last());
    assertThat(after.get(last)).isNotEqualTo(before.get(last));
    assertThat(without(last, after)).isEqualTo(without(last, before));

    Session again = new Session(folder);
    again.run("--fix");
    assertThat(project.texts()).isEqualTo(after);
    Session look = new Session(folder);
    look.run("--since", "main");
    assertThat(look.out()).contains("Checked 1 file").doesNotContain("error[add-not-null-column]");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theStepsAreSplitWhereTheToolRunsEachInATransactionOfItsOwn(Path sample) throws Exception {
    SampleProject project = SampleProject.copy(sample, folder);
    Map<String, String> before = project.texts();
    List<Migration> migrations = project.migrations();
    Session session = new Session(folder);
    session.run("--fix", "--steps", "split", "--batch", "100");
    if (REFUSING.contains(project.home().runner().layout().id())) {
      assertThat(session.out().replaceAll("\\s+", " "))
          .contains("--fix writes nothing here, because ");
      assertThat(project.texts()).isEqualTo(before);
      return;
    }
    List<Migration> split = project.migrations();
    assertThat(split).startsWith(migrations.toArray(Migration[]::new));
    assertThat(split).hasSizeGreaterThan(migrations.size());
    Map<String, String> after = project.texts();

    Session again = new Session(folder);
    again.run("--fix", "--steps", "split", "--batch", "100");
    assertThat(project.texts()).isEqualTo(after);
    Session look = new Session(folder);
    look.run("--since", "main");
    assertThat(look.out()).doesNotContain("error[add-not").doesNotContain("error[set-not");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anAppliedMigrationIsRewrittenOnlyByForce(Path sample) throws Exception {
    SampleProject project = SampleProject.copy(sample, folder);
    project.sandbox().commit();
    project.sandbox().git("branch", "-f", "main");
    Map<String, String> before = project.texts();
    Session kept = new Session(folder);
    assertThat(kept.run("--fix")).isEqualTo(ExitCode.FINDINGS);
    assertThat(kept.out()).contains("not rewritten: it is on main");
    assertThat(project.texts()).isEqualTo(before);
    new Session(folder).run("--fix", "--force");
    assertThat(project.texts()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anEditOfAnAppliedMigrationIsReported(Path sample) throws Exception {
    SampleProject project = SampleProject.copy(sample, folder);
    Path first = project.file(project.first());
    Files.writeString(first, "-- A second thought.\n", StandardOpenOption.APPEND);
    Session session = new Session(folder);
    session.run("--since", "main");
    assertThat(session.out())
        .contains(project.inRepository(project.first()))
        .contains("[edited-applied-migration]: This migration is on main")
        .contains("if only in comments or white space");

    project.sandbox().git("checkout", "-q", "--", ".");
    Files.delete(first);
    Session gone = new Session(folder);
    gone.run("--since", "main");
    assertThat(gone.out()).contains("[deleted-applied-migration]: This migration is on main");
  }

  private static Map<String, String> without(String path, Map<String, String> texts) {
    Map<String, String> others = new TreeMap<>(texts);
    others.remove(path);
    return others;
  }
}
