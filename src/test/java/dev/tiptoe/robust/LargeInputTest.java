package dev.tiptoe.robust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.FixResult;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.lint.Linter;
import dev.tiptoe.lint.Options;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Inputs of a size or depth that nobody writes by hand; the time limits only tell an answer from
 * none.
 */
@Timeout(300)
class LargeInputTest {

  private static final Target POSTGRES = Target.oldest(Dialect.POSTGRESQL);
  private static final Target MYSQL = Target.oldest(Dialect.MYSQL);

  @Test
  void aTableOfAHundredThousandColumnsIsRead() {
    Script script =
        read("CREATE TABLE t (" + list(i -> "c" + i + " int NOT NULL") + ");", POSTGRES);
    TableChange.CreateTable table =
        (TableChange.CreateTable) script.statements().get(0).changes().get(0);
    assertThat(table.columns()).hasSize(100_000);
  }

  @Test
  void aHundredThousandColumnsInOneParenthesisAreReadAndFixed() {
    assertEveryColumnIsFixed(
        "ALTER TABLE t ADD (" + list(i -> "c" + i + " INT NOT NULL") + ");", MYSQL);
  }

  @Test
  void aHundredThousandActionsInOneAlterAreReadAndFixed() {
    assertEveryColumnIsFixed(
        "ALTER TABLE t " + list(i -> "ADD COLUMN c" + i + " int NOT NULL") + ";", POSTGRES);
  }

  @Test
  void tenThousandNestedParenthesesAreRead() {
    String nested = "(".repeat(10_000) + "1" + ")".repeat(10_000);
    LintResult result =
        lint(
            "ALTER TABLE t ADD COLUMN c int NOT NULL DEFAULT " + nested + ", ADD d int NOT NULL;",
            POSTGRES);
    assertThat(result.crashes()).isEmpty();
    assertThat(result.findings()).extracting(Finding::rule).contains("add-not-null-column");
    assertThat(lint("SELECT " + nested + ";\nFROBNICATE " + nested + ";", POSTGRES).crashes())
        .isEmpty();
    assertThat(lint("CREATE TABLE t (c int CHECK " + nested + ");", POSTGRES).crashes()).isEmpty();
  }

  @Test
  void anUnreadableStatementOfMegabytesIsReported() {
    LintResult result = lint("FROBNICATE " + "x, ".repeat(1_000_000) + "y;", POSTGRES);
    assertThat(result.findings()).extracting(Finding::rule).containsExactly("unreadable-statement");
  }

  @Test
  void aDumpOfFiftyMegabytesIsReadAndItsLastStatementFound() {
    String row =
        "INSERT INTO t VALUES (1, 'it''s; a -- row', 3.5, NULL, '" + "x".repeat(80) + "');\n";
    String dump = row.repeat(50_000_000 / row.length()) + "ALTER TABLE t ADD c int NOT NULL;\n";
    assertThat(lint(dump, POSTGRES).findings())
        .extracting(Finding::rule)
        .containsExactly("add-not-null-column");
  }

  @Test
  void oneInsertOfFiftyMegabytesIsRead() {
    String dump = "INSERT INTO t VALUES (1, 'a')" + ", (2, 'b;c')".repeat(4_000_000) + ";";
    assertThat(read(dump, MYSQL).statements()).hasSize(1);
  }

  @Test
  void twentyThousandStatementsAndSuppressionsAreLinted() {
    String line =
        "ALTER TABLE t%d ADD COLUMN c int NOT NULL; -- tiptoe:ignore add-not-null-column: no rows%n";
    String text =
        IntStream.range(0, 20_000)
            .mapToObj(i -> String.format(line, i))
            .collect(Collectors.joining());
    assertThat(lint(text, POSTGRES).findings()).isEmpty();
  }

  @Test
  void twentyThousandStatementsInOneBlockAreLinted() {
    String block =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "IF a THEN ALTER TABLE t" + i + " ADD c int NOT NULL; END IF;\n")
            .collect(Collectors.joining("", "DO $$ BEGIN\n", "END $$;"));
    assertThat(lint(block, POSTGRES).findings())
        .filteredOn(f -> f.rule().equals("add-not-null-column"))
        .hasSize(20_000);
  }

  @Test
  void aRoutineThatIsCalledTwentyThousandTimesIsReadOnce() {
    String routine = "CREATE PROCEDURE p() BEGIN ALTER TABLE t ADD c INT NOT NULL; END;\n";
    assertThat(lint(routine + "CALL p();\n".repeat(20_000), MYSQL).findings()).hasSize(1);
  }

  @Test
  void routinesThatCallRoutinesAndBlocksInBlocksComeToAnEnd() {
    String calls =
        IntStream.range(0, 5_000)
            .mapToObj(
                i ->
                    "CREATE FUNCTION f%d() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM f%d(); PERFORM f%d(); END $$;%n"
                        .formatted(i, i + 1, i + 1))
            .collect(Collectors.joining());
    assertThat(lint(calls + "SELECT f0();", POSTGRES).findings())
        .extracting(Finding::rule)
        .containsOnly("unreadable-statement");
    String blocks = "BEGIN ".repeat(10_000) + "DROP TABLE t; " + "END; ".repeat(10_000);
    assertThat(lint("DO $$ " + blocks + " $$;", POSTGRES).findings())
        .extracting(Finding::rule)
        .containsExactly("unreadable-statement");
    String branches = "SET @s = " + "IF(a, ".repeat(5_000) + "1" + ", 2, 3)".repeat(5_000);
    assertThat(lint(branches + "; PREPARE s FROM @s; EXECUTE s;", MYSQL).crashes()).isEmpty();
  }

  private static void assertEveryColumnIsFixed(String sql, Target target) {
    SourceFile file = new SourceFile("large.sql", sql);
    Linter linter = new Linter(Rules.book(), Options.defaults());
    FixResult result = new Fixer(linter).fix(file, target);
    assertThat(result.problem()).isEmpty();
    assertThat(result.applied()).isEqualTo(1);
    assertThat(result.remaining().findings())
        .hasSize(100_000)
        .allMatch(f -> f.rule().equals("guessed-backfill"));
  }

  private static LintResult lint(String sql, Target target) {
    return new Linter(Rules.book(), Options.defaults()).lint(read(sql, target));
  }

  private static Script read(String sql, Target target) {
    return Script.read(new SourceFile("large.sql", sql), target);
  }

  private static String list(IntFunction<String> element) {
    return IntStream.range(0, 100_000).mapToObj(element).collect(Collectors.joining(", "));
  }
}
