package dev.tiptoe.doctor.effects;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.ColumnChange;
import dev.tiptoe.ddl.ConstraintChange;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.TableChange;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Table;
import dev.tiptoe.sql.Course;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import java.util.stream.Stream;

/** Which scripts a server would run to their end: what they make must not be there, say. */
public final class Demanding {

  private Demanding() {}

  /** Whether nothing is made that is there, and nothing changed or dropped that is not. */
  public static boolean isMet(Script script, Catalog before) {
    Catalog now = before.copy();
    for (Statement statement : script.statements()) {
      for (Change change : statement.changes()) {
        if (statement.course() == Course.ALWAYS && !isMet(change, now)) {
          return false;
        }
      }
      Prefix.run(statement, now, script);
    }
    return true;
  }

  /** Whether all that a statement makes may have been there before. */
  static boolean isHarmless(Statement statement) {
    return Stream.concat(Stream.of(statement), statement.runs().stream())
        .allMatch(
            s ->
                s.course() != Course.ALWAYS
                    || s.changes().stream().allMatch(c -> isTolerant(c) || isRepeated(c)));
  }

  /** Whether a server takes it a second time. */
  private static boolean isRepeated(Change change) {
    return change instanceof ColumnChange.RedefineColumn
        || change instanceof ColumnChange.DropDefault
        || change instanceof ColumnChange.DropNotNull;
  }

  private static boolean isTolerant(Change change) {
    return change instanceof Change.MakesOrDrops either && either.existence() == Existence.TOLERANT;
  }

  private static boolean isMet(Change change, Catalog now) {
    if (isTolerant(change)) {
      return true;
    }
    if (change instanceof IndexChange.DropIndex drop) {
      return drop.table()
          .map(t -> now.table(t).flatMap(table -> table.index(drop.index())).isPresent())
          .orElseGet(() -> now.indexOwner(drop.index()).isPresent());
    }
    if (change instanceof TableChange.CreateTable create) {
      return now.table(create.table()).isEmpty();
    }
    return !(change instanceof Change.OfTable ofTable)
        || now.table(ofTable.table()).filter(t -> isMet(ofTable, t, now)).isPresent();
  }

  /** A change of type that changes nothing is for show. */
  private static boolean isOf(Column column, TypeName type, Catalog now) {
    return column
        .type()
        .filter(t -> Types.compare(type, t, now.target().dialect()) == Likeness.SAME)
        .isPresent();
  }

  private static boolean isMet(Change.OfTable change, Table table, Catalog now) {
    if (change instanceof ColumnChange.AddColumn add) {
      return table.column(add.column().name()).isEmpty();
    }
    if (change instanceof ColumnChange.DropColumn drop) {
      return table.column(drop.column()).isPresent();
    }
    if (change instanceof ColumnChange.ChangeType to) {
      return table.column(to.column()).filter(c -> !isOf(c, to.type(), now)).isPresent();
    }
    if (change instanceof Change.OfColumn ofColumn) {
      return table.column(ofColumn.column()).isPresent();
    }
    if (change instanceof IndexChange.AddIndex add) {
      return add.name().flatMap(table::index).isEmpty();
    }
    if (change instanceof ConstraintChange.DropConstraint drop) {
      return table.constraint(drop.constraint()).isPresent();
    }
    return !(change instanceof ConstraintChange.AddConstraint add)
        || add.name().flatMap(table::constraint).isEmpty();
  }
}
