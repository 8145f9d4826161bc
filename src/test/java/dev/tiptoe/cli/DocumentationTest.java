package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.doctor.Ailment;
import dev.tiptoe.project.Slashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages in docs show beside commands, and where they lead. */
class DocumentationTest {

  private static final Path DOCS = Path.of("docs");

  @TempDir Path folder;

  @Test
  void everyConfigurationIsRead() throws IOException {
    List<String> examples = new ArrayList<>();
    for (String page : pages()) {
      examples.addAll(Snippets.of(page, "jsonc"));
    }
    assertThat(examples).hasSizeGreaterThan(10);
    for (String example : examples) {
      Path project = Files.createTempDirectory(folder, "project");
      Files.createDirectories(project.resolve("prisma/migrations"));
      Session.write(project.resolve("baseline.sql"), "");
      Session.write(project.resolve("tiptoe.json"), example);
      Session session = new Session(project);
      assertThat(session.run("config")).as(example + session.err()).isZero();
    }
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    for (String page : pages()) {
      assertThat(links(page))
          .as(page)
          .allSatisfy(
              link ->
                  assertThat(DOCS.resolve(page).resolveSibling(link.replaceFirst("#.*", "")))
                      .exists());
    }
  }

  @Test
  void theIndexNamesEveryPage() throws IOException {
    assertThat(links("README.md"))
        .containsExactlyInAnyOrderElementsOf(
            pages().stream()
                .filter(page -> !page.equals("README.md") && !page.contains("/"))
                .toList());
    assertThat(links("doctor.md"))
        .containsAll(pages().stream().filter(page -> page.startsWith("doctor/")).toList());
  }

  @Test
  void everyAilmentHasAPage() {
    assertThat(Ailment.values())
        .allSatisfy(
            ailment ->
                assertThat(DOCS.resolve("doctor").resolve(ailment.id() + ".md"))
                    .content()
                    .startsWith("# " + ailment.id() + "\n"));
  }

  private static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.walk(DOCS)) {
      return files
          .map(file -> Slashes.between(DOCS, file))
          .filter(name -> name.endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private static List<String> links(String page) throws IOException {
    return Pattern.compile("]\\(([^)]+)\\)")
        .matcher(Files.readString(DOCS.resolve(page)))
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.startsWith("http") && !link.startsWith("#"))
        .toList();
  }
}
