package dev.tiptoe.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.FixResult;
import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Puts what a page says is fixed into a body of code that runs: the rule still speaks, but nothing
 * is written there, and what it says does not promise it.
 */
class NestedStatementsTest {

  @TestFactory
  Stream<DynamicTest> whatIsFixedAloneIsLeftAloneInCode() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Page page : Page.all()) {
      for (Example example : page.examples()) {
        if (example.fixed().isPresent() && canBeInCode(example)) {
          tests.add(
              dynamicTest(page.id() + ": " + example.name(), () -> check(page.id(), example)));
        }
      }
    }
    return tests.stream();
  }

  private static void check(String rule, Example example) {
    String sql = inCode(example);
    Outcome outcome = Outcome.of(example, sql);
    FixResult fix = outcome.fix();
    assertThat(fix.file().text()).isEqualTo(sql);
    assertThat(fix.applied()).isZero();
    assertThat(fix.newFiles()).isEmpty();
    assertThat(outcome.found().crashes()).isEmpty();
    assertThat(outcome.found().findings())
        .allSatisfy(f -> assertThat(f.fix()).isEmpty())
        .extracting(Finding::advice)
        .noneMatch(a -> a.contains("--fix writes") && !a.contains("--fix writes nothing"));
    assertThat(outcome.found().findings())
        .filteredOn(f -> f.rule().equals(rule))
        .as(sql)
        .isNotEmpty();
  }

  /** A tool's markers, transactions and placeholders belong to the file. */
  private static boolean canBeInCode(Example example) {
    Script script = Script.read(example.file(example.sql().text()), example.target());
    return script.comments().isEmpty()
        && !example.sql().text().contains("$")
        && !example.sql().text().contains("/*")
        && script.statements().stream()
            .noneMatch(s -> s.changes().toString().contains("Transaction"));
  }

  private static String inCode(Example example) {
    Script script = Script.read(example.file(example.sql().text()), example.target());
    StringBuilder body = new StringBuilder("BEGIN\n");
    for (Statement statement : script.statements()) {
      body.append(script.file().text(statement.span())).append(";\n");
    }
    body.append("END");
    return example.target().is(Dialect.POSTGRESQL)
        ? "DO $$\n" + body + "\n$$;\n"
        : "CREATE PROCEDURE p()\n" + body + ";\nCALL p();\n";
  }
}
