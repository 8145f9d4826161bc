package dev.tiptoe.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.layout.Layout;
import dev.tiptoe.layout.Layouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolVersionsTest {

  @TempDir Path root;

  @BeforeEach
  void make_it_a_repository() throws IOException {
    Files.createDirectory(root.resolve(".git"));
  }

  @Test
  void theLockFileOfNpm() throws Exception {
    write(
        "package-lock.json",
        """
        {
          "packages": {
            "": {
              "dependencies": {
                "prisma": "^7.0.0"
              }
            },
            "node_modules/prisma": {
              "version": "7.4.2",
              "dependencies": {
                "@prisma/config": "7.9.9"
              }
            }
          }
        }
        """);
    assertVersion(Layouts.PRISMA, "7.4.2");
  }

  @Test
  void theOldLockFileOfNpm() throws Exception {
    write(
        "package-lock.json",
        "{\n  \"dependencies\": {\n    \"prisma\": {\n      \"version\": \"5.1.0\"\n    }\n  }\n}\n");
    assertVersion(Layouts.PRISMA, "5.1");
  }

  @Test
  void theLockFileOfPnpm() throws Exception {
    write(
        "pnpm-lock.yaml",
        """
        importers:
          .:
            dependencies:
              prisma:
                specifier: ^7.0.0
                version: 7.2.1
        packages:
          '@prisma/client@7.3.0':
            resolution: {integrity: sha512-x}
          prisma@7.2.1:
            resolution: {integrity: sha512-x}
        """);
    assertVersion(Layouts.PRISMA, "7.2.1");
  }

  @Test
  void theLockFilesOfYarn() throws Exception {
    write("yarn.lock", "prisma@^6.0.0:\n  version \"6.19.3\"\n  resolved \"x\"\n");
    assertVersion(Layouts.PRISMA, "6.19.3");
    write("yarn.lock", "\"prisma@npm:^6.0.0\":\n  version: 6.18.0\n  resolution: \"x\"\n");
    assertVersion(Layouts.PRISMA, "6.18");
  }

  @Test
  void theLockFileOfBun() throws Exception {
    write("bun.lock", "{\n  \"packages\": {\n    \"prisma\": [\"prisma@7.10.1\", \"\", {}],\n");
    assertVersion(Layouts.PRISMA, "7.10.1");
  }

  @Test
  void aLockFileWithTwoVersionsSaysNothing() throws Exception {
    write("pnpm-lock.yaml", "packages:\n  prisma@7.2.1:\n  prisma@6.19.3:\n");
    assertThat(new ToolVersions().of(Layouts.PRISMA, root)).isEmpty();
  }

  @Test
  void theLockFileOfCargo() throws Exception {
    write(
        "Cargo.lock",
        "[[package]]\nname = \"sqlx-core\"\nversion = \"0.7.0\"\n\n[[package]]\nname = \"sqlx\"\nversion = \"0.8.3\"\n");
    assertVersion(Layouts.SQLX, "0.8.3");
  }

  @Test
  void theProjectFileOfCargo() throws Exception {
    write(
        "Cargo.toml", "[dependencies]\ndiesel = { features = [\"mysql\"], version = \"2.2.4\" }\n");
    assertVersion(Layouts.DIESEL, "2.2.4");
  }

  @Test
  void theModulesOfGo() throws Exception {
    write("go.mod", "module x\n\nrequire github.com/pressly/goose/v3 v3.24.1 // indirect\n");
    assertVersion(Layouts.GOOSE, "3.24.1");
  }

  @Test
  void theProjectFileOfMavenWithAVersionOrAProperty() throws Exception {
    write(
        "pom.xml",
        "<dependency>\n  <artifactId>flyway-core</artifactId>\n  <version>10.20.1</version>\n");
    assertVersion(Layouts.FLYWAY, "10.20.1");
    write(
        "pom.xml",
        "<flyway.version>11.1.0</flyway.version>\n<artifactId>flyway-core</artifactId>\n<version>${flyway.version}</version>\n");
    assertVersion(Layouts.FLYWAY, "11.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "build.gradle             | implementation 'org.flywaydb:flyway-core:9.22.3'",
        "build.gradle.kts         | id(\"org.flywaydb.flyway\") version \"9.22.3\"",
        "gradle/libs.versions.toml| flyway = \"9.22.3\"",
        "gradle/libs.versions.toml| flyway = { module = \"org.flywaydb:flyway-core\", version = \"9.22.3\" }"
      })
  void theProjectFilesOfGradle(String file, String line) throws Exception {
    write(file, line + "\n");
    assertVersion(Layouts.FLYWAY, "9.22.3");
  }

  @ParameterizedTest
  @CsvSource({
    "^7.4.0, 7.4",
    "~7.3.1, 7.3.1",
    "7.3.0, 7.3",
    "^6.2.0, 6.2",
    ">=7.5, 7.5",
    "7.4.0-dev.3, 7.4",
  })
  void aRangeCountsAsItsLowestVersionIfTheToolDoesTheSameOverAllOfIt(String range, String version)
      throws Exception {
    write(
        "package.json", "{\n  \"devDependencies\": {\n    \"prisma\": \"" + range + "\"\n  }\n}\n");
    assertVersion(Layouts.PRISMA, version);
  }

  @ParameterizedTest
  @CsvSource({"^7.1.0", ">=6.0.0", "latest", "workspace:*", "*", "''"})
  void aRangeThatSaysTooLittleIsUnknown(String range) throws Exception {
    write(
        "package.json", "{\n  \"devDependencies\": {\n    \"prisma\": \"" + range + "\"\n  }\n}\n");
    assertThat(new ToolVersions().of(Layouts.PRISMA, root)).isEmpty();
  }

  @Test
  void foldersAreAskedUpwardsToTheRootOfTheRepository() throws Exception {
    write("package.json", "{\n\"prisma\": \"7.4.0\"\n}\n");
    assertThat(new ToolVersions().of(Layouts.PRISMA, root.resolve("a/b")))
        .hasToString("Optional[7.4]");
    Files.createDirectories(root.resolve("inner/.git"));
    assertThat(new ToolVersions().of(Layouts.PRISMA, root.resolve("inner/a"))).isEmpty();
  }

  private void assertVersion(Layout tool, String version) {
    assertThat(new ToolVersions().of(tool, root)).hasToString("Optional[" + version + "]");
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
