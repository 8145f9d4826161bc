package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits of a real git that runs the hook. */
class HookCommitTest {

  private static final String FILE = "prisma/migrations/20250201000000_note/migration.sql";
  private static final String WRITE =
      "mkdir -p $(dirname %1$s) && echo '%2$sALTER TABLE \"Server\" ADD COLUMN \"port\" INTEGER NOT NULL;' >%1$s"
          .formatted(FILE, "-- tiptoe:backfill \"Server\".port = 22\n");
  private static final String REFUSED = "[exit 1]\n";

  @TempDir Path folder;

  private ShellSession shell;

  @BeforeEach
  void aShopWithTheHook() throws Exception {
    shell = new ShellSession(folder);
    shell.run("tiptoe hook install --fix");
    shell.run(WRITE);
  }

  @Test
  void theCommitHasWhatWasRewritten() throws Exception {
    shell.run("git add .");
    assertThat(shell.run("git commit -q -m x")).contains(FILE + ": rewritten, 1 fix");
    assertThat(committed()).contains("SET NOT NULL");
    assertThat(shell.run("git status --short")).isEmpty();
  }

  @Test
  void soHasACommitOfAllThatGitTracks() throws Exception {
    shell.run("git add -N .");
    assertThat(shell.run("git commit -q -a -m x")).contains("rewritten, 1 fix");
    assertThat(committed()).contains("SET NOT NULL");
    assertThat(shell.run("git status --short")).isEmpty();
  }

  @Test
  void aCommitOfNamedFilesIsRefusedAndNothingIsRewritten() throws Exception {
    shell.run("git add .");
    assertThat(shell.run("git commit -q -m x " + FILE))
        .contains("not rewritten: \"git commit FILE\" commits it past the index")
        .endsWith(REFUSED);
    assertThat(shell.run("git status --short")).isEqualTo("A  " + FILE + "\n");
    shell.run("tiptoe --fix");
    assertThat(shell.run("git commit -q -m x " + FILE)).isEmpty();
    assertThat(shell.run("git status --short")).isEmpty();
  }

  @Test
  void whatIsStagedInPartIsRefusedAndStaysSo() throws Exception {
    shell.run("git add . && echo '-- Later.' >>" + FILE);
    assertThat(shell.run("git commit -q -m x"))
        .contains("not rewritten: it has changes that are not staged")
        .endsWith(REFUSED);
    assertThat(shell.run("git status --short")).isEqualTo("AM " + FILE + "\n");
  }

  @Test
  void anAmendedCommitIsJudgedToo() throws Exception {
    shell.run("git checkout -q -b work && git commit -q --allow-empty -m x && git add .");
    assertThat(shell.run("git commit -q --amend -m y")).contains("rewritten, 1 fix");
    assertThat(committed()).contains("SET NOT NULL");
  }

  @Test
  void aWorkTreeIsJudgedByTheSameHook() throws Exception {
    assertThat(
            shell.run(
                "git worktree add -q ../other && cp -r prisma ../other && cd ../other"
                    + " && git add . && git commit -q -m x && git show HEAD:"
                    + FILE))
        .contains("SET NOT NULL");
    assertThat(shell.run("git -C ../other status --short")).isEmpty();
  }

  @Test
  void aCommitWithoutSqlNeedsNoTiptoe() throws Exception {
    removeTiptoe();
    assertThat(shell.run("echo >note.txt && git add note.txt && git commit -q -m x")).isEmpty();
    assertThat(shell.run("git add . && git commit -q -m x"))
        .contains("tiptoe: not found")
        .contains("git commit --no-verify")
        .endsWith(REFUSED);
    assertThat(shell.run("git commit -q --no-verify -m x")).isEmpty();
  }

  @Test
  void tiptoeIsAlsoFoundWhereNpmPutsIt() throws Exception {
    shell.run("mkdir -p node_modules/.bin && mv ../bin/tiptoe node_modules/.bin/");
    assertThat(shell.run("git add prisma && git commit -q -m x")).contains("rewritten, 1 fix");
  }

  @Test
  void anotherHookRunsFirstInItsOwnLinesAndBehindOurs() throws Exception {
    shell.run("tiptoe hook uninstall");
    shell.run("printf '#!/bin/sh\\nset -eu\\necho checked \"$@\"' >.git/hooks/pre-commit");
    shell.run("chmod +x .git/hooks/pre-commit && tiptoe hook install");
    assertThat(shell.run("git commit -q --allow-empty -m x")).isEqualTo("checked\n");
    assertThat(shell.run("git add . && git commit -q -m x"))
        .contains("error[add-not-null-column]")
        .doesNotContain("checked")
        .endsWith(REFUSED);
  }

  private String committed() throws IOException, InterruptedException {
    return shell.run("git show HEAD:" + FILE);
  }

  private void removeTiptoe() throws IOException, InterruptedException {
    assertThat(shell.run("rm ../bin/tiptoe")).isEmpty();
  }
}
