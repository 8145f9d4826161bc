package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** The program pre-commit runs the hooks that .pre-commit-hooks.yaml offers. */
class PreCommitTest {

  private static final String FILE = "prisma/migrations/20250201000000_note/migration.sql";
  private static final String BAD = "ALTER TABLE \"Server\" ADD COLUMN \"port\" INTEGER NOT NULL;";

  @TempDir Path folder;

  private ShellSession shell;

  @BeforeEach
  void aShopAndARepositoryOfHooks() throws Exception {
    shell = new ShellSession(folder);
    if (!shell.run("pre-commit --version").startsWith("pre-commit")) {
      String untested = "THE HOOKS OF PRE-COMMIT ARE NOT TESTED: it is not installed";
      System.err.println("\n*** " + untested + "\n");
      throw new TestAbortedException(untested);
    }
    shell.run("git init -q ../hooks && mkdir ../hooks/bin && cp ../bin/tiptoe ../hooks/bin/");
    Files.copy(Path.of(".pre-commit-hooks.yaml"), folder.resolve("hooks/.pre-commit-hooks.yaml"));
    shell.run("cd ../hooks && git add . && git commit -q -m x");
    shell.run("mkdir -p $(dirname " + FILE + ")");
    write(BAD);
  }

  @Test
  void aBadMigrationIsRefused() throws Exception {
    use("tiptoe");
    assertThat(commit())
        .contains("Failed")
        .contains(FILE + ":1:")
        .contains("error[add-not-null-column]")
        .endsWith("[exit 1]\n");
    assertThat(shell.run("git diff")).isEmpty();
  }

  @Test
  void aRewrittenMigrationPassesOnceItIsStaged() throws Exception {
    use("tiptoe-fix");
    write("-- tiptoe:backfill \"Server\".port = 22\n" + BAD);
    assertThat(commit()).contains("files were modified by this hook").endsWith("[exit 1]\n");
    assertThat(shell.run("git diff")).contains("+UPDATE \"Server\" SET \"port\" = 22");
    assertThat(commit()).contains("Passed").doesNotContain("[exit");
    assertThat(shell.run("git show --stat")).contains("migration.sql");
  }

  @Test
  void allFilesAreJudgedByOneProcessThatKnowsTheEarlierOnes() throws Exception {
    use("tiptoe");
    write("ALTER TABLE \"Server\" ADD COLUMN \"hostname\" TEXT;");
    assertThat(shell.run("git add . && pre-commit run --all-files"))
        .contains("Checked 3 files")
        .contains("\"sshPort\" is NOT NULL and has no default")
        .endsWith("[exit 1]\n");
  }

  @Test
  void migrationsThatOnlyGoBackPass() throws Exception {
    use("tiptoe-fix");
    shell.run(
        "rm -r prisma/migrations/20250201* && mkdir db && echo 'DROP TABLE a;' >db/1_a.down.sql");
    assertThat(commit()).contains("Passed").doesNotContain("[exit");
  }

  @Test
  void everyExampleOfThePageIsOneThatPreCommitTakes() throws Exception {
    String[] blocks = Files.readString(Path.of("docs/pre-commit.md")).split("```");
    for (int i = 1; i < blocks.length; i += 2) {
      Files.writeString(
          folder.resolve("shop/.pre-commit-config.yaml"), blocks[i].substring("yaml".length()));
      assertThat(shell.run("pre-commit validate-config")).as(blocks[i]).isEmpty();
    }
    shell.run("pre-commit install");
    assertThat(commit()).contains("Checked 1 file staged").endsWith("[exit 1]\n");
  }

  private void use(String hook) throws IOException, InterruptedException {
    shell.run(
        "printf 'repos:\\n- repo: ../hooks\\n  rev: %s\\n  hooks: [{id: "
            + hook
            + ", verbose: true}]\\n' $(git -C ../hooks rev-parse HEAD) >.pre-commit-config.yaml");
    assertThat(shell.run("pre-commit install")).contains("pre-commit installed");
  }

  private String commit() throws IOException, InterruptedException {
    return shell.run("git add . && git commit -q -m x");
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("shop").resolve(FILE), text + "\n");
  }
}
