package dev.tiptoe.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.sql.StatementHash;
import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {

  private static final String DROP = "ALTER TABLE a DROP COLUMN b";
  private static final Accepted ONE = Accepted.in("a.sql", "drop-column", DROP);
  private static final Accepted OTHER = Accepted.in("x/\"b\".sql", "set-not-null", "SELECT 1");

  @Test
  void aStatementKeepsItsHashWhenItIsIndentedAnew() {
    assertThat(StatementHash.of("\r\n  ALTER TABLE a\n\tDROP   COLUMN b\n"))
        .isEqualTo(StatementHash.of(DROP))
        .isEqualTo("82f30e6f01dc649f");
    assertThat(StatementHash.of("ALTER TABLE a DROP COLUMNb")).isNotEqualTo(StatementHash.of(DROP));
  }

  @Test
  void itIsWrittenInOneOrderAndReadBack() throws IOException {
    Baseline baseline = Baseline.of(List.of(OTHER, ONE, OTHER));
    assertThat(text(baseline))
        .isEqualTo(
            """
            {
              "version": 1,
              "findings": [
                {"file": "a.sql", "rule": "drop-column", "hash": "%s"},
                {"file": "x/\\"b\\".sql", "rule": "set-not-null", "hash": "%s"}
              ]
            }
            """
                .formatted(ONE.hash(), OTHER.hash()))
        .isEqualTo(text(Baseline.of(List.of(ONE, OTHER, OTHER))));
    Parsed<Baseline> again = read(text(baseline));
    assertThat(again.problems()).isEmpty();
    assertThat(again.value()).isEqualTo(baseline);
  }

  @Test
  void anEmptyOneIsReadBackAsWell() throws IOException {
    assertThat(text(Baseline.EMPTY)).endsWith("\n");
    assertThat(read(text(Baseline.EMPTY))).isEqualTo(new Parsed<>(Baseline.EMPTY, List.of()));
  }

  @Test
  void anEntryCoversWhatIsFoundInTheSameWords() {
    BaselineUse use = new BaselineUse(Baseline.of(List.of(ONE)));
    assertThat(use.covers(Accepted.in("a.sql", "drop-column", DROP + "\n"))).isTrue();
    assertThat(use.covers(Accepted.in("b.sql", "drop-column", DROP))).isFalse();
    assertThat(use.covers(OTHER)).isFalse();
  }

  @Test
  void anEntryIsStaleIfItsFileIsSettledAndItCoveredNothing() {
    BaselineUse use = new BaselineUse(Baseline.of(List.of(ONE, ONE, OTHER)));
    assertThat(use.stale(file -> true)).containsExactly(ONE, OTHER);
    assertThat(use.stale(file -> file.equals("a.sql"))).containsExactly(ONE);
    use.covers(ONE);
    assertThat(use.stale(file -> true)).containsExactly(OTHER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                                          | 1:2: the file ends before the { in line 1 is closed",
        "{}                                         | 1:1: \"version\" is missing here",
        "{\"version\": 2, \"findings\": 1}          | 1:13: this baseline has version 2, but this Tiptoe reads version 1",
        "{\"version\": \"1\", \"findings\": []}     | 1:13: \"version\" must be a number, not a string",
        "{\"version\": 1, \"findings\": {}}         | 1:28: \"findings\" must be a list, not an object",
        "{\"version\": 1, \"findings\": [1]}        | 1:29: \"findings\" must be a list of objects, not a number",
        "{\"version\": 1, \"findings\": [{\"file\": \"a\", \"rule\": \"r\"}]} | 1:29: \"hash\" is missing here",
        "{\"version\": 1, \"findings\": [], \"finding\": 1} | 1:32: unknown key \"finding\"; did you mean \"findings\"?",
      })
  void aDamagedOneCoversNothingAndSaysTheWayOut(String text, String problem) {
    Parsed<Baseline> parsed = read(text);
    assertThat(parsed.value()).isEqualTo(Baseline.EMPTY);
    assertThat(parsed.problems().get(0))
        .hasToString("b.json:" + problem + "; run tiptoe baseline to write it anew");
  }

  @Test
  void anEntryThatAMergeDoubledCountsOnce() {
    String line = "    {\"file\": \"a.sql\", \"rule\": \"r\", \"hash\": \"h\"}";
    Parsed<Baseline> parsed =
        read("{\"version\": 1, \"findings\": [\n" + line + ",\n" + line + "]}");
    assertThat(parsed.problems()).isEmpty();
    assertThat(parsed.value().findings()).hasSize(1);
  }

  private static String text(Baseline baseline) throws IOException {
    StringBuilder text = new StringBuilder();
    baseline.write(text);
    return text.toString();
  }

  private static Parsed<Baseline> read(String text) {
    return BaselineReader.read(new SourceFile("b.json", text));
  }
}
