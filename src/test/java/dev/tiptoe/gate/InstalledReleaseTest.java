package dev.tiptoe.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.project.GitSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The action fetches a release from the project's home, which is a folder here. */
class InstalledReleaseTest {

  private static final String VERSION = "9.9.9";

  @TempDir Path folder;

  private Hosting hosting;
  private Path release;

  @BeforeEach
  void publish() throws Exception {
    hosting = Hosting.in(folder.resolve("service"));
    Path home = folder.resolve("published");
    release = Files.createDirectories(home.resolve("releases/download/v" + VERSION));
    Path action = folder.resolve("action");
    Folders.copy(Path.of("packaging/action"), action.resolve("packaging/action"));
    Folders.copy(Path.of("action.yml"), action.resolve("action.yml"));
    String pom = Files.readString(Path.of("pom.xml"));
    Files.writeString(
        action.resolve("pom.xml"),
        pom.replaceFirst("  <url>.*</url>", "  <url>file://" + home + "</url>"));
    Launcher.in(folder.resolve("tiptoe-" + VERSION + "/bin"));
    shell(
        """
        tar -czf "%1$s/tiptoe-%2$s.tar.gz" tiptoe-%2$s
        cd "%1$s"
        sha256sum tiptoe-%2$s.tar.gz >SHA256SUMS
        """
            .formatted(release, VERSION));
  }

  @Test
  void itIsFetchedOnceAndKept() throws Exception {
    GithubRunner.Result first = use("v" + VERSION);
    assertThat(first.exit()).as(first.log()).isEqualTo(1);
    assertThat(first.used()).containsExactly("actions/cache");
    assertThat(first.outputs()).containsEntry("files", "2");
    Folders.delete(release);
    assertThat(use(VERSION).outputs()).containsEntry("files", "2");
  }

  @Test
  void itIsRefusedIfItIsNotWhatWasReleased() throws Exception {
    Files.writeString(release.resolve("tiptoe-" + VERSION + ".tar.gz"), "something else");
    GithubRunner.Result result = use(VERSION);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.log()).contains("does not have the checksum");
  }

  @Test
  void whatWasSpoiltInTheCacheIsFetchedAgain() throws Exception {
    use(VERSION);
    Path cached = folder.resolve("home/.cache/tiptoe/" + VERSION);
    Files.writeString(cached.resolve("tiptoe-" + VERSION + ".tar.gz"), "something else");
    assertThat(use(VERSION).outputs()).containsEntry("files", "2");
  }

  @Test
  void aReleaseThatThereIsNotIsNamed() throws Exception {
    GithubRunner.Result result = use("8.8.8");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.log())
        .contains("releases/download/v8.8.8/SHA256SUMS cannot be fetched: is 8.8.8 a release");
  }

  @Test
  void whatCannotBeAVersionIsNotLookedFor() throws Exception {
    GithubRunner.Result result = use("../../v1");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.log()).contains("must be a release such as");
  }

  private GithubRunner.Result use(String version) throws Exception {
    Path workspace = folder.resolve("workspace");
    Folders.delete(workspace);
    String commit = hosting.developer().git("rev-parse", "HEAD");
    GitSandbox clone = hosting.checkout(workspace, commit, 0);
    return new GithubRunner(
            folder,
            clone.top(),
            GithubEvent.byHand(commit),
            Map.of("JAVA_HOME", Launcher.JAVA_HOME))
        .use(folder.resolve("action"), Map.of("version", version));
  }

  private void shell(String script) throws Exception {
    assertThat(new Shell(List.of("sh", "-e"), folder, Map.of()).run(script).exit()).isZero();
  }
}
