package dev.tiptoe.measure;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.facts.Facts;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Version;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsTableTest {

  private static final Asked A = Asked.strict("a");

  private final FactsTable table =
      new FactsTable(
          Dialect.MYSQL,
          ExperimentsFile.read("-- operation a on t\nDROP TABLE t;\nSELECT 1;").experiments());

  @Test
  void neighboursThatAnswerAlikeShareALine() {
    table.put(new Version(8, 4, 6), Map.of(A, "fails 1"));
    table.put(new Version(5, 6, 14), Map.of(A, "algorithm COPY"));
    table.put(new Version(8, 0, 33), Map.of(A, "algorithm COPY"));
    table.put(new Version(9, 7, 4), Map.of());
    table.put(new Version(9, 8, 0), Map.of(A, "fails 1"));

    assertThat(table.text())
        .isEqualTo(
            """
            # What MySQL was measured to do on a table with rows. \
            Written by `mvn -Pmeasure verify -Dupdate`, not by hand.
            # servers 5.6.14 8.0.33 8.4.6 9.7.4 9.8

            a t: DROP TABLE t; SELECT 1
              5.6.14..8.0.33: algorithm COPY
              8.4.6: fails 1
              9.8: fails 1
            """);
  }

  @Test
  void whatALenientServerDoesOtherwiseStandsBelow() {
    table.put(
        new Version(8, 0, 33), Map.of(A, "fails 1", new Asked("a", SqlMode.LENIENT), "gives 0"));

    assertThat(table.text()).endsWith("  8.0.33: fails 1\n  8.0.33 lenient: gives 0\n");
  }

  @Test
  void aServerThatIsMeasuredAgainAnswersAnew() {
    Version server = new Version(8, 0, 33);
    table.put(server, Map.of(A, "fails 1"));
    table.put(server, Map.of(A, ""));

    assertThat(table.text()).endsWith("\n  8.0.33:\n");
  }

  @Test
  void serversThatAreNotMeasuredAgainAreKeptAndNamed() {
    Facts facts = Facts.of(Dialect.MYSQL);
    table.addAll(facts);
    String named = facts.servers().stream().skip(1).map(Version::toString).collect(joining(" "));
    table.put(facts.servers().get(0), Map.of());

    assertThat(table.text()).contains("\n# kept from an earlier measurement: " + named + "\n");
  }
}
