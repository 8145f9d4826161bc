package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command in a page of docs prints what stands under it; {@code -Dupdate} writes down what it
 * prints instead.
 */
class DocsTest {

  private static final Path DOCS = Path.of("docs");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> every_command_on_a_page_prints_what_it_says() throws IOException {
    List<Path> pages;
    try (Stream<Path> files = Files.walk(DOCS)) {
      pages = files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
    return pages.stream()
        .map(page -> DynamicTest.dynamicTest(DOCS.relativize(page).toString(), () -> replay(page)));
  }

  private void replay(Path page) throws IOException, InterruptedException {
    String written = Files.readString(page);
    String real = new ShellSession(Files.createTempDirectory(folder, "page")).replay(written);
    if (System.getProperty("update") != null && !real.equals(written)) {
      assertThat(System.getenv("CI")).as("CI must not rewrite what it checks").isNull();
      Files.writeString(page, real);
    } else {
      assertThat(real).isEqualTo(written);
    }
  }
}
