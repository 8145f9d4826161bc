package dev.tiptoe.doctor.effects;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.ddl.TypeChange;
import dev.tiptoe.sql.Statement;

/**
 * A statement of a migration and what of it is in the database.
 *
 * @param evidence what was seen there, fit for people, such as {@code column "a" is there, but may
 *     hold NULL}
 */
public record StatementState(Statement statement, Presence presence, String evidence) {

  /** Whether to run it again fails on what it has made, dropped or renamed already. */
  public boolean cannotRunTwice() {
    return (presence == Presence.DONE || presence == Presence.PARTLY)
        && statement.changes().stream().anyMatch(StatementState::canRunOnce);
  }

  private static boolean canRunOnce(Change change) {
    return change instanceof Change.MakesOrDrops once
        ? once.existence() == Change.Existence.STRICT
        : change instanceof ConstraintChange.AddConstraint
            || change instanceof ColumnChange.RenameColumn
            || change instanceof TableChange.RenameTable
            || change instanceof TypeChange.CreateEnum;
  }
}
