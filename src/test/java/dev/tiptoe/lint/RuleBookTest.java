package dev.tiptoe.lint;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tiptoe.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RuleBookTest {

  @Test
  void aRuleGivenTwiceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RuleBook(List.of(new Odd(), new Odd())))
        .withMessageContaining("odd");
  }

  private static final class Odd extends Rule<Statement> {

    Odd() {
      super(Statement.class, Severity.NOTE);
    }

    @Override
    protected void check(Statement statement, Context ctx) {
      throw new AssertionError("nothing runs it");
    }
  }
}
