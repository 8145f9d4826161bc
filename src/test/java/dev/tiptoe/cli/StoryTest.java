package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a developer's commit to the pull request, with a real git, as a team would live it. */
class StoryTest {

  private static final String INIT = "prisma/migrations/20241104093000_init/migration.sql";
  private static final String OLD = "prisma/migrations/20241201080000_age/migration.sql";
  private static final String NEW = "prisma/migrations/20250301100000_add_ssh_port/migration.sql";
  private static final String FILL =
      "UPDATE \"Server\" SET \"sshPort\" = %s WHERE \"sshPort\" IS NULL;";

  @TempDir Path folder;

  private ShellSession shell;

  /** The main branch has a migration that nobody looked at in its time. */
  @BeforeEach
  void aShopOnAServerAndAClone() throws Exception {
    shell = new ShellSession(folder);
    shell.run("git rm -q -r prisma/migrations/20250101120000_add_ssh_port");
    write(OLD, "ALTER TABLE \"User\" ADD COLUMN \"age\" INTEGER NOT NULL;\n");
    shell.run("git add . && git commit -q --amend -m 'Start the shop'");
    shell.run("git clone -q --bare . ../origin.git && git remote add origin ../origin.git");
    shell.run("git fetch -q && git checkout -q -b ssh-port && tiptoe hook install");
  }

  @Test
  void aRequiredColumnIsRefusedRewrittenReviewedAndMerged() throws Exception {
    write(NEW, "-- AlterTable\n" + Session.REQUIRED);
    shell.run("git add .");
    assertThat(shell.run("git commit -q -m 'Let servers have a port'"))
        .contains(
            NEW + ":2:33: error[add-not-null-column]: \"sshPort\" is NOT NULL and has no default")
        .contains(
            "PostgreSQL 15 refuses it with error 23502 (contains null values) as soon as the table holds a row")
        .contains("nothing was committed; \"tiptoe --staged --fix\" rewrites what it can")
        .contains("git commit --no-verify")
        .doesNotContain(OLD)
        .endsWith("[exit 1]\n");
    assertThat(shell.run("git log --oneline")).hasLineCount(1);

    assertThat(shell.run("tiptoe --fix"))
        .contains(NEW + ": rewritten, 1 fix")
        .contains(OLD + ": not rewritten: it is on origin/main, so databases may have run it");
    assertThat(read(NEW)).contains(FILL.formatted(0));
    shell.run("git add .");
    assertThat(shell.run("git commit -q -m 'Let servers have a port'"))
        .contains(
            "error[guessed-backfill]: A guessed value goes into existing rows and nobody has looked at it yet")
        .endsWith("[exit 1]\n");

    write(
        NEW,
        read(NEW)
            .replaceAll("(?m)^-- tiptoe:review.*\\n", "")
            .replace("DEFAULT 0", "DEFAULT 22")
            .replace("= 0 ", "= 22 "));
    shell.run("git add .");
    assertThat(shell.run("git commit -q -m 'Let servers have a port'")).isEmpty();
    assertThat(shell.run("git show HEAD:" + NEW))
        .contains("ADD COLUMN \"sshPort\" INTEGER DEFAULT 22;")
        .contains(FILL.formatted(22))
        .contains("ALTER COLUMN \"sshPort\" SET NOT NULL");

    openPullRequest();
    assertThat(gate())
        .contains("Checked 1 file new or changed since origin/main")
        .doesNotContain("[exit");
    assertThat(shell.run("cd ../build && tiptoe --all"))
        .contains(OLD + ":1:")
        .endsWith("[exit 1]\n");
  }

  @Test
  void theValueCanBeGivenFromTheBeginning() throws Exception {
    write(NEW, Session.REQUIRED);
    shell.run("git add . && tiptoe --fix --staged --backfill Server.sshPort=22");
    assertThat(shell.run("git commit -q -m 'Let servers have a port'")).isEmpty();
    assertThat(shell.run("git show HEAD:" + NEW)).contains(FILL.formatted(22));
  }

  @Test
  void whatSlipsPastTheHookIsStoppedAtThePullRequest() throws Exception {
    write(NEW, Session.REQUIRED);
    shell.run("git add . && git commit -q --no-verify -m 'Let servers have a port'");
    openPullRequest();
    assertThat(gate())
        .contains(NEW + ":1:33: error[add-not-null-column]")
        .doesNotContain(OLD)
        .endsWith("[exit 1]\n");
  }

  @Test
  void anAppliedMigrationThatIsEditedIsRefusedTwice() throws Exception {
    write(
        INIT,
        read(INIT).replace("\"hostname\" TEXT NOT NULL", "\"hostname\" VARCHAR(255) NOT NULL"));
    shell.run("git add .");
    assertThat(shell.run("git commit -q -m 'Shorten names'"))
        .contains("error[edited-applied-migration]: This migration is on origin/main")
        .contains("nothing was committed; change what is said above")
        .endsWith("[exit 1]\n");

    shell.run("git commit -q --no-verify -m 'Shorten names'");
    openPullRequest();
    assertThat(gate())
        .contains(INIT + ":14:16: ")
        .contains("error[edited-applied-migration]")
        .endsWith("[exit 1]\n");
  }

  /**
   * As GitHub builds it: main has moved on, and what is checked out is the merge, not the branch.
   */
  private void openPullRequest() throws IOException, InterruptedException {
    shell.run("git push -q origin ssh-port && git clone -q ../origin.git ../build");
    shell.run(
        "cd ../build && git commit -q --allow-empty -m 'Meanwhile' && git push -q origin main");
    shell.run(
        "cd ../build && git checkout -q --detach && git merge -q --no-ff -m Merge origin/ssh-port");
    assertThat(shell.run("git -C ../build log --oneline -1 HEAD^2")).doesNotContain("fatal");
  }

  private String gate() throws IOException, InterruptedException {
    return shell.run("cd ../build && GITHUB_ACTIONS=true GITHUB_BASE_REF=main tiptoe");
  }

  private String read(String path) throws IOException {
    return Files.readString(folder.resolve("shop").resolve(path));
  }

  private void write(String path, String text) throws IOException {
    Session.write(folder.resolve("shop").resolve(path), text);
  }
}
