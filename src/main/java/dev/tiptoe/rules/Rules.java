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
          new CreateIndexBlocksWrites(),
          new DropIndexBlocks(),
          new IndexOnPartitionedParent(),
          new ReindexBlocks(),
          new ConcurrentlyInTransaction(),
          new DuplicateIndex(),
          new ForeignKeyValidates(),
          new CheckValidates(),
          new ValidateInSameTransaction(),
          new UniqueConstraintBlocks(),
          new PrimaryKeyBlocks(),
          new ExclusionConstraintBlocks(),
          new UniqueMayFail(),
          new ForeignKeyWithoutIndex(),
          new ForeignKeyTypeMismatch(),
          new DomainConstraintValidates(),
          new VacuumFull(),
          new RefreshViewBlocks(),
          new SetLoggedRewrites(),
          new MoveTablespace(),
          new LockTable(),
          new DisableTrigger(),
          new CreateTriggerLocks(),
          new DetachPartitionBlocks(),
          new AttachPartitionScans(),
          new AlterCopiesTable(),
          new ForeignKeyCopiesTable(),
          new ConvertCharset(),
          new ChangeEngine(),
          new RowFormat(),
          new EnumValuesReordered(),
          new ForeignKeyChecksOff(),
          new ZeroDateDefault(),
          new ModifyLosesAttributes(),
          new UnassertedAlgorithm(),
          new PartialFailure(),
          new DropColumnTakesConstraints(),
          new DropColumn(),
          new DropTable(),
          new DropSchema(),
          new Truncate(),
          new RenameColumn(),
          new RenameTable(),
          new RenameEnumValue(),
          new MoveSchema(),
          new DropEnumValue(),
          new AddColumnRewritesTable(),
          new AddColumnChecksRows(),
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
