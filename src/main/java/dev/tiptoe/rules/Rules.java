package dev.tiptoe.rules;

import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.RuleBook;
import java.util.List;

/**
 * The one list of rules; unused-suppression comes last, when it is known what the others wanted to
 * report.
 */
public final class Rules {

  public static final List<Rule<?>> ALL =
      List.of(
          new AddNotNullColumn(),
          new SetNotNull(),
          new AddColumnRewritesTable(),
          new AddColumnChecksRows(),
          new ChangeColumnType(),
          new DroppedDefaultBreaksWriters(),
          new DropNotNull(),
          new EditedAppliedMigration(),
          new DeletedAppliedMigration(),
          new OutOfOrderMigration(),
          new UnreadableStatement(),
          new GuessedBackfill(),
          new SuppressionWithoutReason(),
          new UnknownRule(),
          new UnusedSuppression());

  private Rules() {}

  public static RuleBook book() {
    return new RuleBook(ALL);
  }
}
