package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.project.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the hook is written, and where not. */
class HookInstallTest {

  @TempDir Path folder;

  private GitSandbox sandbox;
  private Path hook;

  @BeforeEach
  void aRepository() throws Exception {
    sandbox = GitSandbox.in(folder.resolve("shop"));
    hook = sandbox.top().resolve(".git/hooks/pre-commit");
  }

  @Test
  void installingTwiceIsInstallingOnce() throws IOException {
    assertThat(install("--fix")).contains("Wrote .git/hooks/pre-commit.");
    assertThat(hook).isExecutable();
    String text = Files.readString(hook);
    assertThat(text).contains("hook run --fix");
    assertThat(install("--fix")).isEqualTo(".git/hooks/pre-commit has it already.\n");
    assertThat(hook).hasContent(text);
    assertThat(install()).contains("Renewed Tiptoe's lines in .git/hooks/pre-commit");
    assertThat(Files.readString(hook)).doesNotContain("--fix");
  }

  @Test
  void anotherHookStaysAndGetsItsBytesBack() throws IOException {
    write(hook, "#!/bin/sh\nmake test");
    assertThat(install()).contains("Added Tiptoe to .git/hooks/pre-commit; all else in it stays.");
    assertThat(hook).isExecutable();
    assertThat(tell("hook", "uninstall")).contains("Took Tiptoe out of .git/hooks/pre-commit");
    assertThat(Files.readString(hook)).isEqualTo("#!/bin/sh\nmake test");
    assertThat(hook).isExecutable();
    assertThat(tell("hook", "uninstall")).contains("There is nothing of Tiptoe in");
  }

  @Test
  void aHookThatDoesNothingElseIsDeleted() {
    install();
    assertThat(tell("hook", "uninstall")).contains("Deleted .git/hooks/pre-commit");
    assertThat(hook).doesNotExist();
  }

  @Test
  void aFolderOfHooksInTheWorkTreeIsUsedAndSaidToBeForOthersToo() throws Exception {
    sandbox.git("config", "core.hooksPath", "tools/hooks");
    assertThat(install())
        .contains("Wrote tools/hooks/pre-commit.")
        .contains("commit it, and others have it too");
    assertThat(sandbox.top().resolve("tools/hooks/pre-commit")).isExecutable();
    assertThat(hook).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"../hooks", "/somewhere/hooks"})
  void aFolderOfHooksThatOthersUseIsLeftAlone(String elsewhere) throws Exception {
    Path hooks = Files.createDirectory(folder.resolve("hooks")).toRealPath();
    sandbox.git(
        "config", "core.hooksPath", elsewhere.replace("/somewhere", hooks.getParent().toString()));
    assertThat(refusal())
        .contains("core.hooksPath leads to " + hooks)
        .contains("outside of this repository")
        .contains("tiptoe --staged || exit 1")
        .contains("git config core.hooksPath \"$(git rev-parse --git-common-dir)/hooks\"");
    assertThat(hooks).isEmptyDirectory();
    assertThat(hook).doesNotExist();
  }

  @Test
  void aLinkedFolderOfHooksIsThatOfOthers() throws Exception {
    Path shared = Files.createDirectories(folder.resolve("shared"));
    Files.createDirectories(hook.getParent().getParent());
    deleteFolder(hook.getParent());
    Files.createSymbolicLink(hook.getParent(), shared);
    assertThat(refusal()).contains("outside of this repository");
    assertThat(shared).isEmptyDirectory();
  }

  @Test
  void aWorkTreeSharesTheHooksOfItsRepository() throws Exception {
    sandbox.commit();
    sandbox.git("worktree", "add", "-q", "../fix");
    Session session = new Session(folder.resolve("fix"));
    assertThat(session.run("hook", "install")).isZero();
    assertThat(session.out()).contains("Wrote " + hook.toRealPath());
  }

  @Test
  void aSubmoduleHasHooksOfItsOwn() throws Exception {
    GitSandbox library = GitSandbox.in(folder.resolve("library"));
    library.commit();
    sandbox.git(
        "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "../library", "lib");
    Session session = new Session(sandbox.top().resolve("lib"));
    assertThat(session.run("hook", "install")).isZero();
    assertThat(sandbox.top().resolve(".git/modules/lib/hooks/pre-commit")).isExecutable();
    assertThat(hook).doesNotExist();
  }

  @Test
  void withoutFilesToCommitThereIsNoHook() throws Exception {
    Files.createDirectories(folder.resolve("empty"));
    Session nowhere = new Session(folder.resolve("empty"));
    assertThat(nowhere.run("hook", "install")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(nowhere.err()).isEqualTo("tiptoe: this is not in a git repository\n");

    sandbox.git("init", "-q", "--bare", "../bare");
    Session bare = new Session(folder.resolve("bare"));
    assertThat(bare.run("hook", "install")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bare.err()).contains("this is a bare repository").contains("checked out");
  }

  @ParameterizedTest
  @CsvSource({
    "'#!/bin/sh\n. \"$(dirname \"$0\")/husky.sh\"\n', belongs to husky, .husky/pre-commit",
    "'#!/bin/sh\ncall_lefthook run \"pre-commit\"\n', belongs to lefthook, lefthook.yml",
    "'#!/usr/bin/env bash\n# File generated by pre-commit: https://pre-commit.com\n', belongs to"
        + " pre-commit, .pre-commit-config.yaml",
    "'#!/bin/sh\nif [ \"$SKIP_SIMPLE_GIT_HOOKS\" = 1 ]; then exit; fi\n', belongs to"
        + " simple-git-hooks, package.json",
    "'#!/usr/bin/env python3\nprint(1)\n', is no shell script, tiptoe --staged",
    "'make test\n', is no shell script, tiptoe --staged"
  })
  void whatOthersLookAfterIsNotTouched(String text, String why, String where) throws IOException {
    write(hook, text);
    assertThat(refusal())
        .startsWith("tiptoe: .git/hooks/pre-commit " + why + ", so it was not touched. Add to ")
        .contains(where)
        .contains("tiptoe");
    assertThat(Files.readString(hook)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({".husky", ".husky/_"})
  void theFolderOfHuskyIsKnown(String husky) throws Exception {
    sandbox.git("config", "core.hooksPath", husky);
    assertThat(refusal())
        .contains(husky + "/pre-commit belongs to husky")
        .contains("Add to .husky/pre-commit:\n\n  npx --no-install tiptoe --staged\n");
    assertThat(sandbox.top().resolve(".husky")).doesNotExist();
  }

  @Test
  void aHookThatIsNotTextIsNotTouched() throws IOException {
    Files.createDirectories(hook.getParent());
    Files.write(hook, new byte[] {0x7f, 'E', 'L', 'F', 0, (byte) 0xff});
    assertThat(refusal()).contains("is no shell script");
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Path script = sandbox.write("tools/check.sh", "#!/bin/sh\n");
    Files.createDirectories(hook.getParent());
    Files.createSymbolicLink(hook, script);
    assertThat(refusal()).contains("is a link");
    assertThat(script).hasContent("#!/bin/sh\n");
  }

  @Test
  void aHookThatGitPassesOverIsNotSwitchedOn() throws IOException {
    write(hook, "#!/bin/sh\nmake test\n");
    assertThat(hook.toFile().setExecutable(false)).isTrue();
    assertThat(refusal()).contains("is not executable, so git passes it over").contains("chmod +x");
    assertThat(Files.readString(hook)).doesNotContain("tiptoe");
  }

  @Test
  void aMistypedWordIsNotTaken() {
    Session session = new Session(sandbox.top());
    assertThat(session.run("hook", "instal")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(session.err()).contains("did you mean install?");
    Session nothing = new Session(sandbox.top());
    assertThat(nothing.run("hook")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(nothing.err()).contains("install or uninstall");
  }

  private String install(String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "hook";
    words[1] = "install";
    System.arraycopy(options, 0, words, 2, options.length);
    return tell(words);
  }

  private String tell(String... words) {
    Session session = new Session(sandbox.top());
    assertThat(session.run(words)).as(session.err()).isEqualTo(ExitCode.CLEAN);
    return session.out();
  }

  private String refusal() {
    Session session = new Session(sandbox.top());
    assertThat(session.run("hook", "install")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(session.out()).isEmpty();
    return session.err();
  }

  private static void write(Path hook, String text) throws IOException {
    Session.write(hook, text);
    assertThat(hook.toFile().setExecutable(true)).isTrue();
  }

  private static void deleteFolder(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
