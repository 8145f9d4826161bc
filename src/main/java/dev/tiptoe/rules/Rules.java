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
          // Columns
          new AddNotNullColumn(),
          new SetNotNull(),
          new AddColumnRewritesTable(),
          new AddColumnChecksRows(),
          new DroppedDefaultBreaksWriters(),
          new ModifyLosesAttributes(),
          new ChangeColumnType(),
          new DropNotNull(),
          // Renames, drops, truncation
          new RenameColumn(),
          new RenameTable(),
          new RenameEnumValue(),
          new MoveSchema(),
          new DropColumn(),
          new DropColumnTakesConstraints(),
          new DropTable(),
          new DropSchema(),
          new Truncate(),
          new DropEnumValue(),
          // Indexes
          new CreateIndexBlocksWrites(),
          new DropIndexBlocks(),
          new ReindexBlocks(),
          new ConcurrentlyInTransaction(),
          new IndexOnPartitionedParent(),
          new DuplicateIndex(),
          new ForeignKeyWithoutIndex(),
          // Constraints
          new ForeignKeyValidates(),
          new CheckValidates(),
          new ValidateInSameTransaction(),
          new UniqueConstraintBlocks(),
          new PrimaryKeyBlocks(),
          new ExclusionConstraintBlocks(),
          new UniqueMayFail(),
          new ForeignKeyTypeMismatch(),
          new DomainConstraintValidates(),
          new ForeignKeyCopiesTable(),
          new ForeignKeyChecksOff(),
          // Enums, partitions, maintenance, triggers
          new EnumValueUsedInTransaction(),
          new EnumValuesReordered(),
          new DetachPartitionBlocks(),
          new AttachPartitionScans(),
          new VacuumFull(),
          new RefreshViewBlocks(),
          new SetLoggedRewrites(),
          new MoveTablespace(),
          new LockTable(),
          new DisableTrigger(),
          new CreateTriggerLocks(),
          // Transactions, time-outs, rows
          new BackfillHoldsLock(),
          new UnbatchedBackfill(),
          new UpdateWithoutWhere(),
          new DeleteWithoutWhere(),
          new NestedTransaction(),
          new UncommittedTransaction(),
          new SeveralTablesLocked(),
          // MySQL and MariaDB
          new AlterCopiesTable(),
          new UnassertedAlgorithm(),
          new PartialFailure(),
          new ConvertCharset(),
          new ChangeEngine(),
          new ZeroDateDefault(),
          new RowFormat(),
          // Where nothing else was found in the statement
          new MissingLockTimeout(),
          // History and files
          new EditedAppliedMigration(),
          new DeletedAppliedMigration(),
          new OutOfOrderMigration(),
          new UnresolvedPlaceholder(),
          new UnreadableStatement(),
          new GuessedBackfill(),
          // Style, off by default
          new PreferBigintKey(),
          new PreferText(),
          new PreferTimestamptz(),
          new PreferIdentity(),
          new PreferJsonb(),
          new UnnamedConstraint(),
          new NotRerunnable(),
          new RequirePrimaryKey(),
          // Suppressions
          new SuppressionWithoutReason(),
          new UnknownRule(),
          new UnusedSuppression());

  private Rules() {}

  public static RuleBook book() {
    return new RuleBook(ALL);
  }
}
