package dev.tiptoe.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar, the archive and what goes with them. */
@Tag("release")
class ReleaseTest {

  private static final List<String> LIBRARIES =
      List.of(
          "jsqlparser",
          "picocli",
          "jackson-core",
          "jackson-databind",
          "jackson-annotations",
          "java-diff-utils",
          "postgresql",
          "mariadb-java-client");

  @TempDir Path folder;

  @Test
  void theChecksumsAreThoseOfAllFiles() throws IOException {
    Path built = Released.file("\\.jar").getParent();
    for (String list : List.of("SHA256SUMS", Released.file("\\.tar\\.gz\\.sha256").toString())) {
      new Released(built).succeed("sha256sum", "--check", "--strict", list);
    }
    String sums = Files.readString(built.resolve("SHA256SUMS"));
    try (Stream<Path> files = Files.list(built)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.matches("SHA256SUMS|.*\\.sha256"))
          .allMatch(name -> sums.contains("  " + name + "\n"));
    }
  }

  @Test
  void theJarNeedsNothingButJava() throws IOException {
    Path jar = Files.copy(Released.file("\\.jar"), folder.resolve("tiptoe.jar"));
    Released.inDemo(folder).judgesTheDemo("java", "-jar", jar.toString());
    try (JarFile opened = new JarFile(jar.toFile())) {
      assertThat(opened.isMultiRelease()).isTrue();
      assertThat(opened.getManifest().getMainAttributes().getValue("Class-Path")).isNull();
      assertThat(opened.stream().map(Object::toString))
          .contains("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/THIRD-PARTY.txt")
          .doesNotHaveDuplicates()
          .noneMatch(name -> name.endsWith("module-info.class"));
    }
  }

  @Test
  void theArchiveRunsFromWhereItIsUnpackedAndThroughALink() throws IOException {
    Path home = unpacked();
    Released demo = Released.inDemo(folder.resolve("demo"));
    demo.judgesTheDemo(home.resolve("bin/tiptoe").toString());
    Path link = Files.createSymbolicLink(folder.resolve("tiptoe"), home.resolve("bin/tiptoe"));
    demo.judgesTheDemo(link.toString());
  }

  @Test
  void theArchiveHoldsWhatTheProgramSaysOfItself() throws IOException {
    Path home = unpacked();
    Released here = new Released(home);
    Map.of(
            "completions/tiptoe.bash", "completion bash",
            "completions/_tiptoe", "completion zsh",
            "completions/tiptoe.fish", "completion fish",
            "man/man1/tiptoe.1", "man")
        .forEach(
            (file, command) -> {
              try {
                assertThat(home.resolve(file))
                    .hasContent(here.succeed("sh", "-c", "bin/tiptoe " + command));
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    assertThat(home.resolve("bin/tiptoe.cmd")).content().contains("@echo off\r\n");
  }

  @Test
  void theArchiveNamesEveryLibraryAndBringsTheirLicenses() throws IOException {
    Path home = unpacked();
    assertThat(home.resolve("LICENSE")).hasSameTextualContentAs(Path.of("LICENSE"));
    assertThat(Files.readString(home.resolve("licenses/THIRD-PARTY.txt")).toLowerCase())
        .contains(LIBRARIES);
    assertThat(home.resolve("licenses/NOTICE")).content().contains("Jackson", "FastDoubleParser");
    Map.of(
            "FastDoubleParser", "MIT License",
            "postgresql", "PostgreSQL Global Development Group",
            "mariadb-java-client", "GNU LESSER GENERAL PUBLIC LICENSE")
        .forEach(
            (library, license) ->
                assertThat(home.resolve("licenses/" + library + "-LICENSE"))
                    .content()
                    .contains(license));
  }

  @Test
  void theNativeProgramDoesTheSame() throws IOException {
    Optional<Path> archive = Released.find("-[a-z]+-\\w+\\.tar\\.gz");
    assumeThat(archive).as("built where there was no GraalVM").isPresent();
    new Released(folder).succeed("tar", "-xzf", archive.orElseThrow().toString());
    try (Stream<Path> unpacked = Files.list(folder)) {
      Path program = unpacked.findFirst().orElseThrow().resolve("bin/tiptoe");
      Released.inDemo(folder.resolve("demo")).judgesTheDemo(program.toString());
    }
  }

  @Test
  void theZipHoldsTheSameFilesAsTheTar() throws IOException {
    Path home = unpacked();
    Map<String, Long> zipped = new TreeMap<>();
    try (JarFile zip = new JarFile(Released.file("\\.zip").toFile())) {
      zip.stream().filter(e -> !e.isDirectory()).forEach(e -> zipped.put(e.getName(), e.getSize()));
    }
    Map<String, Long> unpacked = new TreeMap<>();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        unpacked.put(home.getParent().relativize(file).toString(), Files.size(file));
      }
    }
    assertThat(zipped).isEqualTo(unpacked);
  }

  @Test
  void theBillOfMaterialsListsTheLibrariesAndNothingThatChanges() throws IOException {
    JsonNode bill = new ObjectMapper().readTree(Released.file("\\.cdx\\.json").toFile());
    assertThat(bill.findValuesAsText("bomFormat")).containsExactly("CycloneDX");
    assertThat(bill.path("components").findValuesAsText("name")).containsAll(LIBRARIES);
    assertThat(bill.path("components").size()).isEqualTo(LIBRARIES.size());
    assertThat(bill.path("components"))
        .allSatisfy(c -> assertThat(c.path("licenses")).isNotEmpty());
    assertThat(bill.has("serialNumber")).isFalse();
    assertThat(bill.path("metadata").has("timestamp")).isFalse();
  }

  private Path unpacked() throws IOException {
    Path target = Files.createDirectories(folder.resolve("a folder"));
    new Released(target).succeed("tar", "-xzf", Released.file("\\.tar\\.gz").toString());
    return target.resolve("tiptoe-" + Released.version());
  }
}
