package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.facts.Facts;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.rules.Rules;
import dev.tiptoe.sql.Dialect;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RulePagesTest {

  @TestFactory
  Stream<DynamicTest> everyOperationThatAPageNamesWasMeasured() {
    return Rules.ALL.stream()
        .map(Rule::id)
        .map(
            id ->
                DynamicTest.dynamicTest(
                    id,
                    () ->
                        assertThat(RulePages.operations(RulePages.page(id).orElseThrow()))
                            .allMatch(RulePagesTest::isMeasured)));
  }

  @Test
  void theAddressOfAPageIsBelowTheHomeThatTheBuildNames() {
    assertThat(RulePages.address("drop-column"))
        .isEqualTo("https://github.com/tiptoe-dev/tiptoe/blob/main/rules/drop-column.md");
  }

  private static boolean isMeasured(String operation) {
    return Stream.of(Dialect.values())
        .anyMatch(dialect -> Facts.of(dialect).operation(operation).isPresent());
  }
}
