package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every format reads as in testdata/reports; {@code -Dupdate} writes down how it reads instead. */
class ReportsTest {

  private static final Path GOLDEN = Path.of("testdata", "reports");

  /** What SARIF has from the pages of the rules, which change more often than reports. */
  private static final Pattern PAGES =
      Pattern.compile("(\"(?:shortDescription|fullDescription|help)\":)\\{.*?\\}(?=,\")");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everyFormatSaysWhatItSaid(Format format) throws IOException {
    ReportProject project = new ReportProject(folder);
    compare(GOLDEN.resolve("findings." + format.id()), project.findings(format.id()));
    compare(GOLDEN.resolve("nothing." + format.id()), project.nothing(format.id()));
  }

  private static void compare(Path golden, String report) throws IOException {
    String real = PAGES.matcher(report).replaceAll("$1{\"text\":\"...\"}");
    real = real.replace(ProgramVersion.read(), "VERSION");
    if (System.getProperty("update") != null) {
      assertThat(System.getenv("CI")).as("CI must not rewrite what it checks").isNull();
      Files.writeString(golden, real);
    } else {
      assertThat(real).isEqualTo(Files.readString(golden));
    }
  }
}
