package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.Change.Scope;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Sequel;
import dev.tiptoe.lint.Sequel.Stage;
import dev.tiptoe.rewrite.Backfill.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The filling of one column in migrations of its own. */
record LaterFill(
    Context ctx,
    Scope scope,
    Name table,
    Name column,
    Backfill.Value value,
    Optional<Name> dropped) {

  private static final String PURPOSE = "fill what is still NULL";

  /** All rows at once, or in batches if somebody asked for them. */
  Sequel whole() {
    if (ctx.options().batch().isEmpty()) {
      return new Sequel(Stage.FILL, PURPOSE + ".", update()).withNotes(review());
    }
    int rows = ctx.options().batch().getAsInt();
    List<String> notes = new ArrayList<>();
    notes.add(
        "-- Each batch commits, so that it can run in no transaction and beside no other statement.");
    notes.addAll(review());
    return new Sequel(
        Stage.FILL,
        PURPOSE + ", at most " + rows + " rows at a time.",
        notes,
        Batches.loop(ctx, scope, table, column, value.expression(), rows),
        Optional.of(Batches.block(ctx.target().dialect())),
        Optional.empty());
  }

  /** What has come in or was passed over since, before another statement of a later step. */
  Sequel rest(Stage stage, String purpose) {
    return new Sequel(stage, purpose, update()).withNotes(review());
  }

  /** The UPDATE of all rows. */
  String update() {
    return StatementWriter.fill(ctx, scope, table, column, value.expression());
  }

  /** The comment that asks for a look at a guess; empty if the value is none. */
  List<String> review() {
    return value.source() == Source.GUESSED
        ? List.of(Comments.review(value, column, dropped))
        : List.of();
  }
}
