package dev.tiptoe.rules;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.TableChange.AttachPartition;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Dialect;
import java.util.Optional;

/** ATTACH PARTITION reads all of the new partition, unless a CHECK says that its rows belong. */
public final class AttachPartitionScans extends Rule<AttachPartition> {

  public AttachPartitionScans() {
    super(AttachPartition.class, Severity.WARNING, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(AttachPartition attach, Context ctx) {
    Optional<Table> partition = ctx.schema().table(attach.partition());
    if (ctx.nobodyWaitsFor(attach.partition())
        || ctx.schema().isWithoutRows(attach.partition())
        || partition.filter(AttachPartitionScans::hasCheck).isPresent()) {
      return;
    }
    Effect effect = ctx.effect("attach_partition_no_check").orElseThrow();
    String what =
        effect.blocksReads()
            ? attach.table().last() + " and all its partitions wait (" + effect.lock() + ")."
            : "it alone wait (ACCESS EXCLUSIVE); the rest of "
                + attach.table().last()
                + " can be used meanwhile.";
    ctx.report(
        partition.isPresent() || effect.blocksReads() ? Severity.WARNING : Severity.NOTE,
        Hazard.BLOCKS,
        attach.span(),
        attach.partition().last()
            + " is attached: "
            + ctx.target()
            + " reads every row of it, unless a CHECK proves that all belong there, while reads and writes of "
            + what,
        "In a migration before, add the partition's bounds to it as a CHECK ... NOT VALID, and in another VALIDATE it; drop the CHECK when it is attached.");
  }

  /** Whoever put a valid CHECK on it is taken to have done so for the bounds. */
  private static boolean hasCheck(Table partition) {
    return partition.constraints().stream()
        .anyMatch(c -> c.demand() == Demand.CHECK && c.isValidated());
  }
}
