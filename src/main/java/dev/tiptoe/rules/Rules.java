package dev.tiptoe.rules;

import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.RuleBook;
import java.util.List;

/**
 * The one list of rules; missing-lock-timeout and unused-suppression come last, when it is known
 * what the others wanted to report.
 */
public final class Rules {

  public static final List<Rule<?>> ALL =
      List.of(
          new AddNotNullColumn(),
          new SetNotNull(),
          new VacuumFull(),
          new RefreshViewBlocks(),
          new SetLoggedRewrites(),
          new MoveTablespace(),
          new LockTable(),
          new DisableTrigger(),
          new CreateTriggerLocks(),
          new DetachPartitionBlocks(),
          new AttachPartitionScans(),
          new EnumValueUsedInTransaction(),
          new UpdateWithoutWhere(),
          new DeleteWithoutWhere(),
          new UnbatchedBackfill(),
          new BackfillHoldsLock(),
          new NestedTransaction(),
          new UncommittedTransaction(),
          new SeveralTablesLocked(),
          new EditedAppliedMigration(),
          new DeletedAppliedMigration(),
          new OutOfOrderMigration(),
          new UnreadableStatement(),
          new GuessedBackfill(),
          new SuppressionWithoutReason(),
          new UnknownRule(),
          new MissingLockTimeout(),
          new UnusedSuppression());

  private Rules() {}

  public static RuleBook book() {
    return new RuleBook(ALL);
  }
}
