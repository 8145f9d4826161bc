package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Sequel;
import dev.tiptoe.lint.Sequel.Stage;
import dev.tiptoe.rewrite.ColumnSteps.Placement;
import java.util.ArrayList;
import java.util.List;

/** What follows an ADD COLUMN in migrations of its own. */
final class LaterSteps {

  static final String REQUIRE = "make it NOT NULL.";

  private final Context ctx;
  private final Siblings siblings;
  private final List<ColumnSteps> columns;
  private final List<Sequel> sequels = new ArrayList<>();

  LaterSteps(Context ctx, Siblings siblings, List<ColumnSteps> columns) {
    this.ctx = ctx;
    this.siblings = siblings;
    this.columns = columns;
  }

  /**
   * The statements of the later steps.
   *
   * @param waiting actions of the statement that wait for the last step
   * @param lastStatement what makes the columns NOT NULL where no proof is of use
   */
  List<Sequel> sequels(List<String> waiting, String lastStatement) {
    boolean proven = ProvenNotNull.isOfUse(ctx.target());
    for (ColumnSteps column : columns) {
      fill(column);
      if (proven) {
        prove(column);
      } else {
        sequels.addAll(rest(column, Stage.REQUIRE, REQUIRE));
      }
    }
    String header = columns.get(0).alterTable();
    if (!proven) {
      Sequel require = new Sequel(Stage.REQUIRE, REQUIRE, lastStatement);
      boolean reversible =
          waiting.isEmpty() && columns.stream().noneMatch(ColumnSteps::addsPrimaryKey);
      sequels.add(
          reversible
              ? require.withDown(
                  header
                      + " "
                      + String.join(", ", columns.stream().map(ColumnSteps::takeBack).toList()))
              : require);
    } else if (!waiting.isEmpty()) {
      sequels.add(new Sequel(Stage.REQUIRE, REQUIRE, header + " " + String.join(", ", waiting)));
    }
    return sequels;
  }

  /** A default that came with the column has filled its rows; there is nothing to do in batches. */
  private void fill(ColumnSteps column) {
    if (ctx.options().batch().isEmpty() || column.placement() != Placement.IN_ADD) {
      sequels.add(filling(column).whole());
    }
  }

  private void prove(ColumnSteps column) {
    ColumnChange.AddColumn add = column.add();
    sequels.addAll(
        new ProvenNotNull(
                ctx, column.alterTable(), add.table(), column.name(), column.notNullName())
            .sequels(
                rest(column, Stage.VALIDATE, ProvenNotNull.VALIDATE), column.actionsAfterwards()));
  }

  /**
   * The rows that nothing has filled: inserted meanwhile, where no default helps along, or moved
   * away under a batch.
   */
  private List<Sequel> rest(ColumnSteps column, Stage stage, String purpose) {
    List<Sequel> rest = new ArrayList<>();
    if (ctx.options().batch().isPresent() || column.placement() == Placement.NOWHERE) {
      rest.add(filling(column).rest(stage, purpose));
      if (siblings.isDeferred(column.add()) && ProvenNotNull.isOfUse(ctx.target())) {
        rest.add(new Sequel(stage, purpose, ctx.keyword("SET CONSTRAINTS ALL IMMEDIATE")));
      }
    }
    return rest;
  }

  private LaterFill filling(ColumnSteps column) {
    Name name = column.name();
    return new LaterFill(
        ctx,
        column.add().scope(),
        column.add().table(),
        name,
        column.value(),
        siblings.dropped().filter(d -> !d.sameLast(name)));
  }
}
