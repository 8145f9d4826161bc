package dev.tiptoe.rules;

import dev.tiptoe.ddl.Access;
import dev.tiptoe.ddl.TableChange.DetachPartition;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Dialect;

/** DETACH PARTITION keeps everybody from the whole partitioned table, unless told CONCURRENTLY. */
public final class DetachPartitionBlocks extends Rule<DetachPartition> {

  public DetachPartitionBlocks() {
    super(DetachPartition.class, Severity.NOTE, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(DetachPartition detach, Context ctx) {
    if (detach.access() == Access.CONCURRENT || ctx.nobodyWaitsFor(detach.table())) {
      return;
    }
    Effect effect = ctx.effect("detach_partition").orElseThrow();
    ctx.report(
        Severity.NOTE,
        Hazard.BLOCKS,
        detach.span(),
        detach.partition().last()
            + " is taken out of "
            + detach.table().last()
            + ": "
            + ctx.target()
            + " waits for every transaction that has read any of it, with new ones waiting behind, and then "
            + effect.text()
            + ".",
        ctx.effect("detach_partition_concurrently").isEmpty()
            ? "Set lock_timeout before it, so that it gives up rather than make everybody wait."
            : "DETACH PARTITION ... CONCURRENTLY lets everybody go on. It must stand outside of a transaction (else error 25001), and no partition may be the DEFAULT one (else error 55000).");
  }
}
