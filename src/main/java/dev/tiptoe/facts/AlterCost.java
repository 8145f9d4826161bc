package dev.tiptoe.facts;

import static dev.tiptoe.sql.Dialect.MYSQL;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What MySQL and MariaDB do for an ALTER TABLE, CREATE INDEX or DROP INDEX: whatever its costliest
 * action needs.
 *
 * <p>INSTANT came to MySQL step by step between 8.0.12 and 8.0.29, of which no server was measured;
 * those versions are not trusted to do more than rebuild in place.
 *
 * @param parts the actions that were measured, costliest first
 * @param unknown the actions of which no measurement tells the cost
 */
public record AlterCost(List<Part> parts, List<Change> unknown) {

  /** MySQL 8.0.33 refused one layout more; 9.7.4 keeps 255. */
  private static final int MOST_LAYOUTS = 64;

  private static final Comparator<Part> BY_COST =
      Comparator.comparing((Part p) -> p.effect().blocksReads())
          .thenComparing(p -> p.effect().blocksWrites())
          .thenComparing(p -> p.effect().algorithm().orElse(Algorithm.INSTANT))
          .thenComparing(p -> p.effect().rewrites());

  /** An action and what it was measured to cost on its own. */
  public record Part(Change change, String operation, Effect effect) {}

  /** What these actions of one statement cost on a table, as far as it is known. */
  public static AlterCost of(
      List<Change> actions, Optional<Table> table, Target target, SqlMode mode) {
    MeasuredAction measured = new MeasuredAction(actions, table);
    List<Part> parts = new ArrayList<>();
    List<Change> unknown = new ArrayList<>();
    for (Change action : actions) {
      if (!(action instanceof TableChange.ExecutionOption)) {
        part(action, measured, target, mode)
            .filter(p -> isSure(p, table, target))
            .ifPresentOrElse(parts::add, () -> unknown.add(action));
      }
    }
    parts.sort(BY_COST.reversed());
    return new AlterCost(List.copyOf(parts), List.copyOf(unknown));
  }

  private static Optional<Part> part(
      Change action, MeasuredAction measured, Target target, SqlMode mode) {
    return measured
        .operation(action)
        .flatMap(
            id ->
                Facts.of(target.dialect())
                    .effect(id, target, mode)
                    .filter(e -> e.algorithm().isPresent())
                    .map(e -> new Part(action, id, e)));
  }

  private static boolean isSure(Part part, Optional<Table> table, Target target) {
    boolean instant = part.effect().algorithm().filter(a -> a == Algorithm.INSTANT).isPresent();
    if (!instant || !target.is(MYSQL)) {
      return true;
    }
    boolean layout =
        part.change() instanceof ColumnChange.AddColumn
            || part.change() instanceof ColumnChange.DropColumn;
    return target.is(MYSQL, 8, 0, 29)
        && !(layout && table.filter(t -> t.layouts() >= MOST_LAYOUTS).isPresent());
  }

  /** What the whole statement does; empty if that of a part is not known. */
  public Optional<Effect> effect() {
    return unknown.isEmpty() ? parts.stream().map(Part::effect).findFirst() : Optional.empty();
  }
}
