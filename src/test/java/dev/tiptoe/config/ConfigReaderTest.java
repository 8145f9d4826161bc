package dev.tiptoe.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tiptoe.lint.GivenValue;
import dev.tiptoe.lint.Options;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.lint.TableName;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Version;
import dev.tiptoe.text.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

  private static final Vocabulary VOCABULARY =
      new Vocabulary(Set.of("set-not-null", "drop-column"), Set.of("prisma", "flyway"));

  @Test
  void everyKeyGivesAValueThatKnowsItsLine() {
    Config config =
        valid(
            """
            {
              "$schema": "tiptoe.schema.json",
              "dialect": "mariadb", "serverVersion": "10.11.6",
              "tool": "prisma", "toolVersion": "7.4.0",
              "paths": ["a",
                        "../b"],
              "baseline": "baseline.sql",
              "rules": {"set-not-null": "note", "drop-column": "off"},
              "backfill": {"public.Server.sshPort": "22"},
              "form": "instant", "guess": false, "alwaysThreeSteps": true, "steps": "split",
              "batch": 5000, "failOn": "never",
              "smallTables": ["Country", "public.\\"Plan\\""]
            }
            """);
    assertThat(config.get(Key.DIALECT))
        .contains(new Setting<>(Dialect.MARIADB, new Origin("tiptoe.json", 3, 14)));
    assertThat(values(config, Key.SERVER_VERSION)).containsExactly(new Version(10, 11, 6));
    assertThat(values(config, Key.TOOL)).containsExactly("prisma");
    assertThat(values(config, Key.TOOL_VERSION)).containsExactly(new Version(7, 4, 0));
    assertThat(config.all(Key.PATHS))
        .extracting(Setting::value, setting -> setting.origin().toString())
        .containsExactly(tuple("a", "tiptoe.json:5"), tuple("../b", "tiptoe.json:6"));
    assertThat(values(config, Key.BASELINE)).containsExactly("baseline.sql");
    assertThat(values(config, Key.RULES))
        .containsExactly(
            new RuleLevel("set-not-null", Optional.of(Severity.NOTE)),
            new RuleLevel("drop-column", Optional.empty()));
    assertThat(values(config, Key.BACKFILL))
        .containsExactly(new GivenValue("public.Server", "sshPort", "22"));
    assertThat(values(config, Key.FORM)).containsExactly(Options.Form.INSTANT);
    assertThat(values(config, Key.GUESS)).containsExactly(Options.Guessing.FORBIDDEN);
    assertThat(values(config, Key.ALWAYS_THREE_STEPS)).containsExactly(Options.OneStep.REWRITTEN);
    assertThat(values(config, Key.STEPS)).containsExactly(Options.Steps.SPLIT);
    assertThat(values(config, Key.BATCH)).containsExactly(5000);
    assertThat(values(config, Key.FAIL_ON)).containsExactly(Optional.<Severity>empty());
    assertThat(values(config, Key.SMALL_TABLES))
        .containsExactly(new TableName("", "Country"), new TableName("public", "Plan"));
  }

  @Test
  void commentsAndAByteOrderMarkAndALastCommaDoNoHarm() {
    Config config = valid("\uFEFF// one\r\n{ /* two */ \"batch\": 7, }\r\n// three");
    assertThat(config.get(Key.BATCH)).contains(new Setting<>(7, new Origin("tiptoe.json", 2, 22)));
  }

  @Test
  void placesAreRightFarDownInALargeFile() {
    String comments = "// a line of a comment\n".repeat(5_000);
    assertThat(problems(comments + "{\n  \"batch\": true}"))
        .containsExactly("tiptoe.json:5002:12: \"batch\" must be a number, not true");
  }

  @Test
  void anIgnoredRuleIsHeldBackForItsFilesUpToItsLastDay() {
    Config config =
        valid(
            """
            {"ignore": [
              {"rule": "drop-column", "files": ["old/**", "a.sql"], "reason": "r", "until": "2027-03-31"},
              {"rule": "set-not-null", "files": "b.sql", "reason": "r"}
            ]}
            """);
    LocalDate lastDay = LocalDate.of(2027, 3, 31);
    assertThat(config.ignoring("drop-column", "old/x/1.sql", () -> lastDay)).isPresent();
    assertThat(config.ignoring("drop-column", "a.sql", () -> lastDay)).isPresent();
    assertThat(config.ignoring("drop-column", "b.sql", () -> lastDay)).isEmpty();
    assertThat(config.ignoring("set-not-null", "b.sql", () -> lastDay)).isPresent();
    assertThat(config.outdated(() -> lastDay)).isEmpty();

    LocalDate dayAfter = lastDay.plusDays(1);
    assertThat(config.ignoring("drop-column", "a.sql", () -> dayAfter)).isEmpty();
    assertThat(config.outdated(() -> dayAfter))
        .singleElement()
        .hasToString(
            "tiptoe.json:2:3: drop-column was held back until 2027-03-31 and is reported again;"
                + " mend what it finds, or decide anew");
  }

  @Test
  void anEntryWithoutFilesIsForAllFiles() {
    Config config = valid("{\"ignore\": [{\"rule\": \"drop-column\", \"reason\": \"r\"}]}");
    assertThat(config.ignoring("drop-column", "any/where.sql", () -> LocalDate.EPOCH)).isPresent();
  }

  @Test
  void whatIsRightIsKeptBesideWhatIsWrong() {
    Parsed<Config> parsed = read("{\"batch\": 5, \"dialekt\": \"mysql\"}");
    assertThat(parsed.problems()).hasSize(1);
    assertThat(values(parsed.value(), Key.BATCH)).containsExactly(5);
  }

  @Test
  void aTooLargeAndATooDeepFileAreProblemsAndNoCrash() {
    assertThat(problems("{\"a\": " + "[".repeat(100_000)))
        .containsExactly("tiptoe.json:1:27: objects and lists are nested too deeply");
    assertThat(problems(" ".repeat(1_000_001) + "{}"))
        .containsExactly("tiptoe.json:1:1: has more than 1,000,000 characters");
    assertThat(problems("{\"batch\": " + "9".repeat(2_000) + "}"))
        .singleElement()
        .asString()
        .endsWith("a single value or key is far too long");
  }

  @Test
  void whatAFileSaysIsShownOnOneLineAndShort() {
    assertThat(problems("{\"\\u001b[31m\\n" + "x".repeat(200) + "\": 1}"))
        .singleElement()
        .asString()
        .startsWith("tiptoe.json:1:2: unknown key \"?[31m?xxx")
        .contains("xxx...\". Known are dialect, ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"batch\": 1.5}    | 1:11: \"batch\" must be a whole number from 1 to 1000000, not 1.5",
        "{\"batch\": 01}     | 1:12: expected a number like 5000, found 1",
        "{\"guess\": [,]}    | 1:12: expected a value: a text in double quotes, a number, true, false, [ or {, found ,",
        "{\"paths\": [1 2]}  | 1:14: expected a comma or ], found 2",
        "{\"backfill\": {\"a.b=1\": \"2\"}} | 1:15: \"a.b=1\" is not of the form \"table.column\"",
        "{\"rules\": {\"rename\": \"off\"}} | 1:12: unknown rule \"rename\"; \"tiptoe rules\" lists the rules",
        "{\"tool\": \"make\"} | 1:10: \"tool\" cannot be \"make\". It is one of flyway, prisma",
        "{,}                 | 1:2: expected a key in double quotes or }, found ,",
        "{\"paths\": [\"a\"  | 1:15: the file ends before the [ in line 1 is closed",
        "{\"paths            | 1:8: the file ends within a text; close it with a double quote",
        "// only             | 1:1: holds nothing but comments; write at least {}",
        "null                | 1:1: must be an object, { ... }, not null",
      })
  void brokenTextIsToldWithItsPlace(String text, String problem) {
    assertThat(problems(text)).containsExactly("tiptoe.json:" + problem);
  }

  @Test
  void anyPrefixOfAFileIsReadWithoutACrash() {
    String text =
        "{\"rules\": {\"set-not-null\": \"off\"}, /* x */ \"paths\": [\"\\u0061\", \"b\"], \"batch\": -1.5e3, \"guess\": true}";
    for (int end = 0; end < text.length(); end++) {
      assertThat(problems(text.substring(0, end))).as(text.substring(0, end)).isNotEmpty();
      assertThat(problems(text.substring(0, end) + '\u0001' + text.substring(end))).isNotNull();
    }
  }

  private static <T> List<T> values(Config config, Key<T> key) {
    return config.all(key).stream().map(Setting::value).toList();
  }

  private static Config valid(String text) {
    Parsed<Config> parsed = read(text);
    assertThat(parsed.problems()).isEmpty();
    return parsed.value();
  }

  private static List<String> problems(String text) {
    return read(text).problems().stream().map(Problem::toString).toList();
  }

  private static Parsed<Config> read(String text) {
    return ConfigReader.read(new SourceFile("tiptoe.json", text), VOCABULARY);
  }
}
