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
import org.junit.jupiter.params.provider.ValueSource;

/** What the hook judges, rewrites and stages. */
class HookRunTest {

  private static final String MIGRATIONS = "db/migrations/";
  private static final String SECOND = MIGRATIONS + "002_port.sql";
  private static final String VALUE = "-- tiptoe:backfill \"Server\".\"sshPort\" = 22\n";
  private static final String BAD = Session.REQUIRED;
  private static final String FIXABLE = VALUE + BAD;
  private static final String GOOD = "ALTER TABLE \"Server\" ADD COLUMN \"label\" TEXT;\n";

  @TempDir Path folder;

  private GitSandbox sandbox;

  @BeforeEach
  void aRepositoryWithOneMigration() throws Exception {
    sandbox = GitSandbox.in(folder);
    sandbox.write("tiptoe.json", "{\"dialect\": \"postgresql\"}");
    sandbox.write(
        MIGRATIONS + "001_init.sql", "CREATE TABLE \"Server\" (id INT PRIMARY KEY, note TEXT);\n");
    sandbox.commit();
    sandbox.git("checkout", "-q", "-b", "work");
  }

  @Test
  void whatIsStagedIsJudgedThoughTheDiskIsBetter() throws Exception {
    stage(SECOND, BAD);
    sandbox.write(SECOND, GOOD);
    assertThat(refusal()).contains(SECOND + ":1:").contains("error[add-not-null-column]");
  }

  @Test
  void whatIsStagedIsJudgedThoughTheDiskIsWorse() throws Exception {
    stage(SECOND, GOOD);
    sandbox.write(SECOND, BAD);
    assertSilent();
  }

  @Test
  void whatIsStagedIsJudgedThoughItIsGoneFromTheDisk() throws Exception {
    stage(SECOND, BAD);
    Files.delete(folder.resolve(SECOND));
    assertThat(refusal()).contains("error[add-not-null-column]");
    assertThat(refusal("--fix")).contains("not rewritten: it has changes that are not staged");
    assertThat(folder.resolve(SECOND)).doesNotExist();
  }

  @Test
  void aRefusalSaysHowToGoOn() throws Exception {
    stage(SECOND, BAD);
    Session session = new Session(folder);
    session.run("hook", "run");
    assertThat(session.err())
        .isEqualTo(
            """
            tiptoe: nothing was committed; "tiptoe --staged --fix" rewrites what it can and stages it; look at it, and commit again.
              To commit it as it is: git commit --no-verify
            """);
  }

  @Test
  void aCommitWithoutMigrationsPassesSilently() throws Exception {
    sandbox.write(SECOND, BAD);
    stage("readme.txt", "Hello");
    assertSilent();
  }

  @Test
  void aRepositoryWithoutMigrationsIsNoMistake() throws Exception {
    Path empty = folder.resolve("empty");
    GitSandbox.in(empty);
    Session session = new Session(empty);
    assertThat(session.run("hook", "run")).isZero();
    assertThat(session.out() + session.err()).isEmpty();
  }

  @Test
  void notesAloneAreNotTold() throws Exception {
    stage(SECOND, "UPDATE \"Server\" SET note = '' WHERE note IS NULL;\n");
    Session look = new Session(folder);
    assertThat(look.run("--staged")).isZero();
    assertThat(look.out()).contains("note[");
    assertSilent();
  }

  @Test
  void whatIsRewrittenIsStagedAndPasses() throws Exception {
    stage(SECOND, FIXABLE);
    sandbox.write("other.txt", "not staged");
    assertThat(pass("--fix")).contains(SECOND + ": rewritten, 1 fix");
    assertThat(staged(SECOND)).contains("SET NOT NULL").isEqualTo(disk(SECOND));
    assertThat(sandbox.git("status", "--short")).isEqualTo("A  " + SECOND + "\n?? other.txt");
    assertSilent("--fix");
  }

  @Test
  void aGuessIsStagedForReviewAndRefusedUntilSomebodyLooked() throws Exception {
    stage(SECOND, BAD);
    assertThat(refusal("--fix")).contains("error[guessed-backfill]");
    assertThat(staged(SECOND)).contains("-- tiptoe:review");
    stage(SECOND, disk(SECOND).replaceAll("(?m)^-- tiptoe:review.*\\n", ""));
    assertSilent("--fix");
  }

  @Test
  void aFileThatIsStagedInPartIsLeftAlone() throws Exception {
    stage(SECOND, FIXABLE);
    sandbox.write(SECOND, FIXABLE + GOOD);
    assertThat(refusal("--fix"))
        .contains(SECOND + ": not rewritten: it has changes that are not staged")
        .contains("error[add-not-null-column]");
    assertThat(staged(SECOND)).isEqualTo(FIXABLE);
    assertThat(disk(SECOND)).isEqualTo(FIXABLE + GOOD);
  }

  @Test
  void aFileWithAnotherTimeButTheSameBytesIsRewritten() throws Exception {
    stage(SECOND, FIXABLE);
    Files.delete(folder.resolve(SECOND));
    sandbox.write(SECOND, FIXABLE);
    pass("--fix");
    assertThat(staged(SECOND)).contains("SET NOT NULL");
  }

  @Test
  void lineEndsThatGitConvertsStayAsTheyAre() throws Exception {
    sandbox.git("config", "core.autocrlf", "true");
    sandbox.git("config", "core.safecrlf", "false");
    stage(SECOND, FIXABLE.replace("\n", "\r\n"));
    pass("--fix");
    assertThat(disk(SECOND)).contains("SET NOT NULL").doesNotContainPattern("[^\r]\n");
    assertThat(staged(SECOND)).isEqualTo(disk(SECOND).replace("\r\n", "\n"));
  }

  @Test
  void filesThatAreSplitOffAreStagedToo() throws Exception {
    sandbox.write("tiptoe.json", "{\"dialect\": \"postgresql\", \"steps\": \"split\"}");
    stage("prisma/migrations/20250101000000_init/migration.sql", disk(MIGRATIONS + "001_init.sql"));
    sandbox.commit();
    sandbox.git("branch", "-f", "main");
    stage("prisma/migrations/20250201000000_port/migration.sql", FIXABLE);
    assertThat(pass("--fix")).contains("/migration.sql: new");
    assertThat(sandbox.git("status", "--short", "prisma").lines())
        .hasSizeGreaterThan(4)
        .allMatch(line -> line.startsWith("A  "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"002 with space", "002_it's", "002_\"quoted\"", "002_grün", "002_a\nb", "002_*"})
  void anyNameCanBeStaged(String name) throws Exception {
    String path = MIGRATIONS + name + ".sql";
    stage(path, FIXABLE);
    pass("--fix");
    assertThat(staged(path)).contains("SET NOT NULL").isEqualTo(disk(path));
  }

  @Test
  void aRenamedMigrationIsRewrittenUnderItsNewName() throws Exception {
    stage(SECOND, FIXABLE);
    sandbox.commit();
    sandbox.git("mv", SECOND, MIGRATIONS + "003_port.sql");
    stage(MIGRATIONS + "003_port.sql", FIXABLE + GOOD);
    pass("--fix");
    assertThat(staged(MIGRATIONS + "003_port.sql")).contains("SET NOT NULL");
    assertThat(folder.resolve(SECOND)).doesNotExist();
  }

  @Test
  void anAppliedMigrationThatIsEditedOrDeletedIsRefusedAndStays() throws Exception {
    stage(MIGRATIONS + "001_init.sql", "CREATE TABLE \"Server\" (id BIGINT PRIMARY KEY);\n");
    assertThat(refusal("--fix")).contains("error[edited-applied-migration]");
    sandbox.git("rm", "-q", "-f", MIGRATIONS + "001_init.sql");
    stage(SECOND, GOOD);
    assertThat(pass("--fix")).contains("warning[deleted-applied-migration]");
  }

  @Test
  void theFirstCommitIsJudged() throws Exception {
    sandbox.git("checkout", "-q", "--orphan", "fresh");
    sandbox.git("rm", "-q", "--cached", MIGRATIONS + "001_init.sql");
    stage(SECOND, FIXABLE);
    pass("--fix");
    assertThat(staged(SECOND)).contains("SET NOT NULL");
  }

  @Test
  void ofAMergeOnlyWhatNeitherSideHasIsJudged() throws Exception {
    sandbox.git("checkout", "-q", "main");
    stage(SECOND, FIXABLE);
    sandbox.commit();
    sandbox.git("checkout", "-q", "work");
    stage(MIGRATIONS + "003_note.sql", GOOD);
    sandbox.commit();
    sandbox.git("merge", "-q", "--no-commit", "main");
    assertSilent("--fix");
    assertThat(staged(SECOND)).isEqualTo(FIXABLE);

    stage(MIGRATIONS + "004_port.sql", FIXABLE.replace("sshPort", "port"));
    assertThat(pass("--fix")).contains("004_port.sql: rewritten").doesNotContain(SECOND);
  }

  @Test
  void conflictsAreResolvedFirst() throws Exception {
    stage(SECOND, GOOD);
    sandbox.commit();
    sandbox.git("checkout", "-q", "main");
    stage(SECOND, BAD);
    sandbox.commit();
    sandbox.git("checkout", "-q", "work");
    sandbox.git("read-tree", "-m", "main~1", "work", "main");
    Session session = new Session(folder);
    assertThat(session.run("hook", "run", "--fix")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(session.err()).contains(SECOND + " has unresolved merge conflicts");
  }

  @Test
  void whatCannotBeStagedIsNotRewritten() throws Exception {
    stage(SECOND, FIXABLE);
    sandbox.write(".git/index.lock", "");
    Session session = new Session(folder);
    assertThat(session.run("hook", "run", "--fix")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(session.out())
        .contains("not rewritten: it could not be staged")
        .contains("index.lock");
    assertThat(disk(SECOND)).isEqualTo(FIXABLE);
  }

  private void assertSilent(String... options) {
    assertThat(pass(options)).isEmpty();
  }

  private String pass(String... options) {
    Session session = new Session(folder);
    assertThat(session.run(words(options))).as(session.out() + session.err()).isZero();
    assertThat(session.err()).isEmpty();
    return session.out();
  }

  private String refusal(String... options) {
    Session session = new Session(folder);
    assertThat(session.run(words(options))).as(session.err()).isEqualTo(ExitCode.FINDINGS);
    return session.out();
  }

  private static String[] words(String... options) {
    return options.length == 0
        ? new String[] {"hook", "run"}
        : new String[] {"hook", "run", options[0]};
  }

  private void stage(String path, String text) throws Exception {
    sandbox.write(path, text);
    sandbox.git("--literal-pathspecs", "add", "--", path);
  }

  private String staged(String path) throws Exception {
    return sandbox.git("show", ":" + path) + "\n";
  }

  private String disk(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }
}
