package dev.tiptoe.rules;

import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.RuleBook;
import java.util.List;

/** The one list of rules. */
public final class Rules {

  public static final List<Rule<?>> ALL =
      List.of(
          new AddNotNullColumn(),
          new SetNotNull(),
          new UnreadableStatement(),
          new GuessedBackfill(),
          new UnusedSuppression(),
          new SuppressionWithoutReason(),
          new UnknownRule());

  private Rules() {}

  public static RuleBook book() {
    return new RuleBook(ALL);
  }
}
