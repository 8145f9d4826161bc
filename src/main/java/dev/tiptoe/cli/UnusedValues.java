package dev.tiptoe.cli;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.lint.GivenValue;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Watches for values that were given for a column no migration touches: most likely a misspelt
 * name.
 */
final class UnusedValues {

  private final List<GivenValue> unused;

  UnusedValues(List<GivenValue> values) {
    unused = new ArrayList<>(values);
  }

  void lookAt(Script script) {
    if (unused.isEmpty()) {
      return;
    }
    for (Statement statement : script.executed()) {
      for (Change change : statement.changes()) {
        if (change instanceof ColumnChange.AddColumn add) {
          strike(add.table(), Optional.of(add.column().name()));
        } else if (change instanceof Change.MakesRequired required) {
          strike(required.table(), required.requiredColumn());
        }
      }
    }
  }

  void print(Narrator narrator) {
    for (GivenValue value : unused) {
      narrator.remark(
          "--backfill "
              + value.table()
              + "."
              + value.column()
              + ": no migration looked at adds this column or makes it required");
    }
  }

  private void strike(Name table, Optional<Name> column) {
    column.ifPresent(name -> unused.removeIf(value -> value.isFor(table, name)));
  }
}
