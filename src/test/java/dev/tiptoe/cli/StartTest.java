package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.proof.tools.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Java loads on the way to a report; each class takes its time in every run. */
class StartTest {

  private static final String PLAIN =
      """
      ALTER TABLE "User" ADD COLUMN "age" INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE "User" ALTER COLUMN "email" SET NOT NULL;
      CREATE INDEX "User_age_idx" ON "User"("age");
      """;

  /** Their names begin so; some of the JDK's are there before the program begins. */
  private static final List<String> NOT_NEEDED =
      List.of(
          "net.sf.jsqlparser.",
          "picocli.",
          "com.fasterxml.jackson.",
          "com.github.difflib.",
          "java.sql.",
          "java.util.logging.",
          "java.util.regex.",
          "java.util.ServiceLoader",
          "java.time.zone.",
          "java.util.Comparator$$Lambda",
          "java.util.Formatter",
          "dev.tiptoe.manual.",
          "dev.tiptoe.cli.CommandLineReader",
          "dev.tiptoe.cli.LintSpec",
          "dev.tiptoe.cli.RulePages",
          "dev.tiptoe.config.ConfigReader",
          "dev.tiptoe.report.JsonReport",
          "dev.tiptoe.sql.DetailParser",
          "dev.tiptoe.facts.MySql");

  private static final int MOST = 1_100;

  @TempDir Path folder;

  @Test
  void aPlainFileTakesNoLibraryAndNothingOfTheJdkThatStartsSlowly() throws IOException {
    List<String> loaded = loadedFor(PLAIN);
    assertThat(loaded)
        .contains("dev.tiptoe.cli.Main", "dev.tiptoe.report.TextReport")
        .noneMatch(name -> NOT_NEEDED.stream().anyMatch(name::startsWith));
    assertThat(loaded)
        .filteredOn(name -> name.startsWith("dev.tiptoe.") && name.endsWith("Command"))
        .containsExactly("dev.tiptoe.cli.LintCommand");
    assertThat(loaded).filteredOn(name -> name.startsWith("dev.tiptoe.")).hasSizeLessThan(MOST);
  }

  @Test
  void javaLinksNothingOfTheProgramWhenItRuns() throws IOException {
    assertThat(loadedFor(PLAIN))
        .noneMatch(name -> name.startsWith("dev.tiptoe.") && name.contains("$$Lambda"))
        .doesNotContain("java.lang.runtime.ObjectMethods");
  }

  @Test
  void whatTheTokensLeaveOpenTakesTheParser() throws IOException {
    assertThat(loadedFor("ALTER TABLE \"User\" ADD COLUMN \"age\" INTEGER DEFAULT (1 + 2);\n"))
        .contains("net.sf.jsqlparser.parser.CCJSqlParser");
  }

  private List<String> loadedFor(String sql) throws IOException {
    Files.writeString(folder.resolve("a.sql"), sql);
    Finished run =
        Finished.run(
            folder,
            Map.of("LANG", "en_US.UTF-8"),
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout:none",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "a.sql"));
    assertThat(run.output()).contains("Checked 1 file");
    return run.output()
        .lines()
        .dropWhile(line -> !line.startsWith("dev.tiptoe.cli.Main "))
        .filter(line -> line.contains(" source: "))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }
}
