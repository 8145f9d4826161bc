package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The pages in docs that repeat what the program knows say what it knows; {@code -Dupdate} writes
 * them.
 */
class GeneratedPagesTest {

  private static final Path PAGES = Path.of("docs");

  @Test
  void theConfigurationPageIsTheSchema() throws IOException {
    hold(PAGES.resolve("configuration.md"), ConfigurationPage.text());
  }

  @Test
  void theIndexOfRulesNamesThemAll() throws IOException {
    hold(PAGES.resolve("rules.md"), RulesPage.text());
  }

  private static void hold(Path page, String text) throws IOException {
    if (System.getProperty("update") != null) {
      assertThat(System.getenv("CI")).as("CI; pages are not rewritten there").isNull();
      Files.writeString(page, text);
    }
    assertThat(page).hasContent(text);
  }
}
