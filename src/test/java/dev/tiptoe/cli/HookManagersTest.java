package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** What docs/git-hooks.md tells users of husky, lint-staged and lefthook, tried with those. */
class HookManagersTest {

  private static final String PACKAGES = "src/test/resources/dev/tiptoe/cli/npm";
  private static final String FILE = "prisma/migrations/20250201000000_note/migration.sql";
  private static final String BAD =
      "ALTER TABLE \"Server\" ADD COLUMN \"port\" INTEGER NOT NULL;\n";
  private static final String VALUE = "-- tiptoe:backfill \"Server\".port = 22\n";

  @TempDir Path folder;

  private ShellSession shell;

  @BeforeEach
  void aShopWithTheseProgramsInItsFolder() throws Exception {
    shell = new ShellSession(folder);
    shell.run("cp -R '" + installed() + "/node_modules' . && cp ../bin/tiptoe node_modules/.bin/");
    shell.run("echo '{\"private\": true}' >package.json && echo node_modules >.gitignore");
    shell.run("git add . && git commit -q -m x");
    write(BAD);
  }

  @Test
  void husky() throws Exception {
    shell.run("npx --no-install husky");
    assertThat(shell.run("tiptoe hook install")).contains(snippet("husky", 1));
    Files.writeString(shop(".husky/pre-commit"), snippet("husky", 1));
    assertThat(commit())
        .contains("error[add-not-null-column]")
        .contains("husky")
        .endsWith("[exit 1]\n");
    write("SELECT 1;\n");
    assertThat(commit()).doesNotContain("[exit");
  }

  @Test
  void lintStaged() throws Exception {
    shell.run("npx --no-install husky && echo npx --no-install lint-staged >.husky/pre-commit");
    String looking = snippet("lint-staged", 1);
    Files.writeString(shop(".lintstagedrc.json"), looking);
    assertThat(commit()).contains("error[add-not-null-column]").endsWith("[exit 1]\n");
    Files.writeString(shop(".lintstagedrc.json"), looking.replace("tiptoe", "tiptoe --fix"));
    write(VALUE + BAD);
    assertThat(commit()).doesNotContain("[exit");
    assertThat(shell.run("git show HEAD:" + FILE)).contains("SET NOT NULL");
  }

  @Test
  void lefthook() throws Exception {
    Files.writeString(shop("lefthook.yml"), snippet("lefthook", 1));
    shell.run("npx --no-install lefthook install");
    assertThat(shell.run("tiptoe hook install")).contains(snippet("lefthook", 1).indent(2));
    assertThat(commit()).contains("error[add-not-null-column]").endsWith("[exit 1]\n");
    Files.writeString(shop("lefthook.yml"), snippet("lefthook", 2));
    write(VALUE + BAD);
    assertThat(commit()).contains("rewritten, 1 fix").doesNotContain("[exit");
    assertThat(shell.run("git show HEAD:" + FILE)).contains("SET NOT NULL");
  }

  /** Once for all tests, and for later runs of them. */
  private Path installed() throws IOException, InterruptedException {
    String lock = Files.readString(Path.of(PACKAGES, "package-lock.json"));
    Path target =
        Path.of("target/npm", "hooks-" + Integer.toHexString(lock.hashCode())).toAbsolutePath();
    if (!Files.isDirectory(target)) {
      String answer =
          shell.run(
              "rm -rf '%1$s.new' && mkdir -p '%1$s.new' && cp '%2$s'/* '%1$s.new' && cd '%1$s.new'"
                      .formatted(target, Path.of(PACKAGES).toAbsolutePath())
                  + " && npm ci --ignore-scripts --no-audit --no-fund && mv \"$PWD\" '%s'"
                      .formatted(target));
      if (answer.contains("[exit")) {
        String untested =
            "HUSKY, LINT-STAGED AND LEFTHOOK ARE NOT TESTED: npm ci failed\n" + answer;
        System.err.println("\n*** " + untested + "\n");
        assertThat(System.getenv("CI")).as(untested).isNull();
        throw new TestAbortedException(untested);
      }
    }
    return target;
  }

  /** The nth block below a heading of the page. */
  private static String snippet(String heading, int number) throws IOException {
    String page = Files.readString(Path.of("docs/git-hooks.md"));
    String section = page.substring(page.indexOf("\n## " + heading + "\n")).split("\n## ")[1];
    String block = section.split("```")[2 * number - 1];
    return block.substring(block.indexOf('\n') + 1);
  }

  private String commit() throws IOException, InterruptedException {
    return shell.run("git add . && git commit -q -m x");
  }

  private void write(String text) throws IOException {
    Session.write(shop(FILE), text);
  }

  private Path shop(String path) {
    return folder.resolve("shop").resolve(path);
  }
}
