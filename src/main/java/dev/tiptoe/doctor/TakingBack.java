package dev.tiptoe.doctor;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.ddl.TypeChange;
import dev.tiptoe.doctor.effects.Presence;
import dev.tiptoe.doctor.effects.StatementState;
import dev.tiptoe.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL that takes the done part of a migration back, last statement first. */
final class TakingBack {

  private TakingBack() {}

  /** The statements; empty if one of those that are done cannot be undone from what is known. */
  static Optional<List<String>> of(List<StatementState> states, Dialect dialect) {
    List<String> undoing = new ArrayList<>();
    for (int i = states.size() - 1; i >= 0; i--) {
      StatementState state = states.get(i);
      if (state.presence() == Presence.NOT_DONE) {
        continue;
      }
      List<Change> changes = state.statement().changes();
      for (int j = changes.size() - 1; j >= 0; j--) {
        Change change = changes.get(j);
        if (change instanceof Change.Neutral) {
          continue;
        }
        Optional<String> undone =
            state.presence() == Presence.DONE ? undo(change, dialect) : Optional.empty();
        if (undone.isEmpty()) {
          return Optional.empty();
        }
        undoing.add(undone.get());
      }
    }
    return undoing.isEmpty() ? Optional.empty() : Optional.of(undoing);
  }

  private static Optional<String> undo(Change change, Dialect dialect) {
    if (change instanceof ColumnChange.AddColumn add) {
      return Optional.of(alter(add.table(), "DROP COLUMN " + add.column().name().sql()));
    }
    if (change instanceof ColumnChange.RenameColumn rename) {
      return Optional.of(
          alter(
              rename.table(),
              "RENAME COLUMN " + rename.newName().sql() + " TO " + rename.column().sql()));
    }
    if (change instanceof ColumnChange.SetNotNull set) {
      return Optional.of(
          alter(set.table(), "ALTER COLUMN " + set.column().sql() + " DROP NOT NULL"));
    }
    if (change instanceof IndexChange.AddIndex add && add.name().isPresent()) {
      return Optional.of(dropIndex(add.table(), add.name().get(), "DROP INDEX ", dialect));
    }
    if (change instanceof ConstraintChange.AddConstraint add && add.name().isPresent()) {
      return Optional.of(
          alter(add.table(), dropConstraint(add.demand(), add.name().get(), dialect)));
    }
    if (change instanceof TableChange.CreateTable create) {
      return Optional.of("DROP TABLE " + create.table().sql());
    }
    return change instanceof TypeChange.CreateEnum create
        ? Optional.of("DROP TYPE " + create.type().sql())
        : Optional.empty();
  }

  /** On PostgreSQL an index is in the schema of its table, which its own CREATE never names. */
  static String dropIndex(Name table, Name index, String drop, Dialect dialect) {
    if (dialect.isMySqlLike()) {
      return drop + index.sql() + " ON " + table.sql();
    }
    String sql = table.sql();
    return drop + sql.substring(0, sql.length() - table.last().length()) + index.sql();
  }

  private static String dropConstraint(Demand demand, Name name, Dialect dialect) {
    if (!dialect.isMySqlLike()) {
      return "DROP CONSTRAINT " + name.sql();
    }
    return switch (demand) {
      case FOREIGN_KEY -> "DROP FOREIGN KEY " + name.sql();
      case PRIMARY_KEY -> "DROP PRIMARY KEY";
      case UNIQUE, EXCLUDE -> "DROP INDEX " + name.sql();
      case CHECK, NOT_NULL -> "DROP CONSTRAINT " + name.sql();
    };
  }

  private static String alter(Name table, String action) {
    return "ALTER TABLE " + table.sql() + " " + action;
  }
}
