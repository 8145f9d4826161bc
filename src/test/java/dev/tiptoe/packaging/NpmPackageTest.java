package dev.tiptoe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tiptoe.proof.tools.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** The npm package, installed from its tarball in a project that uses Prisma. */
@Tag("release")
class NpmPackageTest {

  @TempDir Path folder;

  private Released project;

  @BeforeEach
  void makeProject() throws IOException {
    project = Released.inDemo(Files.createDirectories(folder.resolve("a project")));
    Files.writeString(project.folder().resolve("package.json"), "{ \"private\": true }\n");
    try {
      project.run("npm", "--version");
    } catch (IOException e) {
      System.err.println("\n*** THE NPM PACKAGE IS NOT TESTED: no npm on this machine\n");
      throw new TestAbortedException("no npm", e);
    }
  }

  @Test
  void npxFindsWhatIsWrongWithAMigration() throws IOException {
    install();
    project.judgesTheDemo("npx", "tiptoe");
  }

  @Test
  void npxRewritesIt() throws IOException {
    install();
    project.succeed("npx", "tiptoe", "--fix", "--backfill", "Server.sshPort=22");
    project.succeed("npx", "tiptoe");
  }

  @Test
  void itRunsWhereItIsInstalledForAllProjects() throws IOException {
    Path prefix = folder.resolve("prefix");
    project.succeed(
        "npm",
        "install",
        "--offline",
        "--silent",
        "--global",
        "--prefix",
        prefix.toString(),
        tarball());
    project.judgesTheDemo(prefix.resolve("bin/tiptoe").toString());
  }

  @Test
  void anOldJavaIsRefusedWithAWayOut() throws IOException {
    install();
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.27\"' >&2\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Finished refused =
        project.run(Map.of("JAVA_HOME", folder.resolve("jdk").toString()), "npx", "tiptoe");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.output())
        .contains("Java 17 or newer is needed, but", "is 11.0.27", "apt install");
  }

  @Test
  void installingItRunsNothingAndFetchesNothing() throws IOException {
    install();
    Path installed = project.folder().resolve("node_modules/tiptoe");
    JsonNode manifest = new ObjectMapper().readTree(installed.resolve("package.json").toFile());
    assertThat(manifest.path("version").asText()).isEqualTo(Released.version());
    assertThat(manifest.has("scripts")).isFalse();
    assertThat(manifest.has("dependencies")).isFalse();
    assertThat(installed.resolve("lib/tiptoe.jar")).hasSameBinaryContentAs(Released.file("\\.jar"));
    assertThat(installed.resolve("licenses/THIRD-PARTY.txt")).isNotEmptyFile();
  }

  private void install() throws IOException {
    project.succeed("npm", "install", "--offline", "--silent", "--save-dev", tarball());
  }

  private static String tarball() throws IOException {
    return Released.file("\\.tgz").toString();
  }
}
