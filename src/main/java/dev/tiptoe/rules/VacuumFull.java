package dev.tiptoe.rules;

import dev.tiptoe.ddl.MaintenanceChange;
import dev.tiptoe.ddl.MaintenanceChange.Cluster;
import dev.tiptoe.ddl.MaintenanceChange.Vacuum;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Dialect;
import java.util.List;
import java.util.stream.Collectors;

/** VACUUM FULL and CLUSTER write a table anew, and nobody can use it until they are done. */
public final class VacuumFull extends Rule<MaintenanceChange> {

  public VacuumFull() {
    super(MaintenanceChange.class, Severity.ERROR, Dialect.POSTGRESQL);
  }

  @Override
  protected void check(MaintenanceChange change, Context ctx) {
    if (change instanceof Vacuum vacuum && vacuum.depth() == Vacuum.Depth.FULL) {
      check("VACUUM FULL", vacuum.tables(), "vacuum_full", change, ctx);
    } else if (change instanceof Cluster cluster) {
      check("CLUSTER", cluster.table().stream().toList(), "cluster", change, ctx);
    }
  }

  private static void check(
      String what, List<Name> tables, String operation, MaintenanceChange change, Context ctx) {
    List<Name> awaited = tables.stream().filter(t -> !ctx.nobodyWaitsFor(t)).toList();
    Effect effect = ctx.effect(operation).orElseThrow();
    if (effect.runsAlone() && !ctx.transaction().isEmpty()) {
      ctx.report(
          Severity.ERROR,
          Hazard.FAILS,
          change.span(),
          what + ": " + ctx.target() + " refuses it with error 25001 in a transaction.",
          "Leave it out of the migrations: it changes nothing that a program could notice, and it needs a time when nobody works.");
    } else if (tables.isEmpty() || !awaited.isEmpty()) {
      ctx.report(
          Severity.WARNING,
          Hazard.BLOCKS,
          change.span(),
          what + " of " + names(awaited) + ": " + ctx.target() + " " + effect.text() + ".",
          "Plain VACUUM makes room for new rows while everybody works. If the disk space must come back, do it when nobody works, or with pg_repack, and not in a migration.");
    }
  }

  private static String names(List<Name> tables) {
    return tables.isEmpty()
        ? "all tables"
        : tables.stream().map(Name::last).collect(Collectors.joining(", "));
  }
}
