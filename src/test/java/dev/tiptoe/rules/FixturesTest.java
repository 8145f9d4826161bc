package dev.tiptoe.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tiptoe.layout.Runner;
import dev.tiptoe.lint.Circumstances;
import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.LintResult;
import dev.tiptoe.lint.Linter;
import dev.tiptoe.lint.Options;
import dev.tiptoe.sql.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds what all rules find against the marks in the fixtures. */
class FixturesTest {

  @TestFactory
  Stream<DynamicTest> foundIsMarkedAndMarkedIsFound() {
    return Fixture.all().stream().map(f -> dynamicTest(f.path().toString(), () -> check(f)));
  }

  private static void check(Fixture fixture) {
    LintResult result =
        new Linter(Rules.book(), Options.defaults())
            .lint(
                Script.read(fixture.file(), fixture.target()),
                new Circumstances(fixture.schema(), Runner.unknown()));
    assertThat(result.crashes()).isEmpty();
    List<String> expected = new ArrayList<>();
    for (int line = 0; line < fixture.marked().size(); line++) {
      expected.add((line + 1) + " " + String.join(" ", fixture.marked().get(line)));
    }
    List<String> found = new ArrayList<>();
    for (int line = 1; line <= fixture.marked().size(); line++) {
      found.add(line + " " + String.join(" ", rules(result, line)));
    }
    assertThat(found).isEqualTo(expected);
  }

  private static List<String> rules(LintResult result, int line) {
    return result.findings().stream()
        .filter(f -> f.file().line(f.span().start()) == line)
        .map(Finding::rule)
        .sorted()
        .toList();
  }
}
